package org.emiadi.insurance;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The covers of all patients. The desk looks after them all, a patient after their own; a provider sees those of the
/// patients in their care.
public final class Covers {
    private static final String SUBJECT = "cover";

    private final AuditLog audit;

    public Covers(AuditLog audit) {
        this.audit = audit;
    }

    public CoverOutcome add(Tx tx, Actor actor, PatientId patient, CoverDetails details) {
        CoverOutcome outcome =
                mayWrite(actor, patient) ? CoverSql.add(tx, patient, details) : new CoverOutcome.NotOwn();
        record(tx, actor, "cover.added", outcome, patient);
        return outcome;
    }

    /// The cover, if the actor may see it.
    public Optional<Cover> find(Tx tx, Actor actor, int id) {
        var cover = CoverSql.find(tx, id, Sight.of(actor));
        var event = cover.isPresent() ? AuditEvent.done("cover.read") : AuditEvent.refused("cover.read");
        audit.record(tx, actor, ofPatient(event.on(SUBJECT, id), cover));
        return cover;
    }

    /// The covers that the actor may see, by id.
    ///
    /// @param patient whose; empty for those of everybody
    public Page<Cover> list(Tx tx, Actor actor, Optional<PatientId> patient, Slice slice) {
        var page = CoverSql.list(tx, Sight.of(actor), patient, slice);
        var event = AuditEvent.done("cover.listed").detail(page.rows().size() + " rows");
        audit.record(
                tx, actor, patient.map(whose -> event.ofPatient(whose.value())).orElse(event));
        return page;
    }

    /// Changes what a cover says.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public CoverOutcome change(Tx tx, Actor actor, int id, OptionalInt expected, UnaryOperator<CoverDetails> change) {
        var before = CoverSql.lock(tx, id).filter(cover -> mayWrite(actor, cover.patient()));
        CoverOutcome outcome =
                before.map(cover -> change(tx, cover, expected, change)).orElseGet(CoverOutcome.Absent::new);
        record(tx, actor, "cover.changed", outcome, before.map(Cover::patient).orElse(null));
        return outcome;
    }

    private static CoverOutcome change(Tx tx, Cover before, OptionalInt expected, UnaryOperator<CoverDetails> change) {
        return isStale(before, expected)
                ? new CoverOutcome.Stale()
                : CoverSql.change(tx, before, change.apply(before.details()));
    }

    /// Removes a cover; the audit trail keeps that it was there.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public CoverOutcome remove(Tx tx, Actor actor, int id, OptionalInt expected) {
        var before = CoverSql.lock(tx, id).filter(cover -> mayWrite(actor, cover.patient()));
        CoverOutcome outcome = before.map(cover -> remove(tx, cover, expected)).orElseGet(CoverOutcome.Absent::new);
        record(tx, actor, "cover.removed", outcome, before.map(Cover::patient).orElse(null));
        return outcome;
    }

    private static CoverOutcome remove(Tx tx, Cover before, OptionalInt expected) {
        if (isStale(before, expected)) {
            return new CoverOutcome.Stale();
        }
        CoverSql.remove(tx, before.id());
        return new CoverOutcome.Done(before);
    }

    private static boolean isStale(Cover before, OptionalInt expected) {
        return expected.isPresent() && expected.getAsInt() != before.version();
    }

    private static boolean mayWrite(Actor actor, PatientId patient) {
        return actor.isDesk() || actor.isPatient(patient.value());
    }

    private void record(Tx tx, Actor actor, String action, CoverOutcome outcome, @Nullable PatientId patient) {
        AuditEvent event = outcome instanceof CoverOutcome.Done(Cover cover)
                ? AuditEvent.done(action).on(SUBJECT, cover.id())
                : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName());
        audit.record(tx, actor, patient == null ? event : event.ofPatient(patient.value()));
    }

    private static AuditEvent ofPatient(AuditEvent event, Optional<Cover> cover) {
        return cover.map(seen -> event.ofPatient(seen.patient().value())).orElse(event);
    }

    /// Whose covers somebody may see: everybody's, one patient's, or those of a provider's patients.
    record Sight(boolean all, int patient, int provider) {
        private static final int NOBODY = -1;

        static Sight of(Actor actor) {
            int person = actor.personId() == null ? NOBODY : actor.personId();
            return new Sight(
                    actor.isDesk(),
                    actor.is(Role.PATIENT) ? person : NOBODY,
                    actor.is(Role.PROVIDER) ? person : NOBODY);
        }
    }
}
