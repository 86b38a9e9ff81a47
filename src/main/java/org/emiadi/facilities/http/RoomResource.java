package org.emiadi.facilities.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.facilities.RoomId;
import org.emiadi.facilities.Rooms;
import org.emiadi.platform.Database;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Refuses;

/// Consulting rooms by their own ids.
@Path("/rooms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Facilities")
public class RoomResource {
    private final Database database;
    private final Rooms rooms;
    private final CurrentRequest request;
    private final RoomAnswers answers;

    RoomResource(Database database, Rooms rooms, CurrentRequest request, RoomAnswers answers) {
        this.database = database;
        this.rooms = rooms;
        this.request = request;
        this.answers = answers;
    }

    @GET
    @Path("{id}")
    @Open
    @Operation(operationId = "getRoom", summary = "One room")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoomJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.read(tx -> rooms.find(tx, new RoomId(id)))
                .map(answers::found)
                .orElseGet(answers::absent);
    }

    @PATCH
    @Path("{id}")
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(operationId = "renameRoom", summary = "Renames a room")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoomJson.class)))
    public Response rename(@PathParam("id") int id, @Valid @NotNull RoomJson.Name name, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        var outcome = database.write(tx -> rooms.rename(tx, request.actor(), new RoomId(id), expected, name.name()));
        return answers.of(outcome, answers::found);
    }
}
