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
import org.emiadi.identity.Invitation;
import org.emiadi.identity.Invitations;
import org.emiadi.identity.Invitee;
import org.emiadi.identity.ResetCodes;
import org.emiadi.identity.User;
import org.emiadi.identity.UserOutcome;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Refuses;

/// Invites users: they set their own password with a code that is handed over.
@Path("/users/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Users")
public class InvitationResource {
    private final Invitations invitations;
    private final CurrentRequest request;
    private final UserAnswers answers;
    private final Problems problems;

    InvitationResource(Invitations invitations, CurrentRequest request, UserAnswers answers, Problems problems) {
        this.invitations = invitations;
        this.request = request;
        this.answers = answers;
        this.problems = problems;
    }

    @POST
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(
            operationId = "inviteUser",
            summary = "Makes a user and a one-time code to hand over",
            description = "With the code they set a password at POST /auth/reset. Administrators invite everybody,"
                    + " receptionists patients. Without a username one is made of the person's name.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AuthJson.InvitationJson.class)))
    public Response invite(@Valid @NotNull AuthJson.InvitationRequest body) {
        var invitee = new Invitee(body.username(), UserAnswers.role(body.role()), body.personId());
        return switch (invitations.invite(request.actor(), invitee)) {
            case Invitation.Invited(User user, ResetCodes.Issued code) -> invited(user, code);
            case Invitation.Refused(UserOutcome why) ->
                answers.of(why, user -> {
                    throw new IllegalStateException("not refused: " + user.id());
                });
            case Invitation.NotAllowed() -> problems.response(Problem.of(ProblemType.NOT_ALLOWED));
            case Invitation.Nameless() -> problems.response(Problem.invalid("username", "required"));
        };
    }

    private Response invited(User user, ResetCodes.Issued code) {
        return Response.created(URI.create("/users/" + user.id()))
                .entity(new AuthJson.InvitationJson(
                        request.messages().text("done.reset-code-issued"),
                        user.id(),
                        user.username(),
                        code.code(),
                        code.expiresAt()))
                .build();
    }
}
