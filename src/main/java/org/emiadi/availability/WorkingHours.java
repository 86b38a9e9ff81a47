package org.emiadi.availability;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// The working hours of all providers. Anybody may know when a provider works; administrators plan the hours of
/// everybody, a provider their own.
public final class WorkingHours {
    private final AuditLog audit;

    public WorkingHours(AuditLog audit) {
        this.audit = audit;
    }

    /// Which hours to list; what is empty does not narrow the list.
    public record Wanted(Optional<ProviderId> provider, Optional<FacilityId> facility) {}

    public HoursOutcome add(Tx tx, Actor actor, ProviderId provider, HoursPlan plan) {
        HoursOutcome outcome = mayPlan(actor, provider) ? add(tx, provider, plan) : new HoursOutcome.NotOwn();
        record(tx, actor, "working-hours.added", outcome);
        return outcome;
    }

    private static HoursOutcome add(Tx tx, ProviderId provider, HoursPlan plan) {
        if (!HoursSql.lockProvider(tx, provider)) {
            return new HoursOutcome.Unknown(HoursOutcome.Named.PROVIDER);
        }
        return refusal(tx, provider, plan, Optional.empty()).orElseGet(() -> HoursSql.add(tx, provider, plan));
    }

    public Optional<Hours> find(Tx tx, HoursId id) {
        return HoursSql.find(tx, id);
    }

    /// The hours that are wanted, by id.
    public Page<Hours> list(Tx tx, Wanted wanted, Slice slice) {
        return HoursSql.list(tx, wanted, slice);
    }

    /// Changes what hours say.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public HoursOutcome change(Tx tx, Actor actor, HoursId id, OptionalInt expected, UnaryOperator<HoursPlan> change) {
        // The provider first, as when hours are added: nobody then waits for somebody who waits for them.
        HoursOutcome outcome = find(tx, id)
                .filter(hours -> mayPlan(actor, hours.provider()) && HoursSql.lockProvider(tx, hours.provider()))
                .flatMap(hours -> HoursSql.lock(tx, id))
                .map(before -> change(tx, before, expected, change))
                .orElseGet(HoursOutcome.Absent::new);
        record(tx, actor, "working-hours.changed", outcome);
        return outcome;
    }

    private static HoursOutcome change(Tx tx, Hours before, OptionalInt expected, UnaryOperator<HoursPlan> change) {
        if (isStale(before, expected)) {
            return new HoursOutcome.Stale();
        }
        HoursPlan after = change.apply(before.plan());
        return refusal(tx, before.provider(), after, Optional.of(before.id()))
                .orElseGet(() -> HoursSql.change(tx, before, after));
    }

    /// Removes hours; the audit trail keeps what they said.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public HoursOutcome remove(Tx tx, Actor actor, HoursId id, OptionalInt expected) {
        HoursOutcome outcome = HoursSql.lock(tx, id)
                .filter(hours -> mayPlan(actor, hours.provider()))
                .map(before -> remove(tx, before, expected))
                .orElseGet(HoursOutcome.Absent::new);
        record(tx, actor, "working-hours.removed", outcome);
        return outcome;
    }

    private static HoursOutcome remove(Tx tx, Hours before, OptionalInt expected) {
        if (isStale(before, expected)) {
            return new HoursOutcome.Stale();
        }
        HoursSql.remove(tx, before.id());
        return new HoursOutcome.Done(before);
    }

    // With the provider's row locked, nobody adds or changes hours of theirs before this transaction ends.
    private static Optional<HoursOutcome> refusal(
            Tx tx, ProviderId provider, HoursPlan plan, Optional<HoursId> replaced) {
        if (plan.days().isNever()) {
            return Optional.of(new HoursOutcome.NoDay());
        }
        return HoursSql.near(tx, provider, plan).stream()
                .filter(other -> !replaced.equals(Optional.of(other.id())))
                .filter(other -> HoursRules.overlap(plan, other.plan()))
                .findFirst()
                .map(other -> new HoursOutcome.Overlap(other.id()));
    }

    private static boolean isStale(Hours before, OptionalInt expected) {
        return expected.isPresent() && expected.getAsInt() != before.version();
    }

    private static boolean mayPlan(Actor actor, ProviderId provider) {
        return actor.is(Role.ADMIN, Role.SYSTEM) || actor.isProvider(provider.value());
    }

    private void record(Tx tx, Actor actor, String action, HoursOutcome outcome) {
        audit.record(
                tx,
                actor,
                outcome instanceof HoursOutcome.Done(Hours hours)
                        ? AuditEvent.done(action)
                                .on("working-hours", hours.id().value())
                                .detail(words(hours))
                        : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName()));
    }

    private static String words(Hours hours) {
        var days = hours.plan().days();
        var time = hours.plan().time();
        return "provider %d at facility %d: %s every %d weeks from %s to %s, %s for %s, %d places"
                .formatted(
                        hours.provider().value(),
                        hours.plan().facility().value(),
                        days.weekday(),
                        days.everyWeeks(),
                        days.from(),
                        days.to() == null ? "further notice" : days.to(),
                        time.start(),
                        time.length(),
                        hours.plan().capacity());
    }
}
