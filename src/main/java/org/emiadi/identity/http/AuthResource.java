package org.emiadi.identity.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.identity.BearerTokens;
import org.emiadi.identity.Password;
import org.emiadi.identity.ResetCodes;
import org.emiadi.identity.Session;
import org.emiadi.identity.SignIn;
import org.emiadi.identity.SignInOutcome;
import org.emiadi.identity.Users;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Refuses;
import org.emiadi.platform.http.SignedIn;

/// Signing in, going on, signing out; passwords.
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sign-in")
public class AuthResource {
    private static final String SCHEME = "Bearer ";

    private final SignIn signIn;
    private final ResetCodes codes;
    private final BearerTokens tokens;
    private final Users users;
    private final Database database;
    private final CurrentRequest request;
    private final Problems problems;

    AuthResource(
            SignIn signIn,
            ResetCodes codes,
            BearerTokens tokens,
            Users users,
            Database database,
            CurrentRequest request,
            Problems problems) {
        this.signIn = signIn;
        this.codes = codes;
        this.tokens = tokens;
        this.users = users;
        this.database = database;
        this.request = request;
        this.problems = problems;
    }

    @POST
    @Path("login")
    @Open
    @Refuses(ProblemType.WRONG_CREDENTIALS)
    @Operation(operationId = "signIn", summary = "Signs in with username and password")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AuthJson.SessionJson.class)))
    public Response signIn(@Valid @NotNull AuthJson.SignInRequest body) {
        boolean remember = Boolean.TRUE.equals(body.rememberMe());
        var outcome = signIn.signIn(request.actor(), body.username(), new Password(body.password()), remember);
        return answer(outcome, "", this::session);
    }

    @POST
    @Path("refresh")
    @Open
    @Refuses(ProblemType.WRONG_CREDENTIALS)
    @Operation(
            operationId = "refresh",
            summary = "Gives the next pair of tokens",
            description = "A refresh token works once. One that is used twice ends the whole sign-in.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AuthJson.SessionJson.class)))
    public Response refresh(@Valid @NotNull AuthJson.RefreshRequest body) {
        return answer(signIn.refresh(request.actor(), body.refreshToken()), "refresh", this::session);
    }

    @POST
    @Path("logout")
    @SignedIn(beforePasswordChange = true)
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "signOut", summary = "Signs out", description = "Both tokens are refused from now on.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthJson.Message.class)))
    public Response signOut(@Context HttpHeaders headers) {
        String header = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        tokens.check(header.substring(SCHEME.length()).strip())
                .ifPresent(claims -> signIn.signOut(request.actor(), claims));
        return message(Response.Status.OK, "done.signed-out");
    }

    @POST
    @Path("logout-everywhere")
    @SignedIn(beforePasswordChange = true)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "signOutEverywhere",
            summary = "Ends all sign-ins of the caller",
            description = "Those of browsers too. All their tokens and cookies are refused from now on.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthJson.Message.class)))
    public Response signOutEverywhere() {
        signIn.signOutEverywhere(request.actor());
        return message(Response.Status.OK, "done.signed-out");
    }

    @POST
    @Path("password")
    @SignedIn(beforePasswordChange = true)
    @Operation(
            operationId = "changePassword",
            summary = "Changes the caller's password",
            description = "Ends all other sign-ins of the caller and gives a new pair of tokens.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AuthJson.SessionJson.class)))
    public Response changePassword(@Valid @NotNull AuthJson.PasswordChange body) {
        var outcome = signIn.changePassword(
                request.actor(), new Password(body.currentPassword()), new Password(body.newPassword()));
        return switch (outcome) {
            case SignInOutcome.Wrong wrong -> problems.response(Problem.invalid("current_password", "password-wrong"));
            case SignInOutcome.BadPassword(String key) -> problems.response(Problem.invalid("new_password", key));
            default -> answer(outcome, "", this::session);
        };
    }

    @POST
    @Path("reset-code")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Refuses(ProblemType.NOT_FOUND)
    @Operation(
            operationId = "issueResetCode",
            summary = "Gives a one-time code to hand over",
            description = "Administrators for everybody, receptionists for patients. Good for 24 hours and 5 tries.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AuthJson.ResetCodeJson.class)))
    public Response issueResetCode(@Valid @NotNull AuthJson.ResetCodeRequest body) {
        return codes.issue(request.actor(), body.username())
                .map(issued -> Response.status(Response.Status.CREATED)
                        .entity(new AuthJson.ResetCodeJson(
                                request.messages().text("done.reset-code-issued"), issued.code(), issued.expiresAt()))
                        .build())
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    @POST
    @Path("reset")
    @Open
    @Refuses(ProblemType.WRONG_CREDENTIALS)
    @Operation(operationId = "resetPassword", summary = "Sets a new password with a one-time code")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthJson.Message.class)))
    public Response reset(@Valid @NotNull AuthJson.ResetRequest body) {
        var outcome = signIn.reset(request.actor(), body.username(), body.code(), new Password(body.password()));
        return answer(outcome, "code", session -> message(Response.Status.OK, "done.password-set"));
    }

    @GET
    @Path("me")
    @SignedIn(beforePasswordChange = true)
    @Refuses(ProblemType.NOT_FOUND)
    @Operation(operationId = "getMe", summary = "Who has signed in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthJson.UserJson.class)))
    public Response me() {
        return database.read(tx -> users.find(tx, request.actor().user()))
                .map(AuthJson.UserJson::of)
                .map(user -> Response.ok(user).build())
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    private Response session(Session session) {
        return Response.ok(AuthJson.SessionJson.of(session)).build();
    }

    private Response message(Response.Status status, String key) {
        return Response.status(status)
                .entity(new AuthJson.Message(request.messages().text(key)))
                .build();
    }

    private Response answer(SignInOutcome outcome, String reason, Function<Session, Response> done) {
        return switch (outcome) {
            case SignInOutcome.Done(Session session) -> done.apply(session);
            case SignInOutcome.Wrong() ->
                problems.response(Problem.of(ProblemType.WRONG_CREDENTIALS).because(reason));
            case SignInOutcome.Wait(Duration time) ->
                problems.response(Problem.of(ProblemType.TOO_MANY_REQUESTS)
                        .because("sign-in")
                        .with("retry_after", time.toSeconds() + 1));
            case SignInOutcome.BadPassword(String key) -> problems.response(Problem.invalid("password", key));
        };
    }
}
