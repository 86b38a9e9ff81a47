package org.emiadi.board.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.http.AppointmentAnswers;
import org.emiadi.board.Boards;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.jspecify.annotations.Nullable;

/// The day of all providers, and the week of one.
@Path("/board")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Board")
public class BoardResource {
    private static final int KEYS = 3;

    private final Database database;
    private final Boards boards;
    private final CurrentRequest request;
    private final Problems problems;

    BoardResource(Database database, Boards boards, CurrentRequest request, Problems problems) {
        this.database = database;
        this.boards = boards;
        this.request = request;
        this.problems = problems;
    }

    @GET
    @Path("day")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(
            operationId = "getDayBoard",
            summary = "A day at a facility, its providers side by side",
            description = "Those who have hours or visits there on that day, by last name. Without date, today;"
                    + " without facility_id, at the first facility. Providers see themselves only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BoardJson.Day.class)))
    public Response day(
            @QueryParam("date") @Nullable String date,
            @QueryParam("facility_id") @Nullable String facilityId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        FacilityId facility =
                Query.integer("facility_id", facilityId).map(FacilityId::new).orElse(null);
        LocalDate day = Query.day("date", date).orElse(null);
        var slice = Query.slice(limit, cursor, KEYS);
        return database.write(tx -> boards.day(tx, request.actor(), facility, day, slice))
                .map(board -> Paging.response(BoardJson.Day.of(board), board.next(), uri))
                .orElseGet(() -> problems.response(AppointmentAnswers.unknown(Booking.Named.FACILITY)));
    }

    @GET
    @Path("week")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Refuses(ProblemType.NOT_FOUND)
    @Operation(
            operationId = "getWeekBoard",
            summary = "Seven days of a provider, wherever they work",
            description = "From the day given on, else from the Monday of this week. Providers see their own, and may"
                    + " leave provider_id out.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BoardJson.Week.class)))
    public Response week(
            @QueryParam("provider_id") @Nullable String providerId, @QueryParam("from") @Nullable String from) {
        var provider =
                Query.integer("provider_id", providerId).map(ProviderId::new).orElseGet(() -> self(request.actor()));
        LocalDate day = Query.day("from", from).orElse(null);
        return database.write(tx -> boards.week(tx, request.actor(), provider, day))
                .map(board -> Response.ok(BoardJson.Week.of(board)).build())
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    // Providers mean themselves where they name nobody.
    private static ProviderId self(Actor actor) {
        Integer person = actor.is(Role.PROVIDER) ? actor.personId() : null;
        if (person == null) {
            throw Query.invalid("provider_id", "required");
        }
        return new ProviderId(person);
    }
}
