package org.emiadi.absences;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// When whole facilities are closed. Administrators enter it, the desk reads it.
public final class Closures {
    private static final String SUBJECT = "closure";

    private final Facilities facilities;
    private final AuditLog audit;
    private final Clock clock;

    public Closures(Facilities facilities, AuditLog audit, Clock clock) {
        this.facilities = facilities;
        this.audit = audit;
        this.clock = clock;
    }

    /// Enters a closure, and tells which appointments it displaces; these stay as they are.
    ///
    /// @param preview whether to tell only, and enter nothing
    public AbsenceOutcome<Closure> add(Tx tx, Actor actor, Closure.Request request, boolean preview) {
        var outcome = tx.savepoint(() -> add(tx, request), added -> !preview);
        record(tx, actor, preview ? "closure.previewed" : "closure.added", outcome);
        return outcome;
    }

    private AbsenceOutcome<Closure> add(Tx tx, Closure.Request request) {
        DisplacementSql.takeTurn(tx);
        Instant now = clock.instant();
        return facilities
                .find(tx, request.facility())
                .map(facility -> ClosureSql.add(tx, request, request.span().during(facility.zone()), now))
                .<AbsenceOutcome<Closure>>map(added -> new AbsenceOutcome.Done<>(
                        added, DisplacementSql.of(tx, Reason.Absence.CLOSURE, added.id(), now)))
                .orElseGet(AbsenceOutcome.NobodyThere::new);
    }

    public Optional<Closure> find(Tx tx, int id) {
        return ClosureSql.find(tx, id);
    }

    /// The closures that touch a period, by start.
    ///
    /// @param facility of which; empty for all
    public Page<Closure> list(Tx tx, Optional<FacilityId> facility, Period period, Slice slice) {
        return ClosureSql.list(tx, facility, period, slice);
    }

    /// Removes a closure; what it displaced no longer needs moving because of it.
    public AbsenceOutcome<Closure> remove(Tx tx, Actor actor, int id) {
        AbsenceOutcome<Closure> outcome = ClosureSql.remove(tx, id)
                .<AbsenceOutcome<Closure>>map(removed -> new AbsenceOutcome.Done<>(removed, Displacement.NONE))
                .orElseGet(AbsenceOutcome.Absent::new);
        record(tx, actor, "closure.removed", outcome);
        return outcome;
    }

    private void record(Tx tx, Actor actor, String action, AbsenceOutcome<Closure> outcome) {
        audit.record(
                tx,
                actor,
                outcome instanceof AbsenceOutcome.Done<Closure>(Closure closure, Displacement displaced)
                        ? AuditEvent.done(action)
                                .on(SUBJECT, closure.id())
                                .detail("facility " + closure.facility().value() + ", " + displaced.count()
                                        + " displaced")
                        : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName()));
    }
}
