package org.emiadi.platform.http;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.emiadi.platform.Problem;

/// Puts problems into words and into a response: a document for programs, a page for people.
@Singleton
public final class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";

    private final CurrentRequest request;
    private final Instance<ProblemPage> page;

    Problems(CurrentRequest request, Instance<ProblemPage> page) {
        this.request = request;
        this.page = page;
    }

    public Response response(Problem problem) {
        if (request.isForPage() && page.isResolvable()) {
            return page.get().answer(problem);
        }
        var messages = request.messages();
        var response = Response.status(problem.type().status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, messages.locale().toLanguageTag())
                .entity(ProblemJson.of(problem, messages, request.origin().requestId()));
        addWhatTheStatusAsksFor(problem, response);
        return response.build();
    }

    private static void addWhatTheStatusAsksFor(Problem problem, Response.ResponseBuilder response) {
        if (problem.type().status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"e-miadi\"");
        }
        Object wait = problem.members().get("retry_after");
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, wait);
        }
    }
}
