package org.emiadi.platform.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/// Lets nobody in whom the route does not name.
@Singleton
public final class AccessFilter {
    private static final String SCHEME = "Bearer ";

    private final Credentials credentials;
    private final SessionCookie cookie;
    private final PageGate gate;
    private final RateLimits limits;
    private final CurrentRequest request;
    private final ResourceInfo route;

    AccessFilter(
            Credentials credentials,
            SessionCookie cookie,
            PageGate gate,
            RateLimits limits,
            CurrentRequest request,
            ResourceInfo route) {
        this.credentials = credentials;
        this.cookie = cookie;
        this.gate = gate;
        this.limits = limits;
        this.request = request;
        this.route = route;
    }

    /// Null lets the request pass.
    // The one filter that asks for the form to be read: several are called in the reverse of their order.
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    @WithFormRead
    public @Nullable Response check(ResteasyReactiveContainerRequestContext context) {
        return request.isForPage() ? page(context) : program(context);
    }

    private @Nullable Response program(ContainerRequestContext context) {
        admit(bearer(context.getHeaderString(HttpHeaders.AUTHORIZATION)));
        return null;
    }

    private @Nullable Response page(ResteasyReactiveContainerRequestContext context) {
        gate.read(context);
        var browser = browser(context);
        gate.identified(context);
        admit(browser);
        return gate.admit(context).orElse(null);
    }

    private void admit(Optional<Credentials.Bearer> caller) {
        caller.ifPresent(known -> request.set(known.actor()));
        countForAccount(request.actor());
        check(
                route.getResourceMethod(),
                request.actor(),
                caller.map(Credentials.Bearer::mustChangePassword).orElse(false));
    }

    // Pages know cookies only, the API tokens only.
    private Optional<Credentials.Bearer> browser(ContainerRequestContext context) {
        boolean byHand = context.getHeaderString(PagePaths.BY_ITSELF) == null;
        boolean evenWhenIdle = route.getResourceMethod().isAnnotationPresent(EvenWhenIdle.class);
        return cookie.read(context)
                .flatMap(secret -> credentials.browser(secret, request.origin(), byHand))
                .filter(browser -> !browser.idle() || evenWhenIdle)
                .map(browser -> {
                    request.set(browser.session());
                    return browser.user();
                });
    }

    private Optional<Credentials.Bearer> bearer(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refusal(ProblemType.SIGN_IN_REQUIRED, "bad-token");
        }
        var bearer = credentials.check(header.substring(SCHEME.length()).strip(), request.origin());
        if (bearer.isEmpty()) {
            throw refusal(ProblemType.SIGN_IN_REQUIRED, "bad-token");
        }
        return bearer;
    }

    private void countForAccount(Actor actor) {
        if (actor.userId() == null) {
            return;
        }
        var answer = limits.take(RateLimits.Kind.ACCOUNT, actor.userId().toString());
        if (!answer.allowed()) {
            throw new ProblemException(
                    Problem.of(ProblemType.TOO_MANY_REQUESTS).with("retry_after", answer.waitSeconds()));
        }
    }

    private static void check(Method route, Actor actor, boolean mustChangePassword) {
        if (route.isAnnotationPresent(Open.class)) {
            return;
        }
        if (!actor.signedIn()) {
            throw refusal(ProblemType.SIGN_IN_REQUIRED, "");
        }
        SignedIn signedIn = route.getAnnotation(SignedIn.class);
        if (mustChangePassword && (signedIn == null || !signedIn.beforePasswordChange())) {
            throw refusal(ProblemType.PASSWORD_CHANGE_REQUIRED, "");
        }
        Allowed allowed = route.getAnnotation(Allowed.class);
        if (signedIn == null && (allowed == null || !actor.is(allowed.value()))) {
            throw refusal(ProblemType.NOT_ALLOWED, "");
        }
    }

    private static ProblemException refusal(ProblemType type, String reason) {
        return new ProblemException(Problem.of(type).because(reason));
    }
}
