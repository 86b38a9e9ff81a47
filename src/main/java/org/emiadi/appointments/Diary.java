package org.emiadi.appointments;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.emiadi.appointments.Appointments.Sight;
import org.emiadi.appointments.BookingSql.InTheWay;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// Takes time of providers, patients and rooms. Nobody checks first and acts then: the database is asked to write, and
/// who was in the way is found out afterwards.
final class Diary {
    /// Beyond one for each place: a rival may let go of the time between two looks, or leave an expired hold behind.
    private static final int FURTHER_ATTEMPTS = 3;

    private final Tx tx;
    private final Sight sight;
    private final Instant now;

    Diary(Tx tx, Sight sight, Instant now) {
        this.tx = tx;
        this.sight = sight;
        this.now = now;
    }

    /// What came of an attempt.
    sealed interface Outcome<T> {
        record Taken<T>(T what) implements Outcome<T> {}

        record Refused<T>(TimeRefusal why) implements Outcome<T> {}
    }

    /// Books. Under what was drawn it is promised only, as somebody is seldom in the way: whoever calls finds out from
    /// [Tx#promise].
    Outcome<BookingSql.Entered> book(Claim claim, Stamp stamp, BookingSql.@Nullable Entered drawn) {
        if (drawn != null) {
            BookingSql.promise(tx, claim, stamp, drawn);
            return new Outcome.Taken<>(drawn);
        }
        return take(claim, () -> BookingSql.book(tx, claim, stamp));
    }

    Outcome<Integer> hold(Claim claim, Instant until, @Nullable Integer user) {
        return take(claim, () -> BookingSql.hold(tx, claim, until, user));
    }

    Outcome<AppointmentId> move(AppointmentId id, Claim claim, Stamp stamp) {
        return take(claim, () -> tryToMove(id, claim, stamp));
    }

    private Optional<AppointmentId> tryToMove(AppointmentId id, Claim claim, Stamp stamp) {
        try {
            tx.savepoint(() -> {
                BookingSql.move(tx, id, claim, stamp);
                return id;
            });
            return Optional.of(id);
        } catch (RuntimeException refusal) {
            if (Constraint.refused(refusal, Constraint.EXCLUSION)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    // Each rival takes one place at the most, so that there is an attempt for every place.
    private <T> Outcome<T> take(Claim claim, Supplier<Optional<T>> attempt) {
        for (int left = claim.places() + FURTHER_ATTEMPTS; left > 0; left--) {
            var taken = attempt.get();
            if (taken.isPresent()) {
                return new Outcome.Taken<>(taken.get());
            }
            if (BookingSql.clear(tx, claim, now) == 0) {
                var other = BookingSql.inTheWay(tx, claim);
                if (other.isPresent()) {
                    return new Outcome.Refused<>(refusal(other.get()));
                }
            }
        }
        return new Outcome.Refused<>(new TimeRefusal.ProviderBusy(Optional.empty()));
    }

    /// Who is in the way of a claim, without trying to take it.
    Optional<TimeRefusal> inTheWay(Claim claim) {
        return BookingSql.inTheWay(tx, claim)
                .filter(other -> other.heldUntil() == null || other.heldUntil().isAfter(now))
                .map(this::refusal);
    }

    /// A slot that is not free is not offered any more. That somebody has just taken it says more to the patient.
    TimeRefusal explained(TimeRefusal refusal, Wish wish, BookingFacts facts) {
        return refusal instanceof TimeRefusal.NotOffered && facts.hours().open()
                ? inTheWay(Claim.of(wish, facts)).orElse(refusal)
                : refusal;
    }

    private TimeRefusal refusal(InTheWay other) {
        if (other.heldUntil() != null) {
            return new TimeRefusal.Held(other.heldUntil());
        }
        var shown = other.appointment().filter(sight::includes);
        return switch (other.whose()) {
            case PROVIDER -> new TimeRefusal.ProviderBusy(shown);
            case PATIENT -> new TimeRefusal.PatientBusy(shown);
            case ROOM -> new TimeRefusal.RoomBusy(shown);
        };
    }
}
