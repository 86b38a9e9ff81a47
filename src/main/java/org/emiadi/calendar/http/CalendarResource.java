package org.emiadi.calendar.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.calendar.CalendarEntries;
import org.emiadi.calendar.CalendarEntry;
import org.emiadi.calendar.CalendarFile;
import org.emiadi.platform.Database;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Problems;

/// Appointments for a calendar.
@Path("/appointments")
@Produces(CalendarResource.MEDIA_TYPE)
@RunOnVirtualThread
@Tag(name = "Appointments")
public class CalendarResource {
    static final String MEDIA_TYPE = "text/calendar";

    private final Database database;
    private final CalendarEntries entries;
    private final CurrentRequest request;
    private final Problems problems;
    private final Clock clock;

    CalendarResource(
            Database database, CalendarEntries entries, CurrentRequest request, Problems problems, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.request = request;
        this.problems = problems;
        this.clock = clock;
    }

    @GET
    @Path("{id}/calendar")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(
            operationId = "getAppointmentCalendar",
            summary = "An appointment as an entry for a calendar (RFC 5545)",
            description = "Read again after a change it replaces the entry; a cancelled appointment says so.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response get(@PathParam("id") int id) {
        return database.write(tx -> entries.find(tx, request.actor(), new AppointmentId(id)))
                .map(entry -> file(entry, request.messages(), clock))
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    /// The file that a browser hands to the calendar.
    public static Response file(CalendarEntry entry, Messages words, Clock clock) {
        String name = "miadi-" + entry.appointment().reference().value() + ".ics";
        return Response.ok(CalendarFile.write(entry, words, clock.instant()))
                .type(MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, words.locale().toLanguageTag())
                .build();
    }
}
