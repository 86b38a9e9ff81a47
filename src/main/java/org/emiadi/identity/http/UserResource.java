package org.emiadi.identity.http;

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
import org.emiadi.identity.NewUser;
import org.emiadi.identity.Password;
import org.emiadi.identity.User;
import org.emiadi.identity.UserOutcome;
import org.emiadi.identity.Users;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Patch;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// The users, for administrators.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Users")
public class UserResource {
    private final Users users;
    private final Database database;
    private final CurrentRequest request;
    private final Problems problems;

    UserResource(Users users, Database database, CurrentRequest request, Problems problems) {
        this.users = users;
        this.database = database;
        this.request = request;
        this.problems = problems;
    }

    @POST
    @Path("auth/register-user")
    @Allowed(Role.ADMIN)
    @Operation(operationId = "registerUser", summary = "Makes a user")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AuthJson.UserRegistered.class)))
    public Response register(@Valid @NotNull AuthJson.NewUserRequest body) {
        var user = new NewUser(
                body.username(),
                new Password(body.password()),
                role(body.role()),
                body.personId(),
                Boolean.TRUE.equals(body.mustChangePassword()));
        return answer(
                users.register(request.actor(), user),
                made -> Response.created(URI.create("/users/" + made.id()))
                        .entity(new AuthJson.UserRegistered(request.messages().text("done.user-registered"), made.id()))
                        .build());
    }

    @GET
    @Path("users")
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
        var wantedRole = Query.text("role", role).map(UserResource::role);
        var wantedName = Query.text("search", search);
        var page = database.write(tx -> users.list(tx, request.actor(), wantedRole, wantedName, slice));
        return Paging.response(page.map(AuthJson.UserJson::of), uri);
    }

    @PATCH
    @Path("users/{id}")
    @Allowed(Role.ADMIN)
    @Operation(
            operationId = "changeUser",
            summary = "Changes role, person or lock of a user",
            description = "Takes effect at once: all sign-ins of the user end.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthJson.UserJson.class)))
    public Response change(@PathParam("id") int id, @Valid @NotNull AuthJson.UserChanges changes) {
        var role = changes.role() == null ? null : role(changes.role().orElseThrow());
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
        return answer(outcome, user -> Response.ok(AuthJson.UserJson.of(user)).build());
    }

    private Response answer(UserOutcome outcome, Function<User, Response> done) {
        return switch (outcome) {
            case UserOutcome.Done(User user) -> done.apply(user);
            case UserOutcome.NameTaken() -> problems.response(taken("username"));
            case UserOutcome.PersonTaken() -> problems.response(taken("person_id"));
            case UserOutcome.PersonMissing() -> problems.response(Problem.invalid("person_id", "person-required"));
            case UserOutcome.PersonIsNot(String type) ->
                problems.response(Problem.invalid("person_id", "person-is-not", type));
            case UserOutcome.BadPassword(String key) -> problems.response(Problem.invalid("password", key));
            case UserOutcome.Absent() -> problems.response(Problem.of(ProblemType.NOT_FOUND));
            case UserOutcome.LastAdmin() -> problems.response(Problem.of(ProblemType.LAST_ADMIN));
        };
    }

    private static Problem taken(String member) {
        return Problem.of(ProblemType.ALREADY_IN_USE).with("member", member);
    }

    private static Role role(String text) {
        return Role.ofUser(text).orElseThrow(() -> Query.invalid("role", "role"));
    }
}
