package org.emiadi.pages.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.identity.Invitation;
import org.emiadi.identity.Invitations;
import org.emiadi.identity.Invitee;
import org.emiadi.identity.ResetCodes;
import org.emiadi.identity.User;
import org.emiadi.identity.Users;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;

/// A slip with a one-time code, with which a patient signs in for the first time or after forgetting the password. It
/// is
/// shown once: on reading it again there is another code.
@Path("/app")
@RunOnVirtualThread
public class CodePages {
    private final Database database;
    private final Patients patients;
    private final Users users;
    private final ResetCodes codes;
    private final Invitations invitations;
    private final Faces faces;
    private final ClinicTime time;
    private final Pages pages;

    CodePages(
            Database database,
            Patients patients,
            Users users,
            ResetCodes codes,
            Invitations invitations,
            Faces faces,
            ClinicTime time,
            Pages pages) {
        this.database = database;
        this.patients = patients;
        this.users = users;
        this.codes = codes;
        this.invitations = invitations;
        this.faces = faces;
        this.time = time;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance code(
                Frame frame, Face face, String username, String code, String until, String where);
    }

    private record Handed(String username, ResetCodes.Issued code) {}

    @POST
    @Path("patients/{id: [0-9]+}/code")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response issue(@PathParam("id") int id, @Context UriInfo uri) {
        String where = uri.getBaseUri().resolve("/app/forgot").toString();
        return database.write(tx -> patients.find(tx, pages.actor(), new PatientId(id)))
                .flatMap(patient -> hand(id).map(handed -> show(faces.of(patient), handed, where)))
                .orElseThrow(Refusals::absent);
    }

    private Optional<Handed> hand(int id) {
        User user = database.read(tx -> users.ofPeople(tx, List.of(id))).get(id);
        return user == null
                ? invite(id)
                : codes.issue(pages.actor(), user.username()).map(code -> new Handed(user.username(), code));
    }

    private Optional<Handed> invite(int id) {
        return invitations.invite(pages.actor(), new Invitee(null, Role.PATIENT, id))
                        instanceof Invitation.Invited(User user, ResetCodes.Issued code)
                ? Optional.of(new Handed(user.username(), code))
                : Optional.empty();
    }

    private Response show(Face face, Handed handed, String where) {
        String code = handed.code().code();
        int half = code.length() / 2;
        return pages.show(Templates.code(
                pages.frame(),
                face,
                handed.username(),
                code.substring(0, half) + " " + code.substring(half),
                pages.when().full(handed.code().expiresAt(), time.zone()),
                where));
    }

    /// For whoever reloads the slip or changes its language: the code is shown once.
    @GET
    @Path("patients/{id: [0-9]+}/code")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response shownBefore(@PathParam("id") int id) {
        return pages.go("/app/patients/" + id);
    }
}
