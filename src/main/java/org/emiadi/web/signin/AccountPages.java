package org.emiadi.web.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.identity.WebSessions;
import org.emiadi.platform.Messages;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.PagePaths;
import org.emiadi.platform.http.SessionCookie;
import org.emiadi.platform.http.SignedIn;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.ReturnPath;
import org.emiadi.web.Words;

/// How the pages suit whoever uses them: language, shortcuts, password, sign-ins elsewhere.
@Path("/app")
@RunOnVirtualThread
public class AccountPages {
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Pages pages;
    private final WebSessions sessions;
    private final SessionCookie cookie;
    private final CurrentRequest request;

    AccountPages(Pages pages, WebSessions sessions, SessionCookie cookie, CurrentRequest request) {
        this.pages = pages;
        this.sessions = sessions;
        this.cookie = cookie;
        this.request = request;
    }

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance account(Frame frame);
    }

    /// A link, so that it works for everybody on every page; it changes nothing but how pages read.
    @GET
    @Path("language")
    @Open
    @Operation(hidden = true)
    public Response language(
            @QueryParam("to") @DefaultValue("en") String to,
            @QueryParam("back") @DefaultValue(PagePaths.HOME) String back) {
        Locale chosen = Messages.in(Locale.forLanguageTag(to)).locale();
        if (request.session().isPresent()) {
            sessions.speak(request.actor().user(), chosen.getLanguage());
        }
        return Response.fromResponse(pages.go(ReturnPath.orHome(back)))
                .cookie(cookie.named(PagePaths.LANGUAGE_COOKIE, chosen.getLanguage(), REMEMBERED))
                .build();
    }

    @GET
    @Path("account")
    @SignedIn
    @Operation(hidden = true)
    public Response account() {
        return pages.show(Templates.account(pages.frame()));
    }

    @POST
    @Path("account/shortcuts")
    @SignedIn
    @Operation(hidden = true)
    public Response shortcuts() {
        String value = pages.form().has("shortcuts") ? "on" : "off";
        var saved = pages.go("/app/account", Notice.of(pages.words(Words.class).saved()));
        return Response.fromResponse(saved)
                .cookie(cookie.named(Pages.SHORTCUTS_COOKIE, value, REMEMBERED))
                .build();
    }
}
