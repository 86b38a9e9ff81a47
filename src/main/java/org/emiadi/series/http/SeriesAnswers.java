package org.emiadi.series.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.http.AppointmentAnswers;
import org.emiadi.appointments.http.AppointmentJson;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Problems;
import org.emiadi.series.AppointmentSeries.Seen;
import org.emiadi.series.PlannedVisit;
import org.emiadi.series.Series;
import org.emiadi.series.SeriesBooking;
import org.emiadi.series.SeriesCancellation;
import org.emiadi.series.SeriesId;
import org.emiadi.series.SeriesPlan;
import org.jspecify.annotations.Nullable;

/// What clients are told of each outcome.
@Singleton
final class SeriesAnswers {
    private final CurrentRequest request;
    private final Problems problems;
    private final AppointmentAnswers words;

    SeriesAnswers(CurrentRequest request, Problems problems, AppointmentAnswers words) {
        this.request = request;
        this.problems = problems;
        this.words = words;
    }

    Response plan(SeriesPlan outcome, ProviderId provider) {
        return switch (outcome) {
            case SeriesPlan.Refused(Booking why) -> words.booking(why);
            case SeriesPlan.Planned(List<PlannedVisit> visits) ->
                Response.ok(new SeriesJson.Preview(
                                visits.stream().allMatch(PlannedVisit::isFree),
                                visits.stream()
                                        .map(visit -> visit(visit, provider))
                                        .toList()))
                        .build();
        };
    }

    Response booking(SeriesBooking outcome, ProviderId provider) {
        return switch (outcome) {
            case SeriesBooking.Refused(Booking why) -> words.booking(why);
            case SeriesBooking.Conflicting(List<PlannedVisit> visits) ->
                problems.response(
                        Problem.of(ProblemType.SERIES_CONFLICT).with("conflicts", conflicts(visits, provider)));
            case SeriesBooking.Booked(Series series, List<AppointmentId> appointments, boolean coverExpires) -> {
                int id = series.id().value();
                yield Response.created(URI.create("/appointments/series/" + id))
                        .entity(new SeriesJson.Booked(
                                request.messages().text("done.series-booked"),
                                id,
                                numbers(appointments),
                                coverExpires ? List.of(AppointmentAnswers.COVER_EXPIRED) : null))
                        .build();
            }
        };
    }

    Response cancellation(SeriesCancellation outcome) {
        return switch (outcome) {
            case SeriesCancellation.Absent() -> absent();
            case SeriesCancellation.Refused(StatusChange why) -> words.change(why);
            case SeriesCancellation.Cancelled(SeriesId series, List<AppointmentId> appointments) ->
                Response.ok(new SeriesJson.Cancelled(
                                request.messages().text("done.series-cancelled"),
                                series.value(),
                                numbers(appointments)))
                        .build();
        };
    }

    Response found(Seen seen) {
        // Grows by one with each change of an appointment; none comes to a series, and none goes.
        int version =
                seen.appointments().stream().mapToInt(Appointment::version).sum();
        return Response.ok(SeriesJson.of(seen))
                .header(HttpHeaders.ETAG, EntityTag.of(version))
                .build();
    }

    Response absent() {
        return problems.response(Problem.of(ProblemType.NOT_FOUND));
    }

    private static List<Integer> numbers(List<AppointmentId> ids) {
        return ids.stream().map(AppointmentId::value).toList();
    }

    private SeriesJson.Visit visit(PlannedVisit visit, ProviderId provider) {
        return new SeriesJson.Visit(
                visit.during().start(),
                visit.during().end(),
                visit.isFree(),
                trouble(visit),
                alternative(visit, provider),
                visit.coverExpires() ? List.of(AppointmentAnswers.COVER_EXPIRED) : List.of());
    }

    private List<SeriesJson.Conflict> conflicts(List<PlannedVisit> visits, ProviderId provider) {
        return IntStream.range(0, visits.size())
                .filter(index -> !visits.get(index).isFree())
                .mapToObj(index -> conflict(index, visits.get(index), provider))
                .toList();
    }

    private SeriesJson.Conflict conflict(int index, PlannedVisit visit, ProviderId provider) {
        return new SeriesJson.Conflict(
                index, visit.during().start(), visit.during().end(), trouble(visit), alternative(visit, provider));
    }

    private SeriesJson.@Nullable Trouble trouble(PlannedVisit visit) {
        return visit.refusal()
                .map(AppointmentAnswers::problem)
                .map(this::trouble)
                .orElse(null);
    }

    private SeriesJson.Trouble trouble(Problem problem) {
        var messages = request.messages();
        // What is wrong with a member says more than that something is.
        String detail = problem.fields().isEmpty()
                ? messages.detail(problem)
                : messages.sentence(problem.fields().getFirst());
        return new SeriesJson.Trouble(
                problem.type().path(),
                messages.title(problem.type()),
                detail,
                problem.members().get("conflict") instanceof AppointmentJson.Conflict conflict ? conflict : null);
    }

    private static SeriesJson.@Nullable Alternative alternative(PlannedVisit visit, ProviderId provider) {
        return visit.alternative()
                .map(time -> new SeriesJson.Alternative(time.start(), time.end(), provider.value()))
                .orElse(null);
    }
}
