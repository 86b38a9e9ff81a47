package org.emiadi.queue.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.appointments.http.AppointmentJson;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.Database;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.IdempotentAnswers;
import org.emiadi.platform.http.IdempotentAnswers.Repeatable;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.emiadi.queue.Queue;
import org.emiadi.queue.WalkIns;
import org.jspecify.annotations.Nullable;

/// Who is at a facility today.
@Path("/queue")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Queue")
public class QueueResource {
    private final Database database;
    private final Queue queue;
    private final WalkIns walkIns;
    private final IdempotentAnswers answers;
    private final QueueAnswers words;
    private final CurrentRequest request;

    QueueResource(
            Database database,
            Queue queue,
            WalkIns walkIns,
            IdempotentAnswers answers,
            QueueAnswers words,
            CurrentRequest request) {
        this.database = database;
        this.queue = queue;
        this.walkIns = walkIns;
        this.answers = answers;
        this.words = words;
        this.request = request;
    }

    @GET
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(
            operationId = "listQueue",
            summary = "Who is at a facility today, in the order in which they are called in",
            description = "Those who wait, by priority and arrival, then those who have been called in. Without"
                    + " facility_id, at the first facility. Providers see the names of their own patients only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueueJson[].class)))
    public Response list(
            @QueryParam("facility_id") @Nullable String facilityId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var facility = facility(facilityId);
        var slice = Query.slice(limit, cursor, 4);
        return database.write(tx -> queue.list(tx, request.actor(), facility, slice))
                .map(page -> Paging.response(page.map(QueueJson::of), uri))
                .orElseGet(words::noSuchFacility);
    }

    @GET
    @Path("screen")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(
            operationId = "getQueueScreen",
            summary = "The same for the wall of the waiting room: of the patients their tickets and initials",
            description = "At most 200 lines. Without facility_id, of the first facility.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueueJson.Line[].class)))
    public Response screen(@QueryParam("facility_id") @Nullable String facilityId) {
        var facility = facility(facilityId);
        return database.read(tx -> queue.screen(tx, facility))
                .map(lines -> Response.ok(lines.stream().map(QueueJson.Line::of).toList())
                        .build())
                .orElseGet(words::noSuchFacility);
    }

    private static @Nullable FacilityId facility(@Nullable String id) {
        return Query.integer("facility_id", id).map(FacilityId::new).orElse(null);
    }

    @POST
    @Path("walk-ins")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Refuses({ProblemType.NOBODY_FREE, ProblemType.WAITS_ALREADY, ProblemType.OUTSIDE_HOURS})
    @Operation(
            operationId = "enterWalkIn",
            summary = "Brings a patient without an appointment into the queue",
            description = "As an appointment of now, or of the first gap of the day that is long enough, booked and"
                    + " checked in at once: with the provider named, else with whoever has time first and suits. With an"
                    + " Idempotency-Key the call may be repeated.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = QueueJson.Entered.class)))
    public Response enter(
            @HeaderParam(IdempotentAnswers.KEY) @Nullable String key, @Valid @NotNull QueueJson.NewWalkIn wanted) {
        var walkIn = wanted.toWalkIn(request.actor());
        return answers.once(
                new Repeatable(key, "POST /queue/walk-ins", wanted),
                tx -> words.walkIn(walkIns.enter(tx, request.actor(), walkIn)));
    }

    @POST
    @Path("call")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Refuses({ProblemType.NOBODY_WAITING, ProblemType.TRANSITION_NOT_ALLOWED})
    @Operation(
            operationId = "callNext",
            summary = "Calls in the next patient of a provider",
            description = "Providers call their own; the desk names the provider. Two calls at once call two patients.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentJson.class)))
    public Response call(@Valid @NotNull QueueJson.Call call) {
        var provider = call.provider(request.actor());
        return words.call(database.write(tx -> queue.call(tx, request.actor(), provider, call.facility())));
    }
}
