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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.FacilityOutcome;
import org.emiadi.facilities.Room;
import org.emiadi.facilities.RoomOutcome;
import org.emiadi.facilities.Rooms;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;

/// The facilities, each with its consulting rooms. A room is renamed in [RoomPages].
@Path("/app")
@RunOnVirtualThread
public class FacilityPages {
    private static final String HERE = "/app/admin/facilities";
    static final int LONGEST_ROOM = 60;

    private final Pages pages;
    private final Office office;
    private final Facilities facilities;
    private final Rooms rooms;

    FacilityPages(Pages pages, Office office, Facilities facilities, Rooms rooms) {
        this.pages = pages;
        this.office = office;
        this.facilities = facilities;
        this.rooms = rooms;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance facilities(Frame frame, List<Row> rows);

        static native TemplateInstance facility(Frame frame, Form form, int id);

        static native TemplateInstance rooms(Frame frame, Form form, Row facility);
    }

    /// A facility on the list.
    public record Row(int id, String name, String county, String phone, String zone, List<RoomRow> rooms) {}

    /// A room on the list.
    public record RoomRow(int id, String name) {}

    @GET
    @Path("admin/facilities")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response list() {
        var rows = office.read(tx -> Office.facilities(tx, facilities).stream()
                .map(facility -> row(tx, facility))
                .toList());
        return pages.show(Templates.facilities(pages.frame(), rows));
    }

    private Row row(Tx tx, Facility facility) {
        var details = facility.details();
        var county = details.county();
        return new Row(
                facility.id().value(),
                details.name(),
                county == null ? "" : county,
                details.phone() == null ? "" : details.phone().readable(),
                office.when().zone(facility.zone()),
                rooms.list(tx, facility.id(), Slice.first(Slice.MOST)).rows().stream()
                        .map(room -> new RoomRow(room.id().value(), room.name()))
                        .toList());
    }

    @GET
    @Path("admin/facilities/new")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response fresh() {
        return show(FacilityForm.like(office.read(facilities::first)), 0);
    }

    private Response show(Form form, int id) {
        return pages.show(Templates.facility(pages.frame(), form, id));
    }

    @POST
    @Path("admin/facilities/new")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response add() {
        Form form = pages.form();
        var details = FacilityForm.read(form, office);
        if (details.isPresent()) {
            var outcome = office.write(tx -> facilities.add(tx, office.actor(), details.get()));
            if (outcome instanceof FacilityOutcome.Done(Facility facility)) {
                return pages.go(
                        HERE + "/" + facility.id().value() + "/rooms",
                        Notice.of(office.placeWords()
                                .facilityAdded(facility.details().name())));
            }
            FacilityForm.say(form, outcome, office);
        }
        return show(form, 0);
    }

    @GET
    @Path("admin/facilities/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response facility(@PathParam("id") int id) {
        return show(FacilityForm.of(found(id)), id);
    }

    private Facility found(int id) {
        return Office.found(office.read(tx -> facilities.find(tx, new FacilityId(id))));
    }

    @POST
    @Path("admin/facilities/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response change(@PathParam("id") int id) {
        Form form = pages.form();
        var details = FacilityForm.read(form, office);
        if (details.isPresent()) {
            FacilityForm.say(
                    form,
                    office.write(tx -> facilities.change(
                            tx, office.actor(), new FacilityId(id), Office.version(form), before -> details.get())),
                    office);
        }
        return form.isGood() ? pages.go(HERE, Notice.of(office.shared().saved())) : show(form, id);
    }

    @GET
    @Path("admin/facilities/{id}/rooms")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response rooms(@PathParam("id") int id) {
        return rooms(id, Form.empty());
    }

    private Response rooms(int id, Form form) {
        Optional<Row> row =
                office.read(tx -> facilities.find(tx, new FacilityId(id)).map(facility -> row(tx, facility)));
        return pages.show(Templates.rooms(pages.frame(), form, Office.found(row)));
    }

    @POST
    @Path("admin/facilities/{id}/rooms")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response addRoom(@PathParam("id") int id) {
        Form form = pages.form();
        String name = office.line(form, "name", office.placeWords().roomName(), LONGEST_ROOM);
        if (form.isGood()) {
            RoomForm.say(form, office.write(tx -> rooms.add(tx, office.actor(), new FacilityId(id), name)), office);
        }
        return form.isGood()
                ? pages.go(
                        HERE + "/" + id + "/rooms",
                        Notice.of(office.placeWords().roomAdded(name)))
                : rooms(id, form);
    }

    /// What is said of rooms.
    static final class RoomForm {
        private RoomForm() {}

        static void say(Form form, RoomOutcome outcome, Office office) {
            switch (outcome) {
                case RoomOutcome.Done(Room room) -> {}
                case RoomOutcome.Absent() -> throw Office.absent();
                case RoomOutcome.NameInUse() -> office.taken(form, "name");
                case RoomOutcome.Stale() -> office.stale(form);
            }
        }
    }
}
