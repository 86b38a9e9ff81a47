package org.emiadi.queue.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.http.AppointmentAnswers;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Problems;
import org.emiadi.queue.CallOutcome;
import org.emiadi.queue.WalkInOutcome;

/// What clients are told of each outcome.
@Singleton
final class QueueAnswers {
    private final AppointmentAnswers appointments;
    private final CurrentRequest request;
    private final Problems problems;

    QueueAnswers(AppointmentAnswers appointments, CurrentRequest request, Problems problems) {
        this.appointments = appointments;
        this.request = request;
        this.problems = problems;
    }

    Response walkIn(WalkInOutcome outcome) {
        return switch (outcome) {
            case WalkInOutcome.Entered(Appointment appointment, int position) -> entered(appointment, position);
            case WalkInOutcome.WaitsAlready(int appointment, int ticket) ->
                problems.response(Problem.of(ProblemType.WAITS_ALREADY)
                        .with("appointment_id", appointment)
                        .with("ticket", ticket));
            case WalkInOutcome.NobodyFree(boolean chosen) ->
                problems.response(Problem.of(ProblemType.NOBODY_FREE).because(chosen ? "chosen" : ""));
            case WalkInOutcome.Refused(Booking why) -> appointments.booking(why);
        };
    }

    private Response entered(Appointment appointment, int position) {
        int id = appointment.id().value();
        Integer ticket = appointment.visit().ticket();
        return Response.created(URI.create("/appointments/" + id))
                .entity(new QueueJson.Entered(
                        request.messages().text("done.walk-in-entered"),
                        id,
                        ticket == null ? 0 : ticket,
                        position,
                        appointment.during().start(),
                        appointment.provider().value()))
                .build();
    }

    Response call(CallOutcome outcome) {
        return switch (outcome) {
            case CallOutcome.Called(Appointment appointment) ->
                appointments.change(new StatusChange.Changed(appointment));
            case CallOutcome.NobodyWaiting() -> problems.response(Problem.of(ProblemType.NOBODY_WAITING));
            case CallOutcome.NotOwn() -> problems.response(Problem.of(ProblemType.NOT_ALLOWED));
            case CallOutcome.NoSuchFacility() -> noSuchFacility();
            case CallOutcome.Refused(StatusChange why) -> appointments.change(why);
        };
    }

    Response noSuchFacility() {
        return problems.response(AppointmentAnswers.unknown(Booking.Named.FACILITY));
    }
}
