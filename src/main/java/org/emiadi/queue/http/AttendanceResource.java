package org.emiadi.queue.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Problems;
import org.emiadi.queue.Attendance;
import org.emiadi.queue.Attendances;
import org.jspecify.annotations.Nullable;

/// How patients keep their appointments.
@Path("/patients")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
public class AttendanceResource {
    private final Database database;
    private final Attendances attendances;
    private final CurrentRequest request;
    private final Problems problems;

    AttendanceResource(Database database, Attendances attendances, CurrentRequest request, Problems problems) {
        this.database = database;
        this.attendances = attendances;
        this.request = request;
        this.problems = problems;
    }

    /// Attendance as JSON.
    @Schema(name = "Attendance")
    record AttendanceJson(
            int completed,
            int noShows,

            @Schema(description = "Cancelled on the patient's side less than 24 hours before the start, or after it")
            int lateCancellations,

            @Schema(description = "The late ones among them")
            int cancellationsByPatient,

            int cancellationsByClinic,
            @Nullable LocalDate lastNoShow) {

        static AttendanceJson of(Attendance attendance) {
            return new AttendanceJson(
                    attendance.completed(),
                    attendance.noShows(),
                    attendance.late(),
                    attendance.byPatient(),
                    attendance.byClinic(),
                    attendance.lastNoShow());
        }
    }

    @GET
    @Path("{id}/attendance")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(
            operationId = "getAttendance",
            summary = "How a patient has kept their appointments",
            description = "For the desk, and for providers of the patients in their care.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AttendanceJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.write(tx -> attendances.find(tx, request.actor(), new PatientId(id)))
                .map(found -> Response.ok(AttendanceJson.of(found)).build())
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }
}
