package org.emiadi.facilities;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// The facilities. Everybody may know them; administrators add and change them.
public final class Facilities {
    private final AuditLog audit;

    public Facilities(AuditLog audit) {
        this.audit = audit;
    }

    public FacilityOutcome add(Tx tx, Actor actor, FacilityDetails details) {
        FacilityOutcome outcome = FacilitySql.knowsZone(tx, details.zone())
                ? FacilitySql.add(tx, details)
                : new FacilityOutcome.UnknownZone();
        record(tx, actor, "facility.added", outcome);
        return outcome;
    }

    public Optional<Facility> find(Tx tx, FacilityId id) {
        return FacilitySql.find(tx, id);
    }

    /// The one that stands from the start, which is meant where none is named.
    public Facility first(Tx tx) {
        return FacilitySql.first(tx);
    }

    /// All facilities, by id.
    public Page<Facility> list(Tx tx, Slice slice) {
        return FacilitySql.list(tx, slice);
    }

    /// Changes what is known of a facility.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public FacilityOutcome change(
            Tx tx, Actor actor, FacilityId id, OptionalInt expected, UnaryOperator<FacilityDetails> change) {
        FacilityOutcome outcome = FacilitySql.lock(tx, id)
                .map(before -> change(tx, before, expected, change))
                .orElseGet(FacilityOutcome.Absent::new);
        record(tx, actor, "facility.changed", outcome);
        return outcome;
    }

    private static FacilityOutcome change(
            Tx tx, Facility before, OptionalInt expected, UnaryOperator<FacilityDetails> change) {
        if (expected.isPresent() && expected.getAsInt() != before.version()) {
            return new FacilityOutcome.Stale();
        }
        FacilityDetails after = change.apply(before.details());
        return after.zone().equals(before.zone()) || FacilitySql.knowsZone(tx, after.zone())
                ? FacilitySql.change(tx, before, after)
                : new FacilityOutcome.UnknownZone();
    }

    private void record(Tx tx, Actor actor, String action, FacilityOutcome outcome) {
        audit.record(
                tx,
                actor,
                outcome instanceof FacilityOutcome.Done(Facility facility)
                        ? AuditEvent.done(action).on("facility", facility.id().value())
                        : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName()));
    }
}
