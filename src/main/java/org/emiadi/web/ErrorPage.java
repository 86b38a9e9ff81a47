package org.emiadi.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.emiadi.clinic.ClinicDetails;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.PagePaths;
import org.emiadi.platform.http.ProblemPage;
import org.jspecify.annotations.Nullable;

/// What a browser is shown where a program would get a problem document: what happened, what to do next, the reference
/// under which it was logged, and whom to call.
@Singleton
public class ErrorPage implements ProblemPage {
    private final Pages pages;
    private final Posted posted;
    private final LoginPage login;
    private final Resuming resuming;
    private final CurrentRequest request;
    private final RoutingContext routing;
    private final Assets assets;
    private final ClinicSettings clinic;

    ErrorPage(
            Pages pages,
            Posted posted,
            LoginPage login,
            Resuming resuming,
            CurrentRequest request,
            RoutingContext routing,
            Assets assets,
            ClinicSettings clinic) {
        this.pages = pages;
        this.posted = posted;
        this.login = login;
        this.resuming = resuming;
        this.request = request;
        this.routing = routing;
        this.assets = assets;
        this.clinic = clinic;
    }

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance error(Frame frame, Told told, String reference);

        static native TemplateInstance plain(
                String language, String style, Told told, String reference, String clinic, @Nullable String phone);
    }

    /// What is said of a problem.
    public record Told(String title, String text) {}

    @Override
    public Response answer(Problem problem) {
        return switch (problem.type()) {
            case SIGN_IN_REQUIRED -> signIn();
            case PASSWORD_CHANGE_REQUIRED -> pages.go("/app/password");
            // Drawn with as little as possible, since what failed may be part of the shell.
            case INTERNAL_ERROR ->
                Response.status(problem.type().status())
                        .type("text/html;charset=UTF-8")
                        .entity(plain(
                                problem, request.messages(), request.origin().requestId()))
                        .build();
            default -> error(problem);
        };
    }

    private Response error(Problem problem) {
        Told told = told(problem, pages.words(Words.class), request.messages());
        var response = pages.html(
                problem.type().status(),
                Templates.error(pages.frame(), told, request.origin().requestId()));
        Object wait = problem.members().get("retry_after");
        return (wait == null ? response : response.header(HttpHeaders.RETRY_AFTER, wait)).build();
    }

    private Response signIn() {
        if (routing.request().getHeader(PagePaths.BY_ITSELF) != null
                || routing.request().getHeader("HX-Request") != null) {
            // Part of a page: the whole page is loaded anew, and that leads to the sign-in.
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header("HX-Refresh", "true")
                    .build();
        }
        if (routing.request().method().equals(HttpMethod.POST)) {
            return login.page(new LoginPage.Shown(
                    Response.Status.UNAUTHORIZED.getStatusCode(),
                    Form.empty(),
                    PagePaths.HOME,
                    resuming.keep(routing.normalizedPath(), posted.form()),
                    pages.words(Words.class).keptWhatYouTyped()));
        }
        String here = ReturnPath.orHome(routing.request().uri());
        return here.equals(PagePaths.HOME)
                ? pages.go("/app/login")
                : pages.go("/app/login?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }

    @Override
    public String plain(Problem problem, Messages messages, String requestId) {
        String language = messages.locale().getLanguage();
        var words = MessageBundles.get(Words.class, Localized.Literal.of(language));
        // In the middle of too much work, the database is not asked for a name.
        var known = clinic.lastKnown();
        return Templates.plain(
                        language,
                        assets.path("style.css"),
                        told(problem, words, messages),
                        requestId,
                        known.map(ClinicDetails::name).orElse("e-miadi"),
                        known.map(Frame::phoneOf).orElse(null))
                .setLocale(messages.locale())
                .render();
    }

    private static Told told(Problem problem, Words words, Messages messages) {
        ProblemType type = problem.type();
        return switch (type) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> new Told(words.notFoundTitle(), words.notFoundText());
            case NOT_ALLOWED ->
                problem.reason().equals("other-site")
                        ? new Told(words.otherSiteTitle(), words.otherSiteText())
                        : new Told(words.notAllowedTitle(), words.notAllowedText());
            case TOO_MANY_REQUESTS ->
                new Told(
                        words.tooManyTitle(),
                        words.tooManyText(String.valueOf(problem.members().get("retry_after"))));
            case UNAVAILABLE -> new Told(words.unavailableTitle(), words.unavailableText());
            case INTERNAL_ERROR -> new Told(words.brokenTitle(), words.brokenText());
            case TOO_LARGE, ADDRESS_TOO_LONG, HEADERS_TOO_LARGE ->
                new Told(words.tooLargeTitle(), words.tooLargeText());
            case UNREADABLE_REQUEST, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE ->
                new Told(words.unreadableTitle(), words.unreadableText());
            default -> new Told(messages.title(type), messages.detail(problem));
        };
    }
}
