package org.emiadi.platform.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;

/// Sends requests away at once when there are too many, before any of them costs anything, and lets the others take
/// their turns. Whether the server lives, and its figures, can always be asked.
@Singleton
final class AdmissionFilter {
    /// Within a whole page load; who has waited so long has mostly gone.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /// Longer than nearly everything takes even on a busy day.
    private static final Duration TURN = Duration.ofMillis(500);

    private static final int RETRY_AFTER_SECONDS = 3;
    private static final int AFTER_THE_LIMITS = 800;

    private final Admission admission;
    private final EarlyAnswers answers;

    AdmissionFilter(Admission admission, EarlyAnswers answers, MeterRegistry meters) {
        this.admission = admission;
        this.answers = answers;
        Gauge.builder("miadi.requests.in.flight", admission, Admission::inFlight)
                .description("Requests at work or waiting for their turn")
                .register(meters);
        Gauge.builder("miadi.requests.waiting", admission, Admission::queued)
                .description("Requests that wait for their turn")
                .register(meters);
        FunctionCounter.builder("miadi.requests.refused", admission, Admission::refused)
                .description("Requests sent away because there were too many")
                .register(meters);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, AFTER_THE_LIMITS);
    }

    private void admit(RoutingContext routing) {
        if (isAlwaysAnswered(routing.normalizedPath())) {
            routing.next();
        } else {
            new Visit(routing, routing.vertx().getOrCreateContext()).arrive();
        }
    }

    private static boolean isAlwaysAnswered(String path) {
        return path.startsWith("/health") || path.startsWith("/metrics");
    }

    /// One request from its arrival to its turn, all on the thread of its connection.
    private final class Visit {
        private final RoutingContext routing;
        private final Context connection;
        private long patience;

        Visit(RoutingContext routing, Context connection) {
            this.routing = routing;
            this.connection = connection;
        }

        void arrive() {
            switch (admission.arrive(this::called)) {
                case Admission.Arrival.Admitted(var place) -> {
                    leaveAtTheEnd(place);
                    begin(place);
                }
                case Admission.Arrival.Queued(var place) -> {
                    leaveAtTheEnd(place);
                    // Its body stays with the operating system until it is wanted.
                    routing.request().pause();
                    patience = routing.vertx().setTimer(LONGEST_WAIT.toMillis(), _ -> giveUp(place));
                }
                case Admission.Arrival.Full() -> refuse();
            }
        }

        private void leaveAtTheEnd(Admission.Place place) {
            routing.addEndHandler(_ -> {
                routing.vertx().cancelTimer(patience);
                admission.leave(place);
            });
        }

        private void called(Admission.Place place) {
            connection.runOnContext(_ -> {
                routing.vertx().cancelTimer(patience);
                if (!routing.response().ended() && !routing.response().closed()) {
                    routing.request().resume();
                    begin(place);
                }
            });
        }

        private void begin(Admission.Place place) {
            patience = routing.vertx().setTimer(TURN.toMillis(), _ -> admission.letNextGoAhead(place));
            routing.next();
        }

        private void giveUp(Admission.Place place) {
            if (admission.giveUp(place)) {
                routing.request().resume();
                refuse();
            }
        }

        private void refuse() {
            answers.answer(routing, Problem.of(ProblemType.UNAVAILABLE).with("retry_after", RETRY_AFTER_SECONDS));
        }
    }
}
