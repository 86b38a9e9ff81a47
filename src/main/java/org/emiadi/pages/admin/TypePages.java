package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.AppointmentTypes.Outcome;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.When;

/// What patients come for. Appointments that are booked stay as they are, whatever is changed here.
@Path("/app")
@RunOnVirtualThread
public class TypePages {
    private static final String HERE = "/app/admin/types";

    private final Pages pages;
    private final Office office;
    private final AppointmentTypes types;

    TypePages(Pages pages, Office office, AppointmentTypes types) {
        this.pages = pages;
        this.office = office;
        this.types = types;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance types(Frame frame, List<Row> rows);

        static native TemplateInstance type(Frame frame, Form form, int id);
    }

    /// A type on the list.
    public record Row(int id, String name, String lasts, String notice, int horizonDays, boolean byPatients) {}

    @GET
    @Path("admin/types")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response list() {
        When when = office.when();
        var rows =
                office.read(types::list).stream().map(type -> row(type, when)).toList();
        return pages.show(Templates.types(pages.frame(), rows));
    }

    private static Row row(AppointmentType type, When when) {
        var timing = type.timing();
        return new Row(
                type.id(),
                type.name(),
                when.lasting(timing.duration()),
                when.lasting(timing.minimumNotice()),
                timing.horizonDays(),
                type.details().bookableBy() == AppointmentType.BookableBy.PATIENTS);
    }

    @GET
    @Path("admin/types/new")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response fresh() {
        return show(TypeForm.usual(), 0);
    }

    private Response show(Form form, int id) {
        return pages.show(Templates.type(pages.frame(), form, id));
    }

    @POST
    @Path("admin/types/new")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response add() {
        Form form = pages.form();
        TypeForm.read(form, office)
                .ifPresent(details -> say(form, office.write(tx -> types.add(tx, office.actor(), details))));
        return saved(form, 0);
    }

    @GET
    @Path("admin/types/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response type(@PathParam("id") int id) {
        return show(TypeForm.of(Office.found(office.read(tx -> types.find(tx, id)))), id);
    }

    @POST
    @Path("admin/types/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response change(@PathParam("id") int id) {
        Form form = pages.form();
        TypeForm.read(form, office)
                .ifPresent(details -> say(
                        form,
                        office.write(
                                tx -> types.change(tx, office.actor(), id, Office.version(form), before -> details))));
        return saved(form, id);
    }

    private Response saved(Form form, int id) {
        return form.isGood() ? pages.go(HERE, Notice.of(office.shared().saved())) : show(form, id);
    }

    private void say(Form form, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> {}
            case Outcome.NameInUse() -> office.taken(form, "name");
            case Outcome.Absent() -> throw Office.absent();
            case Outcome.Stale() -> office.stale(form);
        }
    }
}
