package org.emiadi.web.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.identity.Password;
import org.emiadi.identity.Session;
import org.emiadi.identity.SignIn;
import org.emiadi.identity.SignInOutcome;
import org.emiadi.platform.FieldError;
import org.emiadi.platform.Messages;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.PagePaths;
import org.emiadi.platform.http.PageSession;
import org.emiadi.platform.http.SignedIn;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;

/// A new password: with the present one, or with a one-time code from the front desk.
@Path("/app")
@RunOnVirtualThread
public class PasswordPages {
    private final Pages pages;
    private final SignIn signIn;
    private final BrowserSignIn browser;
    private final CurrentRequest request;

    PasswordPages(Pages pages, SignIn signIn, BrowserSignIn browser, CurrentRequest request) {
        this.pages = pages;
        this.signIn = signIn;
        this.browser = browser;
        this.request = request;
    }

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance forgot(Frame frame, Form form);

        static native TemplateInstance password(Frame frame, Form form, boolean must);
    }

    @GET
    @Path("forgot")
    @Open
    @Operation(hidden = true)
    public Response forgot() {
        return pages.show(Templates.forgot(pages.frame(), Form.empty()));
    }

    @POST
    @Path("forgot")
    @Open
    @Operation(hidden = true)
    public Response reset() {
        Form form = pages.form();
        Words words = pages.words(Words.class);
        form.required("username", words.enterUsername());
        form.required("code", words.enterCode());
        var wanted = newPassword(form);
        if (form.isGood()) {
            var outcome = signIn.reset(request.actor(), form.text("username"), form.text("code"), wanted);
            if (outcome instanceof SignInOutcome.Done(Session session)) {
                return done(session);
            }
            say(form, outcome, "code", words.wrongCode());
        }
        return pages.show(Templates.forgot(pages.frame(), form));
    }

    @GET
    @Path("password")
    @SignedIn(beforePasswordChange = true)
    @Operation(hidden = true)
    public Response password() {
        return pages.show(Templates.password(pages.frame(), Form.empty(), mustChange()));
    }

    @POST
    @Path("password")
    @SignedIn(beforePasswordChange = true)
    @Operation(hidden = true)
    public Response changePassword() {
        Form form = pages.form();
        Words words = pages.words(Words.class);
        if (form.exactly("password").isEmpty()) {
            form.wrong("password", words.enterPassword());
        }
        var wanted = newPassword(form);
        if (form.isGood()) {
            var outcome = signIn.changePassword(request.actor(), new Password(form.exactly("password")), wanted);
            if (outcome instanceof SignInOutcome.Done(Session session)) {
                return done(session);
            }
            say(form, outcome, "password", words.wrongPresentPassword());
        }
        return pages.show(Templates.password(pages.frame(), form, mustChange()));
    }

    private boolean mustChange() {
        return request.session().map(PageSession::mustChangePassword).orElse(false);
    }

    private Password newPassword(Form form) {
        if (form.exactly("new_password").isEmpty()) {
            form.wrong("new_password", pages.words(Words.class).enterPassword());
        }
        return new Password(form.exactly("new_password"));
    }

    private Response done(Session session) {
        var next = pages.go(PagePaths.HOME, Notice.of(pages.words(Words.class).passwordSet()));
        return Response.fromResponse(next)
                .cookie(browser.open(session, false).cookie())
                .build();
    }

    private void say(Form form, SignInOutcome outcome, String proof, String wrong) {
        Messages messages = request.messages();
        switch (outcome) {
            case SignInOutcome.Wrong() -> form.wrong(proof, wrong);
            case SignInOutcome.Wait(Duration time) ->
                form.wrong("", pages.words(Words.class).tryAgainIn(time.toSeconds() + 1));
            case SignInOutcome.BadPassword(String key) ->
                form.wrong("new_password", messages.sentence(FieldError.of("new_password", key)));
            case SignInOutcome.Done(Session session) -> throw new IllegalStateException("nothing is wrong");
        }
    }
}
