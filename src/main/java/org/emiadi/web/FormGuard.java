package org.emiadi.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Problems;
import org.jspecify.annotations.Nullable;

/// Lets a form in only from a page of this site that was drawn for this very sign-in. The browser tells where a form
/// comes from (`Sec-Fetch-Site`, or `Origin` where it is older); the form itself carries a [FormToken].
@Singleton
final class FormGuard {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

    private final CurrentRequest request;
    private final Posted posted;
    private final Problems problems;
    private final Resuming resuming;

    FormGuard(CurrentRequest request, Posted posted, Problems problems, Resuming resuming) {
        this.request = request;
        this.posted = posted;
        this.problems = problems;
        this.resuming = resuming;
    }

    private enum Comes {
        FROM_HERE,
        FROM_ELSEWHERE,
        /// The browser is too old to tell.
        FROM_SOMEWHERE
    }

    /// What to answer in place of doing what the form says; empty where it may be done.
    Optional<Response> check(ContainerRequestContext context) {
        if (READING.contains(context.getMethod())) {
            return Optional.empty();
        }
        Comes comes = comes(context);
        if (comes == Comes.FROM_ELSEWHERE) {
            return Optional.of(fromElsewhere());
        }
        if (request.session().isEmpty() || isForThisSignIn(context)) {
            return Optional.empty();
        }
        // Somebody has signed in anew in another tab. Nothing is done, and nothing they typed is lost.
        return Optional.of(
                comes == Comes.FROM_HERE
                        ? resuming.page(context.getUriInfo().getPath(), posted.form())
                        : fromElsewhere());
    }

    private boolean isForThisSignIn(ContainerRequestContext context) {
        String header = context.getHeaderString(FormToken.HEADER);
        String token = header == null ? posted.form().text(FormToken.FIELD) : header;
        return FormToken.isGood(token, request.session().orElseThrow().secret());
    }

    private Response fromElsewhere() {
        return problems.response(Problem.of(ProblemType.NOT_ALLOWED).because("other-site"));
    }

    private static Comes comes(ContainerRequestContext context) {
        String site = context.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return FROM_HERE.contains(site) ? Comes.FROM_HERE : Comes.FROM_ELSEWHERE;
        }
        String origin = context.getHeaderString("Origin");
        if (origin == null) {
            return Comes.FROM_SOMEWHERE;
        }
        return isThisHost(origin, context.getHeaderString("Host")) ? Comes.FROM_HERE : Comes.FROM_ELSEWHERE;
    }

    private static boolean isThisHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
