package org.emiadi.web.signin;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.identity.Password;
import org.emiadi.identity.Session;
import org.emiadi.identity.SignIn;
import org.emiadi.identity.SignInOutcome;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.PagePaths;
import org.emiadi.platform.http.SessionCookie;
import org.emiadi.platform.http.SignedIn;
import org.emiadi.web.Form;
import org.emiadi.web.LoginPage;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Resuming;
import org.emiadi.web.ReturnPath;
import org.emiadi.web.Words;

/// Signing in with a browser, and out again.
@Path("/app")
@RunOnVirtualThread
public class SignInPages {
    private static final int TOO_MANY = 429;

    private final Pages pages;
    private final LoginPage login;
    private final Resuming resuming;
    private final SignIn signIn;
    private final BrowserSignIn browser;
    private final SessionCookie cookie;
    private final CurrentRequest request;

    SignInPages(
            Pages pages,
            LoginPage login,
            Resuming resuming,
            SignIn signIn,
            BrowserSignIn browser,
            SessionCookie cookie,
            CurrentRequest request) {
        this.pages = pages;
        this.login = login;
        this.resuming = resuming;
        this.signIn = signIn;
        this.browser = browser;
        this.cookie = cookie;
        this.request = request;
    }

    /// Leads to the first page of whoever comes.
    @GET
    @Open
    @Operation(hidden = true)
    public Response home() {
        return pages.go(pages.home());
    }

    @GET
    @Path("login")
    @Open
    @Operation(hidden = true)
    public Response login(@QueryParam("next") @DefaultValue(PagePaths.HOME) String next) {
        return request.actor().signedIn()
                ? pages.go(ReturnPath.orHome(next))
                : login.page(LoginPage.Shown.fresh(ReturnPath.orHome(next)));
    }

    @POST
    @Path("login")
    @Open
    @Operation(hidden = true)
    public Response signIn() {
        Form form = pages.form();
        Words words = pages.words(Words.class);
        form.required("username", words.enterUsername());
        if (form.exactly("password").isEmpty()) {
            form.wrong("password", words.enterPassword());
        }
        if (!form.isGood()) {
            return again(422, form);
        }
        boolean remember = form.has("remember");
        var outcome =
                signIn.signIn(request.actor(), form.text("username"), new Password(form.exactly("password")), remember);
        return switch (outcome) {
            case SignInOutcome.Done(Session session) -> signedIn(form, browser.open(session, remember));
            case SignInOutcome.Wait(Duration time) -> {
                form.wrong("", words.tryAgainIn(time.toSeconds() + 1));
                yield Response.fromResponse(again(TOO_MANY, form))
                        .header(HttpHeaders.RETRY_AFTER, time.toSeconds() + 1)
                        .build();
            }
            case SignInOutcome.Wrong wrong -> wrong(form);
            case SignInOutcome.BadPassword chosenLater -> wrong(form);
        };
    }

    private Response wrong(Form form) {
        form.wrong("username", pages.words(Words.class).wrongCredentials());
        return again(422, form);
    }

    private Response signedIn(Form form, BrowserSignIn.Fresh fresh) {
        // Whoever signs in over somebody else's sign-in ends it.
        request.session().ifPresent(before -> signIn.signOut(request.actor(), before.family()));
        Response next = form.has(Resuming.ACTION) && browser.wasOf(fresh.user())
                ? resuming.afterSignIn(form, fresh.secret())
                : pages.go(ReturnPath.orHome(form.text("next")));
        return Response.fromResponse(next).cookie(fresh.cookie()).build();
    }

    private Response again(int status, Form form) {
        List<Resuming.Field> kept = resuming.carried(form);
        return login.page(new LoginPage.Shown(status, form, ReturnPath.orHome(form.text("next")), kept, null));
    }

    @POST
    @Path("logout")
    @SignedIn(beforePasswordChange = true)
    @Operation(hidden = true)
    public Response signOut() {
        request.session().ifPresent(session -> signIn.signOut(request.actor(), session.family()));
        return gone(pages.words(Words.class).signedOut());
    }

    @POST
    @Path("logout-everywhere")
    @SignedIn(beforePasswordChange = true)
    @Operation(hidden = true)
    public Response signOutEverywhere() {
        signIn.signOutEverywhere(request.actor());
        return gone(pages.words(Words.class).signedOutEverywhere());
    }

    private Response gone(String said) {
        return Response.fromResponse(pages.go("/app/login", Notice.of(said)))
                .cookie(cookie.gone())
                .build();
    }

    /// A person is still there, says the page on which they were asked.
    @POST
    @Path("stay")
    @SignedIn(beforePasswordChange = true)
    @Operation(hidden = true)
    public Response stay() {
        return Response.noContent().build();
    }
}
