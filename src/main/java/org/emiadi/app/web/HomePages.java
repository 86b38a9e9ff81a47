package org.emiadi.app.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.platform.http.Open;

/// Where the server leads whoever knows nothing but its address.
@Path("/")
@RunOnVirtualThread
public class HomePages {
    private final String version;

    HomePages(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
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
}
