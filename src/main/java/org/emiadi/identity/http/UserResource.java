package org.emiadi.identity.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.emiadi.identity.User;
import org.emiadi.identity.Users;
import org.emiadi.platform.Database;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Patch;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.jspecify.annotations.Nullable;

/// The users, for administrators.
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Users")
public class UserResource {
    private final Users users;
    private final Database database;
    private final CurrentRequest request;
    private final UserAnswers answers;

    UserResource(Users users, Database database, CurrentRequest request, UserAnswers answers) {
        this.users = users;
        this.database = database;
        this.request = request;
        this.answers = answers;
    }

    @GET
    @Allowed(Role.ADMIN)
    @Operation(operationId = "listUsers", summary = "Lists users")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthJson.UserJson[].class)))
    public Response list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("role") @Nullable String role,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var slice = Query.slice(limit, cursor, 1);
        var wantedRole = Query.text("role", role).map(UserAnswers::role);
        var wantedName = Query.text("search", search);
        var page = database.write(tx -> users.list(tx, request.actor(), wantedRole, wantedName, slice));
        return Paging.response(page.map(AuthJson.UserJson::of), uri);
    }

    @PATCH
    @Path("{id}")
    @Allowed(Role.ADMIN)
    @Refuses({ProblemType.ALREADY_IN_USE, ProblemType.LAST_ADMIN})
    @Operation(
            operationId = "changeUser",
            summary = "Changes role, person or lock of a user",
            description = "Takes effect at once: all sign-ins of the user end.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthJson.UserJson.class)))
    public Response change(@PathParam("id") int id, @Valid @NotNull AuthJson.UserChanges changes) {
        var role =
                changes.role() == null ? null : UserAnswers.role(changes.role().orElseThrow());
        var outcome = users.change(
                request.actor(),
                id,
                before -> new User(
                        before.id(),
                        before.username(),
                        role == null ? before.role() : role,
                        Patch.or(changes.personId(), before.personId()),
                        Patch.kept(changes.locked(), before.locked()),
                        before.mustChangePassword()));
        return answers.of(
                outcome, user -> Response.ok(AuthJson.UserJson.of(user)).build());
    }
}
