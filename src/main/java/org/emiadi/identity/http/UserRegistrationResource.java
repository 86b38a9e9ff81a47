package org.emiadi.identity.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.identity.NewUser;
import org.emiadi.identity.Password;
import org.emiadi.identity.User;
import org.emiadi.identity.Users;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Refuses;

/// Makes users, at the path of the original. A class of its own, because a path under that of [AuthResource] is looked
/// for there and nowhere else.
@Path("/auth/register-user")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Users")
public class UserRegistrationResource {
    private final Users users;
    private final CurrentRequest request;
    private final UserAnswers answers;

    UserRegistrationResource(Users users, CurrentRequest request, UserAnswers answers) {
        this.users = users;
        this.request = request;
        this.answers = answers;
    }

    @POST
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(operationId = "registerUser", summary = "Makes a user")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AuthJson.UserRegistered.class)))
    public Response register(@Valid @NotNull AuthJson.NewUserRequest body) {
        var user = new NewUser(
                body.username(),
                new Password(body.password()),
                UserAnswers.role(body.role()),
                body.personId(),
                Boolean.TRUE.equals(body.mustChangePassword()));
        return answers.of(users.register(request.actor(), user), this::registered);
    }

    private Response registered(User user) {
        return Response.created(URI.create("/users/" + user.id()))
                .entity(new AuthJson.UserRegistered(request.messages().text("done.user-registered"), user.id()))
                .build();
    }
}
