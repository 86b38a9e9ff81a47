package org.emiadi.appointments.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.AppointmentTypes.Outcome;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Refuses;

/// The kinds of appointment.
@Path("/appointment-types")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Appointment types")
public class AppointmentTypeResource {
    private final Database database;
    private final AppointmentTypes types;
    private final CurrentRequest request;
    private final Problems problems;

    AppointmentTypeResource(Database database, AppointmentTypes types, CurrentRequest request, Problems problems) {
        this.database = database;
        this.types = types;
        this.request = request;
        this.problems = problems;
    }

    /// What is told of a type that was added.
    @Schema(name = "AppointmentTypeAdded")
    record Added(String message, int appointmentTypeId) {}

    @GET
    @Open
    @Operation(operationId = "listAppointmentTypes", summary = "Lists the kinds of appointment")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AppointmentTypeJson[].class)))
    public List<AppointmentTypeJson> list() {
        return database.read(types::list).stream().map(AppointmentTypeJson::of).toList();
    }

    @GET
    @Path("{id}")
    @Open
    @Operation(operationId = "getAppointmentType", summary = "One kind of appointment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentTypeJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.read(tx -> types.find(tx, id))
                .map(AppointmentTypeResource::found)
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    @POST
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(operationId = "addAppointmentType", summary = "Adds a kind of appointment")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Added.class)))
    public Response add(@Valid @NotNull AppointmentTypeJson.New type) {
        var outcome = database.write(tx -> types.add(tx, request.actor(), type.toDetails()));
        return answer(outcome, this::added);
    }

    private Response added(AppointmentType type) {
        return Response.created(URI.create("/appointment-types/" + type.id()))
                .header(HttpHeaders.ETAG, EntityTag.of(type.version()))
                .entity(new Added(request.messages().text("done.type-added"), type.id()))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(
            operationId = "changeAppointmentType",
            summary = "Changes a kind of appointment",
            description = "Appointments that are booked stay as they are. Send If-Match with the ETag that you read.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentTypeJson.class)))
    public Response change(
            @PathParam("id") int id, @Valid @NotNull AppointmentTypeChanges changes, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        var outcome = database.write(tx -> types.change(tx, request.actor(), id, expected, changes::applyTo));
        return answer(outcome, AppointmentTypeResource::found);
    }

    private static Response found(AppointmentType type) {
        return Response.ok(AppointmentTypeJson.of(type))
                .header(HttpHeaders.ETAG, EntityTag.of(type.version()))
                .build();
    }

    private Response answer(Outcome outcome, Function<AppointmentType, Response> done) {
        return switch (outcome) {
            case Outcome.Done(AppointmentType type) -> done.apply(type);
            case Outcome.NameInUse() ->
                problems.response(Problem.of(ProblemType.ALREADY_IN_USE).with("member", "name"));
            case Outcome.Absent() -> problems.response(Problem.of(ProblemType.NOT_FOUND));
            case Outcome.Stale() -> problems.response(Problem.of(ProblemType.LOST_UPDATE));
        };
    }
}
