package org.emiadi.appointments.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.StatusChange;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Problems;

/// What clients are told of each outcome.
@Singleton
final class AppointmentAnswers {
    private final CurrentRequest request;
    private final Problems problems;

    AppointmentAnswers(CurrentRequest request, Problems problems) {
        this.request = request;
        this.problems = problems;
    }

    Response booking(Booking outcome) {
        return switch (outcome) {
            case Booking.Booked(Appointment booked) -> booked(booked);
            case Booking.ProviderBusy(Optional<Appointment> other) -> busy(ProblemType.PROVIDER_BUSY, other);
            case Booking.PatientBusy(Optional<Appointment> other) -> busy(ProblemType.PATIENT_BUSY, other);
            case Booking.Unknown(Booking.Named what) -> problems.response(unknown(what));
            case Booking.NotOwn() -> problem(ProblemType.NOT_ALLOWED, "");
            case Booking.InThePast() -> problems.response(Problem.invalid("start_time", "in-the-future"));
        };
    }

    Response change(StatusChange outcome) {
        return switch (outcome) {
            case StatusChange.Changed(Appointment changed) -> found(changed);
            case StatusChange.Absent() -> problem(ProblemType.NOT_FOUND, "");
            case StatusChange.NotAllowed() -> problem(ProblemType.NOT_ALLOWED, "transition");
            case StatusChange.Stale() -> problem(ProblemType.LOST_UPDATE, "");
            case StatusChange.NoSense(var from, var to) ->
                problems.response(Problem.of(ProblemType.TRANSITION_NOT_ALLOWED)
                        .with("from", from.text())
                        .with("to", to.text()));
            case StatusChange.TooEarly() -> problem(ProblemType.TRANSITION_NOT_ALLOWED, "too-early");
            case StatusChange.HasBegun() -> problem(ProblemType.TRANSITION_NOT_ALLOWED, "past");
            case StatusChange.HasRecord() -> problem(ProblemType.TRANSITION_NOT_ALLOWED, "has-record");
            case StatusChange.InThePast() ->
                problems.response(Problem.invalid("rescheduled_start_time", "in-the-future"));
            case StatusChange.BadTimes(String key) -> problems.response(Problem.invalid("rescheduled_end_time", key));
            case StatusChange.ProviderBusy(Optional<Appointment> other) -> busy(ProblemType.PROVIDER_BUSY, other);
            case StatusChange.PatientBusy(Optional<Appointment> other) -> busy(ProblemType.PATIENT_BUSY, other);
        };
    }

    Response found(Appointment appointment) {
        return Response.ok(AppointmentJson.of(appointment))
                .header(HttpHeaders.ETAG, EntityTag.of(appointment.version()))
                .build();
    }

    Response absent() {
        return problem(ProblemType.NOT_FOUND, "");
    }

    private Response booked(Appointment appointment) {
        int id = appointment.id().value();
        return Response.created(URI.create("/appointments/" + id))
                .entity(new AppointmentJson.Booked(request.messages().text("done.appointment-booked"), id))
                .build();
    }

    private Response busy(ProblemType type, Optional<Appointment> other) {
        var problem = Problem.of(type);
        return problems.response(other.map(AppointmentJson.Conflict::of)
                .map(conflict -> problem.with("conflict", conflict))
                .orElse(problem));
    }

    private static Problem unknown(Booking.Named what) {
        return switch (what) {
            case PATIENT -> Problem.invalid("patient_id", "no-such-patient");
            case PROVIDER -> Problem.invalid("provider_id", "no-such-provider");
            case TYPE -> Problem.invalid("appointment_type_id", "no-such-type");
        };
    }

    private Response problem(ProblemType type, String reason) {
        return problems.response(Problem.of(type).because(reason));
    }
}
