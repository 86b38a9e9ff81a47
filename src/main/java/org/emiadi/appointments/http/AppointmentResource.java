package org.emiadi.appointments.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.appointments.AppointmentFilter;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Appointments;
import org.emiadi.people.PatientId;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.IdempotentAnswers;
import org.emiadi.platform.http.IdempotentAnswers.Repeatable;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.jspecify.annotations.Nullable;

/// Appointments.
@Path("/appointments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Appointments")
public class AppointmentResource {
    private final Database database;
    private final Appointments appointments;
    private final IdempotentAnswers answers;
    private final AppointmentAnswers words;
    private final CurrentRequest request;
    private final ClinicTime time;

    AppointmentResource(
            Database database,
            Appointments appointments,
            IdempotentAnswers answers,
            AppointmentAnswers words,
            CurrentRequest request,
            ClinicTime time) {
        this.database = database;
        this.appointments = appointments;
        this.answers = answers;
        this.words = words;
        this.request = request;
        this.time = time;
    }

    @POST
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Refuses({
        ProblemType.PROVIDER_BUSY,
        ProblemType.PATIENT_BUSY,
        ProblemType.ROOM_BUSY,
        ProblemType.OUTSIDE_HOURS,
        ProblemType.NOT_OFFERED
    })
    @Operation(
            operationId = "bookAppointment",
            summary = "Books an appointment",
            description = "The desk books for everybody, also visits that took place; providers book with themselves,"
                    + " patients for themselves, the slots that GET /slots offers. Staff book within the hours of the"
                    + " provider, or beside them with outside_hours and a reason. 409 tells who is busy. With an"
                    + " Idempotency-Key the call may be repeated.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AppointmentJson.Booked.class)))
    public Response book(
            @HeaderParam(IdempotentAnswers.KEY) @Nullable String key, @Valid @NotNull AppointmentJson.New wanted) {
        var booking = AppointmentInput.booking(wanted);
        return answers.once(
                new Repeatable(key, "POST /appointments", wanted),
                tx -> words.booking(appointments.book(tx, request.actor(), booking)));
    }

    @GET
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(
            operationId = "listAppointments",
            summary = "Lists appointments by start",
            description = "Providers and patients get their own.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentJson[].class)))
    public Response list(
            @BeanParam AppointmentInput.Filter filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return list(AppointmentInput.filter(filter, time), limit, cursor, uri);
    }

    @GET
    @Path("patient/{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "listAppointmentsOfPatient", summary = "Lists the appointments of a patient by start")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentJson[].class)))
    public Response listOfPatient(
            @PathParam("id") int id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return list(AppointmentFilter.of(new PatientId(id)), limit, cursor, uri);
    }

    private Response list(AppointmentFilter filter, @Nullable String limit, @Nullable String cursor, UriInfo uri) {
        var slice = Query.slice(limit, cursor, 2);
        var page = database.write(tx -> appointments.list(tx, request.actor(), filter, slice));
        return Paging.response(page.map(AppointmentJson::of), uri);
    }

    @GET
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "getAppointment", summary = "One appointment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.write(tx -> appointments.find(tx, request.actor(), new AppointmentId(id)))
                .map(words::found)
                .orElseGet(words::absent);
    }

    @GET
    @Path("{id}/history")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(
            operationId = "getAppointmentHistory",
            summary = "The steps of an appointment's life, the first one first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AppointmentJson.Step[].class)))
    public Response history(@PathParam("id") int id) {
        return database.write(tx -> appointments.history(tx, request.actor(), new AppointmentId(id)))
                .map(steps -> Response.ok(
                                steps.stream().map(AppointmentJson.Step::of).toList())
                        .build())
                .orElseGet(words::absent);
    }

    @PATCH
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Refuses(ProblemType.ROOM_BUSY)
    @Operation(
            operationId = "changeAppointment",
            summary = "Changes the room, the cover or the priority of an appointment",
            description = "Patients change the cover only; the priority is of those who have checked in.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentJson.class)))
    public Response change(
            @PathParam("id") int id, @Valid @NotNull AppointmentJson.Changes changes, @Context HttpHeaders headers) {
        var wanted = AppointmentInput.amendment(changes);
        var expected = EntityTag.expected(headers);
        return words.amendment(
                database.write(tx -> appointments.amend(tx, request.actor(), new AppointmentId(id), wanted, expected)));
    }

    @PATCH
    @Path("{id}/status")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Refuses({
        ProblemType.PROVIDER_BUSY,
        ProblemType.PATIENT_BUSY,
        ProblemType.ROOM_BUSY,
        ProblemType.OUTSIDE_HOURS,
        ProblemType.NOT_OFFERED,
        ProblemType.TRANSITION_NOT_ALLOWED
    })
    @Operation(
            operationId = "changeAppointmentStatus",
            summary = "Takes an appointment a step further in its life, or to another time",
            description = "The desk, the provider and the patient of the appointment; patients confirm, cancel and move"
                    + " what has not begun. docs/api/appointments.md has the table of steps.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentJson.class)))
    public Response changeStatus(
            @PathParam("id") int id,
            @Valid @NotNull AppointmentJson.StatusChange change,
            @Context HttpHeaders headers) {
        var wanted = AppointmentInput.statusRequest(change, EntityTag.expected(headers));
        return words.change(
                database.write(tx -> appointments.change(tx, request.actor(), new AppointmentId(id), wanted)));
    }
}
