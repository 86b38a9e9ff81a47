package org.emiadi.waiting.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.emiadi.appointments.Appointment;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Problems;
import org.emiadi.waiting.Answer;
import org.emiadi.waiting.Entry;
import org.emiadi.waiting.EntryStatus;
import org.emiadi.waiting.Joining;
import org.emiadi.waiting.Leaving;
import org.emiadi.waiting.WaitingList;

/// What clients are told of each outcome.
@Singleton
public final class WaitingAnswers {
    private final CurrentRequest request;
    private final Problems problems;

    WaitingAnswers(CurrentRequest request, Problems problems) {
        this.request = request;
        this.problems = problems;
    }

    Response joining(Joining outcome) {
        return switch (outcome) {
            case Joining.Joined(Entry entry) ->
                Response.created(URI.create("/waiting-list/" + entry.id()))
                        .header(HttpHeaders.ETAG, EntityTag.of(entry.version()))
                        .entity(EntryJson.of(entry))
                        .build();
            case Joining.NotOwn() -> problem(ProblemType.NOT_ALLOWED);
            case Joining.Unknown(Joining.Named what) -> invalid(member(what), unknown(what));
            case Joining.StaffOnly() -> invalid("appointment_type_id", "type-for-staff");
            case Joining.TypeNotOffered() -> invalid("appointment_type_id", "type-not-offered");
            case Joining.NotToCome() -> invalid("appointment_id", "appointment-not-to-come");
            case Joining.NotOfTheAppointment(Joining.Named what) -> invalid(member(what), "not-of-the-appointment");
            case Joining.Backwards() -> invalid("latest_date", "not-before-first-day");
            case Joining.TooLate() -> invalid("latest_date", "not-before-today");
            case Joining.TooFar() -> invalid("latest_date", "at-most-days-ahead", WaitingList.FARTHEST_DAYS);
            case Joining.Full() ->
                problems.response(
                        Problem.of(ProblemType.WAITING_LIST_FULL).with("most", WaitingList.MOST_OF_A_PATIENT));
            case Joining.AlreadyWaiting() ->
                problems.response(Problem.of(ProblemType.ALREADY_IN_USE)
                        .because("waiting")
                        .with("member", "appointment_id"));
        };
    }

    private static String member(Joining.Named what) {
        return switch (what) {
            case PATIENT -> "patient_id";
            case PROVIDER -> "provider_id";
            case TYPE -> "appointment_type_id";
            case FACILITY -> "facility_id";
            case APPOINTMENT -> "appointment_id";
        };
    }

    private static String unknown(Joining.Named what) {
        return switch (what) {
            case PATIENT -> "no-such-patient";
            case PROVIDER -> "no-such-provider";
            case TYPE -> "no-such-type";
            case FACILITY -> "no-such-facility";
            case APPOINTMENT -> "no-such-appointment";
        };
    }

    Response leaving(Leaving outcome) {
        return switch (outcome) {
            case Leaving.Left() -> done("done.waiting-list-left");
            case Leaving.Absent() -> absent();
            case Leaving.Over(EntryStatus status) ->
                problems.response(Problem.of(ProblemType.TRANSITION_NOT_ALLOWED)
                        .because("waits-no-more")
                        .with("from", status.text()));
        };
    }

    Response answer(Answer outcome) {
        return switch (outcome) {
            case Answer.Accepted(Appointment appointment, boolean moved) ->
                Response.ok(new EntryJson.Accepted(
                                request.messages().text(moved ? "done.appointment-moved" : "done.appointment-booked"),
                                appointment.id().value()))
                        .build();
            case Answer.Declined() -> done("done.offer-declined");
            case Answer.Absent() -> absent();
            case Answer.Gone() -> problem(ProblemType.OFFER_GONE);
        };
    }

    Response found(Entry entry) {
        return Response.ok(EntryJson.of(entry))
                .header(HttpHeaders.ETAG, EntityTag.of(entry.version()))
                .build();
    }

    /// Empty where nothing is offered.
    Optional<Response> offer(Entry entry) {
        // An offer never changes: the next is another one.
        return Optional.ofNullable(entry.offer())
                .map(offer -> Response.ok(EntryJson.OfferJson.of(offer))
                        .header(HttpHeaders.ETAG, EntityTag.of(offer.id()))
                        .build());
    }

    Response absent() {
        return problem(ProblemType.NOT_FOUND);
    }

    private Response done(String key) {
        return Response.ok(new EntryJson.Done(request.messages().text(key))).build();
    }

    private Response invalid(String member, String key, Object... args) {
        return problems.response(Problem.invalid(member, key, args));
    }

    private Response problem(ProblemType type) {
        return problems.response(Problem.of(type));
    }
}
