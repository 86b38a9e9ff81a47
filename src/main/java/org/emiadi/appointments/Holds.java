package org.emiadi.appointments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// Keeps slots for people while they fill in a form, or make up their mind. Always true: a hold ends by itself, and
/// what cannot be booked cannot be held.
public final class Holds {
    /// As long as a form may take, interrupted by a question.
    public static final Duration LASTS = Duration.ofMinutes(5);
    /// Holds that [#expire] takes out at most.
    public static final int BATCH = 500;

    /// Patients hold one slot: whoever looks at the next lets go of the one before.
    private static final int MOST_OF_A_PATIENT = 1;
    /// A desk has several forms open; more than these are forgotten ones.
    private static final int MOST_OF_STAFF = 10;

    private static final String SUBJECT = "hold";

    private final Database database;
    private final BookingRules rules;
    private final AuditLog audit;
    private final Clock clock;

    public Holds(Database database, BookingRules rules, AuditLog audit, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /// A slot to be held.
    ///
    /// @param patient null where staff do not know yet
    /// @param end     null for as long as the type takes; never null without a type
    public record Wanted(
            @Nullable PatientId patient,
            ProviderId provider,
            @Nullable Integer typeId,
            Instant start,
            @Nullable Instant end,
            BookingRequest.Terms terms) {}

    /// Holds a slot for a user for [#LASTS], in place of their oldest hold where they have too many.
    public HoldOutcome place(Tx tx, Actor actor, Wanted wanted) {
        Instant now = clock.instant();
        HoldSql.oneAfterAnother(tx, actor.user());
        HoldOutcome outcome = tx.savepoint(
                () -> {
                    HoldSql.keepNewest(tx, actor.user(), most(actor) - 1);
                    return tryToPlace(tx, actor, wanted, now.plus(LASTS), now);
                },
                HoldOutcome.Placed.class::isInstance);
        record(tx, actor, wanted, outcome);
        return outcome;
    }

    /// Keeps a slot for a patient, as the house, until a time. Only [Appointments#bookOffered] and
    /// [Appointments#moveToOffered] take it over.
    public HoldOutcome offer(Tx tx, Actor house, Wanted wanted, Instant until) {
        HoldOutcome outcome = tryToPlace(tx, house, wanted, until, clock.instant());
        record(tx, house, wanted, outcome);
        return outcome;
    }

    private static int most(Actor actor) {
        return actor.is(Role.PATIENT) ? MOST_OF_A_PATIENT : MOST_OF_STAFF;
    }

    private HoldOutcome tryToPlace(Tx tx, Actor actor, Wanted wanted, Instant until, Instant now) {
        var wish = new Wish(
                wanted.patient(),
                wanted.provider(),
                wanted.typeId(),
                wanted.start(),
                wanted.end(),
                wanted.terms(),
                null,
                null,
                false);
        if (!BookingRules.isOwn(actor, wish)) {
            return new HoldOutcome.Refused(new Booking.NotOwn());
        }
        var facts = BookingSql.facts(tx, wish, actor.is(Role.PATIENT), false, now);
        var diary = new Diary(tx, Appointments.Sight.of(actor), now);
        var refusal = rules.refusal(actor, wish, facts, now);
        if (refusal.isPresent()) {
            return refusal.get() instanceof TimeRefusal time
                    ? diary.explained(time, wish, facts)
                    : new HoldOutcome.Refused(refusal.get());
        }
        var claim = Claim.of(wish, facts);
        return switch (diary.hold(claim, until, actor.userId())) {
            case Diary.Outcome.Taken<Integer>(Integer id) -> new HoldOutcome.Placed(held(id, claim, until));
            case Diary.Outcome.Refused<Integer>(TimeRefusal why) -> why;
        };
    }

    private static Hold held(int id, Claim claim, Instant until) {
        return new Hold(
                id,
                claim.patient(),
                claim.provider(),
                claim.typeId(),
                claim.place().facilityId(),
                claim.during(),
                until);
    }

    private void record(Tx tx, Actor actor, Wanted wanted, HoldOutcome outcome) {
        var event = outcome instanceof HoldOutcome.Placed(Hold hold)
                ? AuditEvent.done("hold.placed").on(SUBJECT, hold.id())
                : AuditEvent.refused("hold.placed").detail(outcome.getClass().getSimpleName());
        boolean named = wanted.patient() != null && !(outcome instanceof HoldOutcome.Refused);
        audit.record(
                tx,
                actor,
                named
                        ? event.ofPatient(java.util.Objects.requireNonNull(wanted.patient())
                                .value())
                        : event);
    }

    /// The user's own hold, while it lasts.
    public Optional<Hold> find(Tx tx, Actor actor, int id) {
        return HoldSql.find(tx, id, actor.user(), clock.instant());
    }

    /// Lets go of the user's own hold.
    ///
    /// @return whether there was one
    public boolean release(Tx tx, Actor actor, int id) {
        boolean released = HoldSql.release(tx, id, actor.user());
        var event = released ? AuditEvent.done("hold.released") : AuditEvent.refused("hold.released");
        audit.record(tx, actor, event.on(SUBJECT, id));
        return released;
    }

    /// Lets go of a hold that was placed by [#offer].
    public void withdraw(Tx tx, int id) {
        HoldSql.release(tx, id);
    }

    /// Takes out a batch of holds that have expired. They were in nobody's way; this only tidies.
    ///
    /// @return how many
    public int expire() {
        return database.write(tx -> HoldSql.expire(tx, clock.instant(), BATCH));
    }
}
