package org.emiadi.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.PageSession;
import org.emiadi.platform.http.SessionCookie;
import org.jspecify.annotations.Nullable;

/// What every page is made with: the frame around it, the form that was posted, words in the reader's language, and the
/// ways to answer. One for all requests; it asks for the one that is being answered.
@Singleton
public class Pages {
    /// Remembers whether single keys are shortcuts: `on` or `off`.
    public static final String SHORTCUTS_COOKIE = "miadi-shortcuts";

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String NOTICE_COOKIE = "miadi-notice";
    private static final Duration NOTICE_LASTS = Duration.ofMinutes(1);

    private final CurrentRequest request;
    private final RoutingContext routing;
    private final Posted posted;
    private final ClinicSettings clinic;
    private final Assets assets;
    private final SessionCookie cookie;
    private final ObjectMapper json;

    Pages(
            CurrentRequest request,
            RoutingContext routing,
            Posted posted,
            ClinicSettings clinic,
            Assets assets,
            SessionCookie cookie,
            ObjectMapper json) {
        this.request = request;
        this.routing = routing;
        this.posted = posted;
        this.clinic = clinic;
        this.assets = assets;
        this.cookie = cookie;
        this.json = json;
    }

    /// Who reads.
    public Actor actor() {
        return request.actor();
    }

    /// The form that was posted; an empty one where none was.
    public Form form() {
        return posted.form();
    }

    /// A message bundle in the reader's language.
    public <T> T words(Class<T> bundle) {
        return MessageBundles.get(
                bundle, Localized.Literal.of(request.messages().locale().getLanguage()));
    }

    /// Days and hours in the reader's language.
    public When when() {
        return When.in(request.messages().locale());
    }

    /// The frame of the page that is being answered. Takes the notice of what was done before, if any.
    public Frame frame() {
        String path = routing.request().uri();
        Visitor visitor = visitor();
        return new Frame(
                request.messages().locale(),
                ReturnPath.orHome(path),
                clinic.now(),
                visitor == null ? null : visitor.shown(),
                visitor == null ? List.of() : Menu.of(visitor.role(), words(Words.class), routing.normalizedPath()),
                notice().orElse(null),
                posted.form(),
                assets);
    }

    private record Visitor(Role role, Frame.Visitor shown) {}

    private @Nullable Visitor visitor() {
        PageSession session = request.session().orElse(null);
        Role role = request.actor().role();
        if (session == null || role == null) {
            return null;
        }
        Cookie shortcuts = routing.request().getCookie(SHORTCUTS_COOKIE);
        long idle = role == Role.PATIENT ? 0 : clinic.now().idle().toSeconds();
        return new Visitor(
                role,
                new Frame.Visitor(
                        session.username(),
                        role,
                        FormToken.of(session.secret()),
                        idle,
                        shortcuts == null || !shortcuts.getValue().equals("off")));
    }

    /// The first page of whoever reads; the sign-in for a stranger.
    public String home() {
        Role role = request.actor().role();
        return role == null ? "/app/login" : Menu.homeOf(role);
    }

    public Response show(TemplateInstance page) {
        return show(posted.form().isGood() ? 200 : 422, page);
    }

    public Response show(int status, TemplateInstance page) {
        return html(status, page).build();
    }

    /// The same, for whoever has more to say in headers.
    public Response.ResponseBuilder html(int status, TemplateInstance page) {
        var locale = request.messages().locale();
        page.setLocale(locale);
        var response = Response.status(status)
                .entity(page.render())
                .type(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(HttpHeaders.VARY, "Accept-Language, Cookie");
        if (routing.request().getCookie(NOTICE_COOKIE) != null) {
            response.cookie(cookie.named(NOTICE_COOKIE, "", Duration.ZERO));
        }
        return response;
    }

    /// Goes on at another page, so that a reload repeats nothing.
    public Response go(String path) {
        return to(path).build();
    }

    // Relative, so that it holds behind every proxy and whatever the Host header says.
    private static Response.ResponseBuilder to(String path) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path);
    }

    /// The same; the next page says `notice`.
    public Response go(String path, Notice notice) {
        return to(path).cookie(cookie.named(NOTICE_COOKIE, written(notice), NOTICE_LASTS))
                .build();
    }

    private String written(Notice notice) {
        try {
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(notice));
            return request.session()
                    .map(session -> text + "." + FormToken.seal(session.secret(), text))
                    .orElse(text);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    // Only what this very sign-in has sealed may bring a button along; of anything else the words alone are shown, as
    // after signing out.
    private Optional<Notice> notice() {
        Cookie sent = routing.request().getCookie(NOTICE_COOKIE);
        if (sent == null || sent.getValue().isEmpty()) {
            return Optional.empty();
        }
        String[] parts = sent.getValue().split("\\.", 2);
        boolean sealed = parts.length == 2
                && request.session()
                        .filter(session -> FormToken.isSealed(session.secret(), parts[0], parts[1]))
                        .isPresent();
        return read(parts[0])
                .map(notice -> sealed ? notice : Notice.of(notice.text()))
                .filter(notice ->
                        notice.undo() == null || ReturnPath.isSafe(notice.undo().action()));
    }

    private Optional<Notice> read(String written) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            return Optional.ofNullable(json.readValue(text, Notice.class)).filter(Notice::isWhole);
        } catch (JsonProcessingException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}
