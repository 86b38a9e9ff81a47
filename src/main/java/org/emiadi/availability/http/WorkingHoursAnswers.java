package org.emiadi.availability.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.emiadi.availability.Hours;
import org.emiadi.availability.HoursId;
import org.emiadi.availability.HoursOutcome;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Problems;

/// What clients are told of each outcome.
@Singleton
final class WorkingHoursAnswers {
    private final CurrentRequest request;
    private final Problems problems;

    WorkingHoursAnswers(CurrentRequest request, Problems problems) {
        this.request = request;
        this.problems = problems;
    }

    Response of(HoursOutcome outcome, Function<Hours, Response> done) {
        return switch (outcome) {
            case HoursOutcome.Done(Hours hours) -> done.apply(hours);
            case HoursOutcome.Absent() -> absent();
            case HoursOutcome.NotOwn() -> problems.response(Problem.of(ProblemType.NOT_ALLOWED));
            case HoursOutcome.Stale() -> problems.response(Problem.of(ProblemType.LOST_UPDATE));
            case HoursOutcome.Unknown(HoursOutcome.Named what) -> problems.response(unknown(what));
            case HoursOutcome.NoDay() -> problems.response(Problem.invalid("valid_to", "no-day"));
            case HoursOutcome.Overlap(HoursId other) -> problems.response(overlap(other));
        };
    }

    Response found(Hours hours) {
        return Response.ok(WorkingHoursJson.of(hours))
                .header(HttpHeaders.ETAG, EntityTag.of(hours.version()))
                .build();
    }

    Response added(Hours hours) {
        int id = hours.id().value();
        return Response.created(URI.create("/working-hours/" + id))
                .header(HttpHeaders.ETAG, EntityTag.of(hours.version()))
                .entity(new WorkingHoursJson.Added(request.messages().text("done.hours-added"), id))
                .build();
    }

    Response removed() {
        return Response.ok(new WorkingHoursJson.Removed(request.messages().text("done.hours-removed")))
                .build();
    }

    Response absent() {
        return problems.response(Problem.of(ProblemType.NOT_FOUND));
    }

    private static Problem overlap(HoursId other) {
        return Problem.of(ProblemType.HOURS_OVERLAP).with("conflict", new WorkingHoursJson.Conflict(other.value()));
    }

    private static Problem unknown(HoursOutcome.Named what) {
        return switch (what) {
            case PROVIDER -> Problem.invalid("provider_id", "no-such-provider");
            case FACILITY -> Problem.invalid("facility_id", "no-such-facility");
            case TYPE -> Problem.invalid("appointment_type_ids", "no-such-type");
        };
    }
}
