package org.emiadi.appointments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

    /// Whether the actor may ask for appointments of these two at all.
    static boolean isOwn(Actor actor, Wish wish) {
        boolean ofPatient =
                wish.patient() != null && actor.isPatient(wish.patient().value());
        return actor.isDesk() || ofPatient || actor.isProvider(wish.provider().value());
    }

    /// Why `actor` may not have what they wish, as far as it does not depend on who is in the way.
    Optional<Booking> refusal(Actor actor, Wish wish, BookingFacts facts, Instant now) {
        if (facts.unknown() != null) {
            return Optional.of(new Booking.Unknown(facts.unknown()));
        }
        if (actor.is(Role.PATIENT) && wish.terms().areForStaff()) {
            return Optional.of(new Booking.StaffTerms());
        }
        if (actor.is(Role.PATIENT) && facts.type() == null) {
            return Optional.of(new Booking.TypeRequired());
        }
        if (!facts.isOffered()) {
            return Optional.of(new Booking.TypeNotOffered());
        }
        if (actor.is(Role.PATIENT) && facts.coverExpires()) {
            return Optional.of(new Booking.CoverExpired());
        }
        return refusalOfTime(actor, wish, facts, now).map(refusal -> refusal);
    }

    /// Why `actor` may not have that time, be it for a booking, a move or a hold.
    Optional<TimeRefusal> refusalOfTime(Actor actor, Wish wish, BookingFacts facts, Instant now) {
        boolean past = !facts.time().start().isAfter(now);
        if (actor.is(Role.PATIENT) && !wish.offered()) {
            return past ? Optional.of(new TimeRefusal.InThePast()) : refusalToPatient(actor, facts, now);
        }
        boolean may = past
                || facts.hours().open()
                || !facts.hours().published()
                || wish.terms().outsideHours();
        return may ? Optional.empty() : Optional.of(new TimeRefusal.OutsideHours());
    }

    private Optional<TimeRefusal> refusalToPatient(Actor actor, BookingFacts facts, Instant now) {
        var type = facts.type();
        if (type != null && !type.isBookableBy(actor)) {
            return Optional.of(new TimeRefusal.StaffOnly());
        }
        boolean inReach = type == null
                || type.reachOf(actor, now, time).contains(facts.time().start());
        return facts.isSlot() && inReach ? Optional.empty() : Optional.of(new TimeRefusal.NotOffered());
    }

    /// Why `actor`, who may see the appointment, may not change it as asked for; empty where they may.
    static Optional<StatusChange> refusal(Actor actor, Appointment before, StatusRequest request, Instant now) {
        if (request.expected().isPresent() && request.expected().getAsInt() != before.version()) {
            return Optional.of(new StatusChange.Stale());
        }
        if (!before.status().next().contains(request.status())) {
            return Optional.of(new StatusChange.NoSense(before.status(), request.status()));
        }
        if (request.move() != null && request.move().with() != null && !actor.isDesk()) {
            return Optional.of(new StatusChange.NotAllowed());
        }
        return actor.is(Role.PATIENT)
                ? refusalToPatient(before, request, now)
                : refusalForNow(before, request.status(), now);
    }

    private static Optional<StatusChange> refusalToPatient(Appointment before, StatusRequest request, Instant now) {
        boolean besideHours = request.move() != null && request.move().outsideHours();
        if (besideHours || !before.status().nextByPatient().contains(request.status())) {
            return Optional.of(new StatusChange.NotAllowed());
        }
        boolean begun = !before.during().start().isAfter(now);
        return begun ? Optional.of(new StatusChange.HasBegun()) : Optional.empty();
    }

    private static Optional<StatusChange> refusalForNow(Appointment before, AppointmentStatus to, Instant now) {
        LocalDate today = now.atZone(before.place().zone()).toLocalDate();
        return switch (to) {
            case CHECKED_IN ->
                before.status() == AppointmentStatus.IN_PROGRESS || today.equals(before.day())
                        ? Optional.empty()
                        : Optional.of(new StatusChange.NotToday());
            case IN_PROGRESS, COMPLETED ->
                today.isBefore(before.day()) ? Optional.of(new StatusChange.TooEarly(to)) : Optional.empty();
            case NO_SHOW ->
                now.isBefore(before.during().start()) ? Optional.of(new StatusChange.TooEarly(to)) : Optional.empty();
            case SCHEDULED, CONFIRMED, RESCHEDULED, CANCELLED -> Optional.empty();
        };
    }

    /// What is wrong with a time, as the key of a field error; empty where it can be taken.
    public static Optional<String> faultIn(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            return Optional.of("end-after-start");
        }
        return Duration.between(start, end).compareTo(LONGEST) > 0 ? Optional.of("at-most-a-day") : Optional.empty();
    }

    /// The end of a moved appointment: as asked for, else so that its length stays.
    static Instant endOf(Appointment before, StatusRequest.Move move) {
        TimeRange during = before.during();
        return move.end() == null ? move.start().plus(during.length()) : move.end();
    }
}
