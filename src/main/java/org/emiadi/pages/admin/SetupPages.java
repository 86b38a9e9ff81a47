package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.setup.Progress;
import org.emiadi.setup.Setup;
import org.emiadi.setup.Step;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The way from an empty clinic to the first free time: facility, provider, hours, user. Each step can be taken
/// elsewhere as well; what is there counts.
@Path("/app")
@RunOnVirtualThread
public class SetupPages {
    private final Pages pages;
    private final Office office;
    private final Setup setup;
    private final SetupSteps steps;

    SetupPages(Pages pages, Office office, Setup setup, SetupSteps steps) {
        this.pages = pages;
        this.office = office;
        this.setup = setup;
        this.steps = steps;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance setup(
                Frame frame, Form form, List<Row> rows, @Nullable String step, SetupSteps.Offer offer);
    }

    /// A step on the list.
    ///
    /// @param path where the same is looked after later
    public record Row(String label, boolean taken, boolean current, String path) {}

    @GET
    @Path("admin/setup")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response setup() {
        Optional<Step> next = office.read(setup::progress).next();
        return show(next.map(steps::blank).orElseGet(Form::empty));
    }

    private Response show(Form form) {
        Progress progress = office.read(setup::progress);
        Optional<Step> current = step(form).or(progress::next);
        var rows = Arrays.stream(Step.values())
                .map(step -> new Row(
                        office.officeWords().step(step),
                        progress.has(step),
                        current.filter(step::equals).isPresent(),
                        path(step)))
                .toList();
        return pages.show(Templates.setup(
                pages.frame(), form, rows, current.map(SetupPages::name).orElse(null), steps.offer(current)));
    }

    private static Optional<Step> step(Form form) {
        return Arrays.stream(Step.values())
                .filter(step -> name(step).equals(form.text("step")))
                .findFirst();
    }

    private static String name(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    private static String path(Step step) {
        return switch (step) {
            case FACILITY -> "/app/admin/facilities";
            case PROVIDER -> "/app/admin/providers";
            case HOURS -> "/app/admin/hours";
            case USER -> "/app/admin/users";
        };
    }

    @POST
    @Path("admin/setup")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response take(@Context UriInfo uri) {
        Form form = pages.form();
        Step step = step(form).orElseThrow(Office::absent);
        Optional<Response> slip = steps.take(step, form, uri);
        if (slip.isPresent()) {
            return slip.get();
        }
        return form.isGood()
                ? pages.go("/app/admin/setup", Notice.of(office.shared().saved()))
                : show(form);
    }
}
