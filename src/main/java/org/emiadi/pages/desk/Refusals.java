package org.emiadi.pages.desk;

import jakarta.inject.Singleton;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.appointments.http.AppointmentAnswers;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.web.Pages;

/// Says in one sentence why something could not be done with an appointment.
@Singleton
final class Refusals {
    private final Pages pages;
    private final CurrentRequest request;

    Refusals(Pages pages, CurrentRequest request) {
        this.pages = pages;
        this.request = request;
    }

    String sentence(Booking refusal) {
        return isTaken(refusal) ? words().taken() : sentence(AppointmentAnswers.problem(refusal));
    }

    String sentence(StatusChange refusal) {
        return switch (refusal) {
            case TimeRefusal time -> sentence((Booking) time);
            case StatusChange.Stale() -> words().changedMeanwhile();
            case StatusChange.TooEarly early -> words().tooEarly();
            case StatusChange.HasRecord() -> words().hasRecord();
            case StatusChange.CoverExpires() -> words().coverWillHaveEnded();
            case StatusChange.NotWith with -> sentence(AppointmentAnswers.refusal(with));
            case StatusChange.BadTimes times -> sentence(AppointmentAnswers.refusal(times));
            case StatusChange.NoSense nonsense -> words().notAnyMore();
            case StatusChange.Absent() -> words().notAnyMore();
            case StatusChange.NotAllowed() -> words().notAnyMore();
            case StatusChange.NotToday() -> words().notAnyMore();
            case StatusChange.HasBegun() -> words().notAnyMore();
            case StatusChange.Changed changed -> throw new IllegalArgumentException("it was changed");
        };
    }

    /// There is nothing there, or nothing that may be seen.
    static ProblemException absent() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND));
    }

    /// Whether somebody else was faster, or is about to be.
    static boolean isTaken(Object refusal) {
        return refusal instanceof TimeRefusal.ProviderBusy || refusal instanceof TimeRefusal.Held;
    }

    private String sentence(Problem problem) {
        return problem.fields().isEmpty()
                ? request.messages().detail(problem)
                : request.messages().sentence(problem.fields().getFirst());
    }

    private BookingWords words() {
        return pages.words(BookingWords.class);
    }
}
