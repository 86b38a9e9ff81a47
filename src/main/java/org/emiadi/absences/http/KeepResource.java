package org.emiadi.absences.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.absences.Keeping;
import org.emiadi.absences.NeedsMoving;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Refuses;

/// Keeping an appointment where it is on purpose.
@Path("/appointments/{id}/keep")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Absences")
public class KeepResource {
    private final Database database;
    private final NeedsMoving needsMoving;
    private final CurrentRequest request;
    private final Problems problems;

    KeepResource(Database database, NeedsMoving needsMoving, CurrentRequest request, Problems problems) {
        this.database = database;
        this.needsMoving = needsMoving;
        this.request = request;
        this.problems = problems;
    }

    @POST
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Refuses(ProblemType.TRANSITION_NOT_ALLOWED)
    @Operation(
            operationId = "keepAppointment",
            summary = "Keeps an appointment that needs moving where it is, on purpose",
            description =
                    "By the desk or the appointment's provider. It leaves the list of those that need moving until"
                            + " another absence displaces it. The same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NeedsMovingJson.Kept.class)))
    public Response keep(@PathParam("id") int id, @Valid @NotNull NeedsMovingJson.Keep keep) {
        var outcome = database.write(tx -> needsMoving.keep(
                tx, request.actor(), new AppointmentId(id), keep.reason().strip()));
        return switch (outcome) {
            case Keeping.Kept kept -> kept(kept);
            case Keeping.Absent() -> problems.response(Problem.of(ProblemType.NOT_FOUND));
            case Keeping.NotToCome(AppointmentStatus status) ->
                problems.response(Problem.of(ProblemType.TRANSITION_NOT_ALLOWED)
                        .because("not-to-come")
                        .with("from", status.text()));
        };
    }

    private Response kept(Keeping.Kept kept) {
        return Response.ok(new NeedsMovingJson.Kept(
                        request.messages().text("done.appointment-kept"),
                        kept.id().value(),
                        kept.at()))
                .header(HttpHeaders.ETAG, EntityTag.of(kept.version()))
                .build();
    }
}
