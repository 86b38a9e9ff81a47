package org.emiadi.appointments;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.emiadi.appointments.Appointment.Visit;
import org.emiadi.appointments.Appointments.Sight;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// Carries an appointment, which is locked, a step further.
final class Life {
    private static final int ELDERLY_FROM_YEARS = 60;
    private static final int CHILD_UNDER_YEARS = 5;

    private final BookingRules rules;
    private final Tx tx;
    private final Actor actor;
    private final Instant now;

    Life(BookingRules rules, Tx tx, Actor actor, Instant now) {
        this.rules = rules;
        this.tx = tx;
        this.actor = actor;
        this.now = now;
    }

    StatusChange change(Appointment before, StatusRequest request) {
        return BookingRules.refusal(actor, before, request, now)
                .orElseGet(
                        () -> request.move() == null ? settle(before, request) : move(before, request, request.move()));
    }

    private StatusChange settle(Appointment before, StatusRequest request) {
        var after = after(before, request);
        try {
            tx.savepoint(() -> {
                LifeSql.write(tx, after, before.status(), Stamp.of(now, actor, request.reason()));
                return after;
            });
            return new StatusChange.Changed(after);
        } catch (RuntimeException refusal) {
            if (Constraint.refused(refusal, Constraint.CHECK)) {
                return new StatusChange.HasRecord();
            }
            if (Constraint.refused(refusal, Constraint.EXCLUSION)) {
                return whoTookItsTime(after);
            }
            throw refusal;
        }
    }

    // Whoever did not come has given their time free; somebody else may be in it when they come after all.
    private TimeRefusal whoTookItsTime(Appointment after) {
        var wish = Wish.of(
                after,
                new StatusRequest.Move(
                        after.during().start(), null, after.place().outsideHours()),
                after.during().end());
        var claim = Claim.of(wish, BookingSql.facts(tx, wish, false, false, now));
        return diary().inTheWay(claim).orElseGet(() -> new TimeRefusal.ProviderBusy(Optional.empty()));
    }

    private Diary diary() {
        return new Diary(tx, Sight.of(actor), now);
    }

    private Appointment after(Appointment before, StatusRequest request) {
        Side side = request.status() == AppointmentStatus.CANCELLED ? sideOf(request) : null;
        return new Appointment(
                before.id(),
                before.reference(),
                before.typeId(),
                before.patient(),
                before.provider(),
                before.booked(),
                request.status(),
                before.moved(),
                request.reason(),
                before.place(),
                before.coverId(),
                before.seriesId(),
                visitAfter(before, request),
                side,
                before.version() + 1);
    }

    private Side sideOf(StatusRequest request) {
        if (actor.is(Role.PATIENT)) {
            return Side.PATIENT;
        }
        return request.cancelledBy() == null ? Side.CLINIC : request.cancelledBy();
    }

    private Visit visitAfter(Appointment before, StatusRequest request) {
        Visit visit = before.visit();
        return switch (request.status()) {
            case CHECKED_IN -> visit.arrived() == null ? arrival(before, request) : started(visit, null);
            case IN_PROGRESS -> started(visit, now);
            case COMPLETED -> new Visit(visit.arrived(), visit.started(), now, visit.priority(), visit.ticket());
            case SCHEDULED, CONFIRMED, RESCHEDULED -> Visit.TO_COME;
            case CANCELLED, NO_SHOW -> visit;
        };
    }

    private static Visit started(Visit visit, @Nullable Instant at) {
        return new Visit(visit.arrived(), at, null, visit.priority(), visit.ticket());
    }

    private Visit arrival(Appointment appointment, StatusRequest request) {
        var arrival = LifeSql.arrive(tx, appointment);
        Priority priority = request.priority() == null ? byAge(appointment, arrival) : request.priority();
        return new Visit(now, null, null, priority, arrival.ticket());
    }

    private static Priority byAge(Appointment appointment, LifeSql.Arrival arrival) {
        if (arrival.birthDate() == null) {
            return Priority.ROUTINE;
        }
        int years = Period.between(arrival.birthDate(), appointment.day()).getYears();
        return years >= ELDERLY_FROM_YEARS
                ? Priority.ELDERLY
                : years < CHILD_UNDER_YEARS ? Priority.CHILD : Priority.ROUTINE;
    }

    private StatusChange move(Appointment before, StatusRequest request, StatusRequest.Move move) {
        Instant end = BookingRules.endOf(before, move);
        var fault = BookingRules.faultIn(move.start(), end);
        if (fault.isPresent()) {
            return new StatusChange.BadTimes(fault.get());
        }
        // A visit that took place may be entered at another hour; one that is to come does not go back in time.
        boolean back = !move.start().isAfter(now) && before.during().start().isAfter(now);
        return back ? new TimeRefusal.InThePast() : move(before, request, Wish.of(before, move, end));
    }

    /// To the time that the house keeps for the patient.
    StatusChange moveToOffered(Appointment before, StatusRequest request, Hold offered) {
        return BookingRules.refusal(actor, before, request, now)
                .orElseGet(() -> move(before, request, Wish.of(before, offered)));
    }

    private StatusChange move(Appointment before, StatusRequest request, Wish wish) {
        var facts = BookingSql.facts(tx, wish, actor.is(Role.PATIENT), false, now);
        if (facts.unknown() == Booking.Named.PROVIDER) {
            return new StatusChange.NotWith(StatusChange.NotWith.Why.NO_SUCH_PROVIDER);
        }
        // Who has it already keeps it, whatever has become of the type meanwhile.
        if (!facts.isOffered() && !wish.provider().equals(before.provider())) {
            return new StatusChange.NotWith(StatusChange.NotWith.Why.TYPE_NOT_OFFERED);
        }
        var refused = rules.refusalOfTime(actor, wish, facts, now);
        if (refused.isPresent()) {
            return diary().explained(refused.get(), wish, facts);
        }
        if (actor.is(Role.PATIENT) && facts.coverExpires()) {
            return new StatusChange.CoverExpires();
        }
        var claim = Claim.of(wish, facts, before);
        try {
            return move(before.id(), claim, Stamp.of(now, actor, request.reason()));
        } catch (RuntimeException refusal) {
            // A record stands with the provider who wrote it.
            if (Constraint.refused(refusal, Constraint.FOREIGN_KEY)) {
                return new StatusChange.HasRecord();
            }
            throw refusal;
        }
    }

    private StatusChange move(AppointmentId id, Claim claim, Stamp stamp) {
        return switch (diary().move(id, claim, stamp)) {
            case Diary.Outcome.Taken<AppointmentId>(AppointmentId moved) ->
                new StatusChange.Changed(
                        AppointmentSql.find(tx, moved, Sight.EVERYTHING).orElseThrow());
            case Diary.Outcome.Refused<AppointmentId>(TimeRefusal why) -> why;
        };
    }
}
