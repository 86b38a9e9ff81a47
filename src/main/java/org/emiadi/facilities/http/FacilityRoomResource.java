package org.emiadi.facilities.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.Rooms;
import org.emiadi.platform.Database;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.jspecify.annotations.Nullable;

/// The consulting rooms of one facility.
@Path("/facilities/{id}/rooms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Facilities")
public class FacilityRoomResource {
    private final Database database;
    private final Facilities facilities;
    private final Rooms rooms;
    private final CurrentRequest request;
    private final RoomAnswers answers;

    FacilityRoomResource(
            Database database, Facilities facilities, Rooms rooms, CurrentRequest request, RoomAnswers answers) {
        this.database = database;
        this.facilities = facilities;
        this.rooms = rooms;
        this.request = request;
        this.answers = answers;
    }

    @GET
    @Open
    @Operation(operationId = "listRooms", summary = "Lists the rooms of a facility", description = "Anybody may ask.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoomJson[].class)))
    public Response list(
            @PathParam("id") int id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var facility = new FacilityId(id);
        var slice = Query.slice(limit, cursor, 1);
        return database.read(tx -> facilities.find(tx, facility).map(there -> rooms.list(tx, facility, slice)))
                .map(page -> Paging.response(page.map(RoomJson::of), uri))
                .orElseGet(answers::absent);
    }

    @POST
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(operationId = "addRoom", summary = "Adds a room to a facility")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RoomJson.Added.class)))
    public Response add(@PathParam("id") int id, @Valid @NotNull RoomJson.Name name) {
        var outcome = database.write(tx -> rooms.add(tx, request.actor(), new FacilityId(id), name.name()));
        return answers.of(outcome, answers::added);
    }
}
