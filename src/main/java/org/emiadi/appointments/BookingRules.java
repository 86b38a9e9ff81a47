package org.emiadi.appointments;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Role;
import org.emiadi.platform.TimeRange;

/// Who may book, move, complete and cancel what, and when. Pure decisions: no database, no clock.
public final class BookingRules {
    /// As `appointments_at_most_a_day` holds it.
    public static final Duration LONGEST = Duration.ofHours(24);

    private final ClinicTime time;

    public BookingRules(ClinicTime time) {
        this.time = time;
    }

    /// Why `actor` may not have what is asked for; empty where they may.
    Optional<Booking> refusal(Actor actor, BookingRequest request, Instant now) {
        boolean own = actor.isPatient(request.patient().value())
                || actor.isProvider(request.provider().value());
        if (!actor.isDesk() && !own) {
            return Optional.of(new Booking.NotOwn());
        }
        boolean past = !request.during().start().isAfter(now);
        return actor.is(Role.PATIENT) && past ? Optional.of(new Booking.InThePast()) : Optional.empty();
    }

    /// Why `actor`, who may see the appointment, may not change it as asked for; empty where they may.
    Optional<StatusChange> refusal(Actor actor, Appointment before, StatusRequest request, Instant now) {
        if (request.expected().isPresent() && request.expected().getAsInt() != before.version()) {
            return Optional.of(new StatusChange.Stale());
        }
        if (!before.status().next().contains(request.status())) {
            return Optional.of(new StatusChange.NoSense(before.status(), request.status()));
        }
        if (actor.is(Role.PATIENT)) {
            return refusalToPatient(before, request, now);
        }
        boolean tooEarly = request.status() == AppointmentStatus.COMPLETED
                && time.date(now).isBefore(time.date(before.during().start()));
        return tooEarly ? Optional.of(new StatusChange.TooEarly()) : Optional.empty();
    }

    private static Optional<StatusChange> refusalToPatient(Appointment before, StatusRequest request, Instant now) {
        if (request.status() == AppointmentStatus.COMPLETED) {
            return Optional.of(new StatusChange.NotAllowed());
        }
        if (!before.during().start().isAfter(now)) {
            return Optional.of(new StatusChange.HasBegun());
        }
        boolean intoThePast = request.newStart() != null && !request.newStart().isAfter(now);
        return intoThePast ? Optional.of(new StatusChange.InThePast()) : Optional.empty();
    }

    /// What is wrong with a time, as the key of a field error; empty where it can be taken.
    public static Optional<String> faultIn(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            return Optional.of("end-after-start");
        }
        return Duration.between(start, end).compareTo(LONGEST) > 0 ? Optional.of("at-most-a-day") : Optional.empty();
    }

    /// The end of a moved appointment: as asked for, else so that its length stays.
    static Instant endOf(Appointment before, StatusRequest request, Instant newStart) {
        TimeRange during = before.during();
        return request.newEnd() == null ? newStart.plus(during.length()) : request.newEnd();
    }
}
