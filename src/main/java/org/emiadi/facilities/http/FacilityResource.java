package org.emiadi.facilities.http;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.FacilityOutcome;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.jspecify.annotations.Nullable;

/// The places where care takes place.
@Path("/facilities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Facilities")
public class FacilityResource {
    private final Database database;
    private final Facilities facilities;
    private final CurrentRequest request;
    private final Problems problems;

    FacilityResource(Database database, Facilities facilities, CurrentRequest request, Problems problems) {
        this.database = database;
        this.facilities = facilities;
        this.request = request;
        this.problems = problems;
    }

    @GET
    @Open
    @Operation(operationId = "listFacilities", summary = "Lists the facilities", description = "Anybody may ask.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FacilityJson[].class)))
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var slice = Query.slice(limit, cursor, 1);
        return Paging.response(database.read(tx -> facilities.list(tx, slice)).map(FacilityJson::of), uri);
    }

    @GET
    @Path("{id}")
    @Open
    @Operation(operationId = "getFacility", summary = "One facility")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FacilityJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.read(tx -> facilities.find(tx, new FacilityId(id)))
                .map(FacilityResource::found)
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    @POST
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(operationId = "addFacility", summary = "Adds a facility")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FacilityJson.Added.class)))
    public Response add(@Valid @NotNull FacilityJson.New facility) {
        var outcome = database.write(tx -> facilities.add(tx, request.actor(), facility.toDetails()));
        return answer(outcome, this::added);
    }

    private Response added(Facility facility) {
        int id = facility.id().value();
        return Response.created(URI.create("/facilities/" + id))
                .header(HttpHeaders.ETAG, EntityTag.of(facility.version()))
                .entity(new FacilityJson.Added(request.messages().text("done.facility-added"), id))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(
            operationId = "changeFacility",
            summary = "Changes what is known of a facility",
            description =
                    "Working hours keep to the clock on the wall: in another time zone they begin at another instant.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FacilityJson.class)))
    public Response change(
            @PathParam("id") int id, @Valid @NotNull FacilityJson.Changes changes, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        var outcome = database.write(
                tx -> facilities.change(tx, request.actor(), new FacilityId(id), expected, changes::applyTo));
        return answer(outcome, FacilityResource::found);
    }

    private Response answer(FacilityOutcome outcome, Function<Facility, Response> done) {
        return switch (outcome) {
            case FacilityOutcome.Done(Facility facility) -> done.apply(facility);
            case FacilityOutcome.Absent() -> problems.response(Problem.of(ProblemType.NOT_FOUND));
            case FacilityOutcome.Taken(String member) ->
                problems.response(Problem.of(ProblemType.ALREADY_IN_USE).with("member", member));
            case FacilityOutcome.UnknownZone() -> problems.response(Problem.invalid("time_zone", "time-zone"));
            case FacilityOutcome.Stale() -> problems.response(Problem.of(ProblemType.LOST_UPDATE));
        };
    }

    private static Response found(Facility facility) {
        return Response.ok(FacilityJson.of(facility))
                .header(HttpHeaders.ETAG, EntityTag.of(facility.version()))
                .build();
    }
}
