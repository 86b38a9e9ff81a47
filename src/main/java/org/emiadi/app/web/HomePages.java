package org.emiadi.app.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.platform.Messages;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.jspecify.annotations.Nullable;

/// Where the server leads whoever knows nothing but its address.
@Path("/")
@RunOnVirtualThread
public class HomePages {
    private final CurrentRequest request;
    private final String version;

    HomePages(CurrentRequest request, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.request = request;
        this.version = version;
    }

    @CheckedTemplate(basePath = "app")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(Messages words, String address);
    }

    /// What a program is told.
    record Welcome(String name, String version, Map<String, String> links) {}

    @GET
    @Open
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(hidden = true)
    public Response welcome(@Context HttpHeaders headers) {
        boolean browser = headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.getSubtype().equals("html"));
        return browser
                ? Response.seeOther(URI.create("/app")).build()
                : Response.ok(welcome(), MediaType.APPLICATION_JSON).build();
    }

    private Welcome welcome() {
        return new Welcome(
                "e-miadi",
                version,
                Map.of(
                        "documentation", "/apidocs",
                        "openapi", "/openapi.json",
                        "health", "/health/ready",
                        "problems", "/problems",
                        "pages", "/app"));
    }

    @GET
    @Path("app")
    @Open
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response home(@QueryParam("lang") @Nullable String language, @Context UriInfo uri) {
        Messages words = language == null ? request.messages() : Messages.in(Locale.forLanguageTag(language));
        return html(Templates.home(words, uri.getBaseUri().toString()), words);
    }

    static Response html(TemplateInstance page, Messages words) {
        return Response.ok(page.render(), MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Content-Language", words.locale().toLanguageTag())
                .header("Vary", "Accept-Language")
                .build();
    }
}
