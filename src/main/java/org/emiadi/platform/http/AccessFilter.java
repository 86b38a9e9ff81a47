package org.emiadi.platform.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.jspecify.annotations.Nullable;

/// Lets nobody in whom the route does not name.
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Credentials credentials;
    private final RateLimits limits;
    private final CurrentRequest request;
    private final ResourceInfo route;

    AccessFilter(Credentials credentials, RateLimits limits, CurrentRequest request, ResourceInfo route) {
        this.credentials = credentials;
        this.limits = limits;
        this.request = request;
        this.route = route;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Optional<Credentials.Bearer> bearer = bearer(context.getHeaderString(HttpHeaders.AUTHORIZATION));
        bearer.ifPresent(known -> request.set(known.actor()));
        countForAccount(request.actor());
        check(
                route.getResourceMethod(),
                request.actor(),
                bearer.map(Credentials.Bearer::mustChangePassword).orElse(false));
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
