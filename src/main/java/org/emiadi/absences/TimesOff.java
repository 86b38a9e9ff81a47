package org.emiadi.absences;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// When providers are away. The desk looks after all of them, providers after their own; nobody else sees it.
public final class TimesOff {
    private static final String SUBJECT = "time-off";

    private final AuditLog audit;
    private final Clock clock;

    public TimesOff(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /// Enters time off, and tells which appointments it displaces; these stay as they are.
    ///
    /// @param preview whether to tell only, and enter nothing
    public AbsenceOutcome<TimeOff> add(Tx tx, Actor actor, TimeOff.Request request, boolean preview) {
        AbsenceOutcome<TimeOff> outcome = mayWrite(actor, request.provider())
                ? tx.savepoint(() -> add(tx, request), added -> !preview)
                : new AbsenceOutcome.NotOwn<>();
        record(tx, actor, preview ? "time-off.previewed" : "time-off.added", outcome);
        return outcome;
    }

    private AbsenceOutcome<TimeOff> add(Tx tx, TimeOff.Request request) {
        DisplacementSql.takeTurn(tx);
        Instant now = clock.instant();
        return TimeOffSql.zoneOf(tx, request.provider())
                .map(zone -> TimeOffSql.add(tx, request, request.span().during(zone), now))
                .<AbsenceOutcome<TimeOff>>map(added -> new AbsenceOutcome.Done<>(
                        added, DisplacementSql.of(tx, Reason.Absence.TIME_OFF, added.id(), now)))
                .orElseGet(AbsenceOutcome.NobodyThere::new);
    }

    /// The clock on the wall where a provider works; empty where there is no such provider.
    public Optional<ZoneId> zoneOf(Tx tx, ProviderId provider) {
        return TimeOffSql.zoneOf(tx, provider);
    }

    /// The time off, if the actor may see it.
    public Optional<TimeOff> find(Tx tx, Actor actor, int id) {
        var found = TimeOffSql.find(tx, id, onlyOf(actor));
        var event = found.isPresent() ? AuditEvent.done("time-off.read") : AuditEvent.refused("time-off.read");
        audit.record(tx, actor, event.on(SUBJECT, id));
        return found;
    }

    /// The time off that touches a period and that the actor may see, by start.
    ///
    /// @param provider whose; empty for everybody's
    public Page<TimeOff> list(Tx tx, Actor actor, Optional<ProviderId> provider, Period period, Slice slice) {
        var page = TimeOffSql.list(tx, onlyOf(actor), provider, period, slice);
        audit.record(
                tx, actor, AuditEvent.done("time-off.listed").detail(page.rows().size() + " rows"));
        return page;
    }

    /// Removes time off; what it displaced no longer needs moving because of it.
    public AbsenceOutcome<TimeOff> remove(Tx tx, Actor actor, int id) {
        AbsenceOutcome<TimeOff> outcome = TimeOffSql.remove(tx, id, onlyOf(actor))
                .<AbsenceOutcome<TimeOff>>map(removed -> new AbsenceOutcome.Done<>(removed, Displacement.NONE))
                .orElseGet(AbsenceOutcome.Absent::new);
        record(tx, actor, "time-off.removed", outcome);
        return outcome;
    }

    private static boolean mayWrite(Actor actor, ProviderId provider) {
        return actor.isDesk() || actor.isProvider(provider.value());
    }

    /// Whose time off alone somebody may see; empty for everybody's.
    static Optional<ProviderId> onlyOf(Actor actor) {
        return actor.isDesk() ? Optional.empty() : Optional.of(ownId(actor));
    }

    private static ProviderId ownId(Actor actor) {
        Integer person = actor.personId();
        return person != null && actor.isProvider(person) ? new ProviderId(person) : NOBODY;
    }

    private static final ProviderId NOBODY = new ProviderId(-1);

    private void record(Tx tx, Actor actor, String action, AbsenceOutcome<TimeOff> outcome) {
        audit.record(
                tx,
                actor,
                outcome instanceof AbsenceOutcome.Done<TimeOff>(TimeOff timeOff, Displacement displaced)
                        ? AuditEvent.done(action)
                                .on(SUBJECT, timeOff.id())
                                .detail("provider " + timeOff.provider().value() + ", " + displaced.count()
                                        + " displaced")
                        : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName()));
    }
}
