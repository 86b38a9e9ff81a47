package org.emiadi.absences.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.emiadi.absences.AbsenceOutcome;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Problems;

/// What clients are told of each outcome.
@Singleton
final class AbsenceAnswers {
    /// Time off and closures are never changed, only removed.
    private static final int ONLY_VERSION = 1;

    private final CurrentRequest request;
    private final Problems problems;

    AbsenceAnswers(CurrentRequest request, Problems problems) {
        this.request = request;
        this.problems = problems;
    }

    /// What is told of an absence that was removed.
    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "AbsenceRemoved")
    record Removed(String message) {}

    /// @param whose the member that names who or what is away
    /// @param noSuch the sentence where there is no such thing
    <T> Response of(
            AbsenceOutcome<T> outcome, String whose, String noSuch, Function<AbsenceOutcome.Done<T>, Response> done) {
        return switch (outcome) {
            case AbsenceOutcome.Done<T> it -> done.apply(it);
            case AbsenceOutcome.Absent<T>() -> absent();
            case AbsenceOutcome.NotOwn<T>() -> problems.response(Problem.of(ProblemType.NOT_ALLOWED));
            case AbsenceOutcome.NobodyThere<T>() -> problems.response(Problem.invalid(whose, noSuch));
            case AbsenceOutcome.DayTaken<T>() ->
                problems.response(Problem.of(ProblemType.ALREADY_IN_USE).with("member", "day"));
            case AbsenceOutcome.OfTheCalendar<T>() -> problems.response(Problem.of(ProblemType.HOLIDAY_OF_CALENDAR));
        };
    }

    Response absent() {
        return problems.response(Problem.of(ProblemType.NOT_FOUND));
    }

    static Response one(Object absence) {
        return Response.ok(absence)
                .header(HttpHeaders.ETAG, EntityTag.of(ONLY_VERSION))
                .build();
    }

    Response removed(String message) {
        return Response.ok(new Removed(text(message))).build();
    }

    String text(String key) {
        return request.messages().text(key);
    }
}
