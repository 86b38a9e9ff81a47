package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.setup.Progress;
import org.emiadi.setup.Setup;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;

/// Where an administrator comes in: what there is to look after, and what a new clinic still lacks.
@Path("/app")
@RunOnVirtualThread
public class AdminHomePages {
    private final Pages pages;
    private final Office office;
    private final Setup setup;

    AdminHomePages(Pages pages, Office office, Setup setup) {
        this.pages = pages;
        this.office = office;
        this.setup = setup;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(Frame frame, boolean complete);
    }

    /// Whoever finds an empty clinic is led to setting it up.
    @GET
    @Path("admin")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response home() {
        Progress progress = office.read(setup::progress);
        return progress.isNew()
                ? pages.go("/app/admin/setup")
                : pages.show(Templates.home(pages.frame(), progress.next().isEmpty()));
    }
}
