package org.emiadi.slots.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;
import org.emiadi.slots.FreeSlots;
import org.emiadi.slots.SlotsFound;
import org.jspecify.annotations.Nullable;

/// Free slots, for everybody.
@Path("/slots")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Slots")
public class SlotResource {
    private final Database database;
    private final FreeSlots slots;
    private final CurrentRequest request;
    private final Problems problems;
    private final ClinicTime time;

    SlotResource(Database database, FreeSlots slots, CurrentRequest request, Problems problems, ClinicTime time) {
        this.database = database;
        this.slots = slots;
        this.request = request;
        this.problems = problems;
        this.time = time;
    }

    @GET
    @Open
    @Operation(
            operationId = "listSlots",
            summary = "The next free slots, in the order of time",
            description = "Of the providers who offer the type. Staff may leave the type out, and see the slots of all"
                    + " types from now on; everybody else sees what patients may book, from the notice to the horizon.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SlotJson[].class)))
    public Response list(
            @BeanParam SlotInput.Filter filter,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit) {
        var search = SlotInput.search(filter, from, to, time);
        int most = Query.slice(limit, null, 0).limit();
        return answer(database.read(tx -> slots.next(tx, request.actor(), search, most)), SlotJson::of);
    }

    @GET
    @Path("first")
    @Open
    @Operation(
            operationId = "listFirstSlots",
            summary = "The earliest free slot of each provider, in the order of time")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SlotJson[].class)))
    public Response first(
            @BeanParam SlotInput.Filter filter,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit) {
        var search = SlotInput.search(filter, from, to, time);
        int most = Query.slice(limit, null, 0).limit();
        return answer(database.read(tx -> slots.first(tx, request.actor(), search, most)), SlotJson::of);
    }

    @GET
    @Path("days")
    @Open
    @Operation(
            operationId = "listDaysWithSlots",
            summary = "The days of a month that have free slots",
            description = "By the date at the facility; days without any are left out.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SlotJson.Day[].class)))
    public Response days(@BeanParam SlotInput.Filter filter, @QueryParam("month") @Nullable String month) {
        var search = SlotInput.search(filter, null, null, time);
        var wanted = SlotInput.month(month);
        return answer(database.read(tx -> slots.days(tx, request.actor(), search, wanted)), SlotJson.Day::of);
    }

    private <T> Response answer(SlotsFound<T> outcome, Function<T, ?> json) {
        return switch (outcome) {
            case SlotsFound.Found<T>(var rows) ->
                Response.ok(rows.stream().map(json).toList()).build();
            case SlotsFound.Unknown<T>(SlotsFound.Named what) -> problems.response(unknown(what));
            case SlotsFound.TypeRequired<T>() -> problems.response(Problem.invalid("type", "required"));
            case SlotsFound.StaffOnly<T>() -> problems.response(Problem.invalid("type", "type-for-staff"));
            case SlotsFound.DurationOfType<T>() ->
                problems.response(Problem.invalid("duration_minutes", "duration-of-type"));
            case SlotsFound.Backwards<T>() -> problems.response(Problem.invalid("to", "end-after-start"));
            case SlotsFound.TooLong<T>() ->
                problems.response(Problem.invalid("to", "at-most-days-after", FreeSlots.LONGEST.toDays()));
        };
    }

    private static Problem unknown(SlotsFound.Named what) {
        return switch (what) {
            case TYPE -> Problem.invalid("type", "no-such-type");
            case PROVIDER -> Problem.invalid("provider_id", "no-such-provider");
            case FACILITY -> Problem.invalid("facility_id", "no-such-facility");
        };
    }
}
