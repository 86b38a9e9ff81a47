package org.emiadi.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.RateLimits.Kind;

/// Refusals before a request reaches any resource: too much, too often. They look like all others.
@Singleton
final class EarlyAnswers {
    /// As `quarkus.http.limits.max-body-size` holds it for bodies of unknown length.
    private static final long LARGEST_BODY = 1024L * 1024L;

    /// Where each request costs a hash of a password, or is a guess at what only a patient knows.
    private static final List<String> SIGN_IN =
            List.of("/auth/", "/app/login", "/app/forgot", "/app/password", "/app/booking");

    private static final int AFTER_THE_HEADERS = 900;

    private final RateLimits limits;
    private final ObjectMapper json;
    private final Instance<ProblemPage> page;

    EarlyAnswers(RateLimits limits, ObjectMapper json, Instance<ProblemPage> page) {
        this.limits = limits;
        this.json = json;
        this.page = page;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_HEADERS);
    }

    void register(@Observes Router router) {
        router.errorHandler(
                ProblemType.TOO_LARGE.status(), routing -> answer(routing, Problem.of(ProblemType.TOO_LARGE)));
        router.errorHandler(
                ProblemType.UNREADABLE_REQUEST.status(),
                routing -> answer(routing, Problem.of(ProblemType.UNREADABLE_REQUEST)));
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (isTooLarge(request)) {
            routing.response().putHeader("Connection", "close");
            answer(routing, Problem.of(ProblemType.TOO_LARGE));
            return;
        }
        String address = request.remoteAddress().hostAddress();
        boolean signsIn = request.method().equals(HttpMethod.POST)
                && SIGN_IN.stream().anyMatch(routing.normalizedPath()::startsWith);
        if (isWithin(routing, Kind.ADDRESS, address) && (!signsIn || isWithin(routing, Kind.SIGN_IN, address))) {
            routing.next();
        }
    }

    private static boolean isTooLarge(HttpServerRequest request) {
        try {
            return Long.parseLong(Optional.ofNullable(request.getHeader("Content-Length"))
                            .orElse("0"))
                    > LARGEST_BODY;
        } catch (NumberFormatException moreDigitsThanALongHas) {
            return true;
        }
    }

    private boolean isWithin(RoutingContext routing, Kind kind, String whose) {
        var answer = limits.take(kind, whose);
        if (limits.areOn()) {
            RateHeaders.add(routing.response().headers()::set, kind, answer);
        }
        if (!answer.allowed()) {
            answer(routing, Problem.of(ProblemType.TOO_MANY_REQUESTS).with("retry_after", answer.waitSeconds()));
        }
        return answer.allowed();
    }

    /// In the language of the reader, without asking the database.
    void answer(RoutingContext routing, Problem problem) {
        boolean forPage = PagePaths.holds(routing.normalizedPath()) && page.isResolvable();
        var messages = messages(routing.request(), forPage);
        var response = routing.response()
                .setStatusCode(problem.type().status())
                .putHeader("Content-Type", forPage ? "text/html;charset=UTF-8" : Problems.MEDIA_TYPE)
                .putHeader("Content-Language", messages.locale().toLanguageTag());
        Object wait = problem.members().get("retry_after");
        if (wait != null) {
            response.putHeader("Retry-After", wait.toString());
        }
        String id = WireHeaders.requestId(routing);
        response.end(forPage ? page.get().plain(problem, messages, id) : write(ProblemJson.of(problem, messages, id)));
    }

    private static Messages messages(HttpServerRequest request, boolean forPage) {
        var chosen = forPage ? request.getCookie(PagePaths.LANGUAGE_COOKIE) : null;
        return chosen == null
                ? Messages.accepting(Optional.ofNullable(request.getHeader("Accept-Language"))
                        .orElse(""))
                : Messages.in(Locale.forLanguageTag(chosen.getValue()));
    }

    private String write(ProblemJson problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a problem of ours cannot be written as JSON", bug);
        }
    }
}
