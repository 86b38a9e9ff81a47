package org.emiadi.app.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.platform.Messages;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;

/// The light way in for whoever writes programs.
@Path("/app")
@RunOnVirtualThread
public class DeveloperPages {
    private final Pages pages;
    private final CurrentRequest request;

    DeveloperPages(Pages pages, CurrentRequest request) {
        this.pages = pages;
        this.request = request;
    }

    @CheckedTemplate(basePath = "app")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance developers(Frame frame, Messages words, String address);
    }

    @GET
    @Path("developers")
    @Open
    @Operation(hidden = true)
    public Response developers(@Context UriInfo uri) {
        return pages.show(Templates.developers(
                pages.frame(), request.messages(), uri.getBaseUri().toString()));
    }
}
