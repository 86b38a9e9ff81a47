package org.emiadi.appointments.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.Amendment;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.Hold;
import org.emiadi.appointments.HoldOutcome;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Problems;

/// What clients are told of each outcome.
@Singleton
public final class AppointmentAnswers {
    /// What staff are warned of, and patients refused for.
    public static final String COVER_EXPIRED = "cover-expired";

    private final CurrentRequest request;
    private final Problems problems;

    AppointmentAnswers(CurrentRequest request, Problems problems) {
        this.request = request;
        this.problems = problems;
    }

    /// An appointment that was booked, or why it was not.
    public Response booking(Booking outcome) {
        return outcome instanceof Booking.Booked(Appointment booked, boolean coverExpires)
                ? booked(booked, coverExpires)
                : problems.response(problem(outcome));
    }

    /// Why an appointment was not booked.
    public static Problem problem(Booking refusal) {
        return switch (refusal) {
            case Booking.Booked _ -> throw new IllegalArgumentException("it was booked");
            case Booking.Unknown(Booking.Named what) -> unknown(what);
            case Booking.NotOwn() -> Problem.of(ProblemType.NOT_ALLOWED);
            case Booking.StaffTerms() -> Problem.of(ProblemType.NOT_ALLOWED).because("staff-terms");
            case Booking.TypeRequired() -> Problem.invalid("appointment_type_id", "required");
            case Booking.TypeNotOffered() -> Problem.invalid("appointment_type_id", "type-not-offered");
            case Booking.CoverExpired() -> Problem.invalid("cover_id", COVER_EXPIRED);
            case TimeRefusal time -> problem(time, "start_time");
        };
    }

    Response hold(HoldOutcome outcome) {
        return switch (outcome) {
            case HoldOutcome.Placed(Hold hold) ->
                Response.created(URI.create("/holds/" + hold.id()))
                        .entity(HoldJson.of(hold))
                        .build();
            case HoldOutcome.Refused(Booking why) -> booking(why);
            case TimeRefusal refusal -> problems.response(problem(refusal, "start_time"));
        };
    }

    /// An appointment as it now stands, or why it could not be changed.
    public Response change(StatusChange outcome) {
        return outcome instanceof StatusChange.Changed(Appointment changed)
                ? found(changed)
                : problems.response(refusal(outcome));
    }

    /// Why an appointment was not changed.
    public static Problem refusal(StatusChange refusal) {
        return switch (refusal) {
            case StatusChange.Changed _ -> throw new IllegalArgumentException("it was changed");
            case StatusChange.Absent() -> Problem.of(ProblemType.NOT_FOUND);
            case StatusChange.NotAllowed() ->
                Problem.of(ProblemType.NOT_ALLOWED).because("transition");
            case StatusChange.Stale() -> Problem.of(ProblemType.LOST_UPDATE);
            case StatusChange.NoSense(var from, var to) ->
                Problem.of(ProblemType.TRANSITION_NOT_ALLOWED)
                        .with("from", from.text())
                        .with("to", to.text());
            case StatusChange.TooEarly(var to) -> notNow("too-early").with("to", to.text());
            case StatusChange.NotToday() -> notNow("not-today");
            case StatusChange.HasBegun() -> notNow("past");
            case StatusChange.HasRecord() -> notNow("has-record");
            case StatusChange.CoverExpires() -> Problem.invalid("rescheduled_start_time", COVER_EXPIRED);
            case StatusChange.NotWith(var why) ->
                switch (why) {
                    case NO_SUCH_PROVIDER -> unknown(Booking.Named.PROVIDER);
                    case TYPE_NOT_OFFERED -> Problem.invalid("provider_id", "type-not-offered");
                };
            case StatusChange.BadTimes(String key) -> Problem.invalid("rescheduled_end_time", key);
            case TimeRefusal time -> problem(time, "rescheduled_start_time");
        };
    }

    private static Problem notNow(String reason) {
        return Problem.of(ProblemType.TRANSITION_NOT_ALLOWED).because(reason);
    }

    Response amendment(Amendment outcome) {
        return switch (outcome) {
            case Amendment.Amended(Appointment amended, boolean coverExpires) -> found(amended);
            case Amendment.Absent() -> problem(ProblemType.NOT_FOUND, "");
            case Amendment.NotAllowed() -> problem(ProblemType.NOT_ALLOWED, "");
            case Amendment.Stale() -> problem(ProblemType.LOST_UPDATE, "");
            case Amendment.Unknown(Booking.Named what) -> problems.response(unknown(what));
            case Amendment.CoverExpired() -> problems.response(Problem.invalid("cover_id", COVER_EXPIRED));
            case Amendment.NotInQueue() -> problems.response(Problem.invalid("priority", "not-in-queue"));
            case Amendment.RoomBusy(Optional<Appointment> other) ->
                problems.response(busy(ProblemType.ROOM_BUSY, other));
        };
    }

    /// Why a time cannot be had.
    ///
    /// @param member of the request that names the time
    public static Problem problem(TimeRefusal refusal, String member) {
        return switch (refusal) {
            case TimeRefusal.ProviderBusy(Optional<Appointment> other) -> busy(ProblemType.PROVIDER_BUSY, other);
            case TimeRefusal.PatientBusy(Optional<Appointment> other) -> busy(ProblemType.PATIENT_BUSY, other);
            case TimeRefusal.RoomBusy(Optional<Appointment> other) -> busy(ProblemType.ROOM_BUSY, other);
            case TimeRefusal.Held(var until) ->
                Problem.of(ProblemType.PROVIDER_BUSY).because("held").with("held_until", until);
            case TimeRefusal.OutsideHours() -> Problem.of(ProblemType.OUTSIDE_HOURS);
            case TimeRefusal.NotOffered() -> Problem.of(ProblemType.NOT_OFFERED);
            case TimeRefusal.StaffOnly() -> Problem.of(ProblemType.NOT_ALLOWED).because("staff-only-type");
            case TimeRefusal.InThePast() -> Problem.invalid(member, "in-the-future");
        };
    }

    private static Problem busy(ProblemType type, Optional<Appointment> other) {
        var problem = Problem.of(type);
        return other.map(AppointmentJson.Conflict::of)
                .map(conflict -> problem.with("conflict", conflict))
                .orElse(problem);
    }

    Response found(Appointment appointment) {
        return Response.ok(AppointmentJson.of(appointment))
                .header(HttpHeaders.ETAG, EntityTag.of(appointment.version()))
                .build();
    }

    Response absent() {
        return problem(ProblemType.NOT_FOUND, "");
    }

    private Response booked(Appointment appointment, boolean coverExpires) {
        int id = appointment.id().value();
        return Response.created(URI.create("/appointments/" + id))
                .entity(new AppointmentJson.Booked(
                        request.messages().text("done.appointment-booked"),
                        id,
                        appointment.reference().value(),
                        coverExpires ? List.of(COVER_EXPIRED) : null))
                .build();
    }

    /// What a request names in vain, as what is wrong with its member.
    public static Problem unknown(Booking.Named what) {
        return switch (what) {
            case PATIENT -> Problem.invalid("patient_id", "no-such-patient");
            case PROVIDER -> Problem.invalid("provider_id", "no-such-provider");
            case TYPE -> Problem.invalid("appointment_type_id", "no-such-type");
            case FACILITY -> Problem.invalid("facility_id", "no-such-facility");
            case ROOM -> Problem.invalid("room_id", "no-such-room");
            case COVER -> Problem.invalid("cover_id", "no-such-cover");
        };
    }

    private Response problem(ProblemType type, String reason) {
        return problems.response(Problem.of(type).because(reason));
    }
}
