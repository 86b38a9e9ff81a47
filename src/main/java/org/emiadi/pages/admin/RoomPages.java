package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.facilities.Room;
import org.emiadi.facilities.RoomId;
import org.emiadi.facilities.Rooms;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;

/// Another name for a consulting room.
@Path("/app")
@RunOnVirtualThread
public class RoomPages {
    private final Pages pages;
    private final Office office;
    private final Rooms rooms;

    RoomPages(Pages pages, Office office, Rooms rooms) {
        this.pages = pages;
        this.office = office;
        this.rooms = rooms;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance room(Frame frame, Form form, int id, int facility);
    }

    @GET
    @Path("admin/rooms/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response room(@PathParam("id") int id) {
        Room room = found(id);
        return show(Form.empty().with("name", room.name()).with("version", room.version()), room);
    }

    private Room found(int id) {
        return Office.found(office.read(tx -> rooms.find(tx, new RoomId(id))));
    }

    private Response show(Form form, Room room) {
        return pages.show(Templates.room(
                pages.frame(), form, room.id().value(), room.facility().value()));
    }

    @POST
    @Path("admin/rooms/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response rename(@PathParam("id") int id) {
        Form form = pages.form();
        Room room = found(id);
        String name = office.line(form, "name", office.placeWords().roomName(), FacilityPages.LONGEST_ROOM);
        if (form.isGood()) {
            FacilityPages.RoomForm.say(
                    form,
                    office.write(tx -> rooms.rename(tx, office.actor(), room.id(), Office.version(form), name)),
                    office);
        }
        return form.isGood()
                ? pages.go(
                        "/app/admin/facilities/" + room.facility().value() + "/rooms",
                        Notice.of(office.shared().saved()))
                : show(form, room);
    }
}
