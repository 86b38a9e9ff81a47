package org.emiadi.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.emiadi.platform.Faults;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes wrong below the resources, as problems. What nobody foresaw is logged here, once, with its request id.
@Singleton
public final class FailureMapping {
    private static final Logger LOG = LoggerFactory.getLogger(FailureMapping.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Problems problems;
    private final CurrentRequest request;
    private final RoutingContext routing;

    FailureMapping(Problems problems, CurrentRequest request, RoutingContext routing) {
        this.problems = problems;
        this.request = request;
        this.routing = routing;
    }

    @ServerExceptionMapper
    Response refused(ProblemException refusal) {
        return problems.response(refusal.problem());
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatch) {
        return problems.response(InputProblems.of(mismatch));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return problems.response(InputProblems.of(unreadable));
        }
        int status = failure.getResponse().getStatus();
        if (status == Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return unforeseen(failure);
        }
        return problems.response(Problem.of(withStatus(status)));
    }

    private static ProblemType withStatus(int status) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(ProblemType.UNREADABLE_REQUEST);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure) {
        String id = request.origin().requestId();
        if (Faults.isPassing(failure)) {
            LOG.warn("Database out of reach in request {}: {}", id, Faults.rootKind(failure));
            return problems.response(Problem.of(ProblemType.UNAVAILABLE).with("retry_after", RETRY_AFTER_SECONDS));
        }
        if (routing.response().ended()) {
            // The HTTP server has refused the request while it was being read, for its length.
            LOG.debug("Request {} was cut off", id);
            return problems.response(Problem.of(ProblemType.TOO_LARGE));
        }
        LOG.error("Request {} failed", id, failure);
        return problems.response(Problem.of(ProblemType.INTERNAL_ERROR).with("reference", id));
    }
}
