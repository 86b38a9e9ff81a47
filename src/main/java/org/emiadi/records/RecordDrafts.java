package org.emiadi.records;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Appointments;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.records.MedicalRecords.Sight;

/// Records while they are being written. Only the provider of the visit sees and writes its draft; it goes when the
/// record is written. That somebody began to write is in the trail once, and not each time that the draft was saved.
public final class RecordDrafts {
    /// What to expect of a draft that nobody has begun yet.
    public static final int NONE_YET = 0;

    private static final String SUBJECT = "appointment";

    private final MedicalRecords records;
    private final Appointments appointments;
    private final AuditLog audit;
    private final ClinicTime time;
    private final Clock clock;

    public RecordDrafts(
            MedicalRecords records, Appointments appointments, AuditLog audit, ClinicTime time, Clock clock) {
        this.records = records;
        this.appointments = appointments;
        this.audit = audit;
        this.time = time;
        this.clock = clock;
    }

    /// Saves what has been written so far, be it nothing.
    ///
    /// @param expected the version that the actor has seen, [#NONE_YET] for none; empty where any will do
    public DraftOutcome save(Tx tx, Actor actor, AppointmentId visit, Findings findings, OptionalInt expected) {
        var own = own(tx, actor, visit);
        DraftOutcome outcome = own.map(held -> save(tx, held, findings, expected, clock.instant()))
                .orElseGet(DraftOutcome.Absent::new);
        boolean isFirst = outcome instanceof DraftOutcome.Saved(RecordDraft draft) && draft.version() == 1;
        if (isFirst) {
            audit.record(tx, actor, of(AuditEvent.done("medical-record.drafted"), own, visit));
        } else if (!(outcome instanceof DraftOutcome.Saved)) {
            audit.record(tx, actor, of(refused("medical-record.drafted", outcome), own, visit));
        }
        return outcome;
    }

    private DraftOutcome save(Tx tx, Appointment visit, Findings findings, OptionalInt expected, Instant now) {
        if (MedicalRecords.neverTookPlace(visit)) {
            return new DraftOutcome.NoVisit();
        }
        if (MedicalRecords.isToCome(visit, time, now)) {
            return new DraftOutcome.NotYet();
        }
        if (RecordSql.firstOf(tx, visit.id()).isPresent()) {
            // Signed meanwhile, by another device perhaps: a draft after the record would never go away.
            return new DraftOutcome.Stale(Optional.empty());
        }
        return DraftSql.save(tx, visit, findings, expected, now)
                .<DraftOutcome>map(DraftOutcome.Saved::new)
                .orElseGet(() -> new DraftOutcome.Stale(DraftSql.find(tx, visit.id())));
    }

    /// The draft of a visit; empty where there is none, or none that is the actor's.
    public Optional<RecordDraft> find(Tx tx, Actor actor, AppointmentId visit) {
        var own = own(tx, actor, visit);
        var draft = own.flatMap(held -> DraftSql.find(tx, visit));
        if (own.isEmpty()) {
            audit.record(tx, actor, of(AuditEvent.refused("medical-record.draft-read"), own, visit));
        } else if (draft.isPresent()) {
            audit.record(tx, actor, of(AuditEvent.done("medical-record.draft-read"), own, visit));
        }
        return draft;
    }

    /// The actor's drafts, the one that was saved last first.
    public Page<RecordDraft.Unfinished> list(Tx tx, Actor actor, Slice slice) {
        var page = DraftSql.list(tx, Sight.of(actor), slice);
        audit.record(
                tx,
                actor,
                AuditEvent.done("medical-record.drafts-listed")
                        .detail(page.rows().size() + " rows"));
        return page;
    }

    /// Throws the draft away; nothing of it is kept.
    public DraftOutcome discard(Tx tx, Actor actor, AppointmentId visit) {
        var own = own(tx, actor, visit);
        boolean gone = own.isPresent() && DraftSql.remove(tx, visit);
        DraftOutcome outcome = gone ? new DraftOutcome.Discarded() : new DraftOutcome.Absent();
        var event = gone
                ? AuditEvent.done("medical-record.draft-discarded")
                : refused("medical-record.draft-discarded", outcome);
        audit.record(tx, actor, of(event, own, visit));
        return outcome;
    }

    /// Writes the record of a visit and lets go of its draft. A visit is signed once; what is to be said later is a
    /// change of the record.
    ///
    /// @param expected the version that the actor has seen, [#NONE_YET] for none
    public Signing sign(Tx tx, Actor actor, AppointmentId visit, Findings findings, OptionalInt expected) {
        if (findings.sayNothing()) {
            return new Signing.Refused(records.write(tx, actor, visit, findings));
        }
        return tx.savepoint(
                () -> switch (save(tx, actor, visit, findings, expected)) {
                    // The row of the draft is locked now: whoever signs at the same time waits, and then finds the
                    // record.
                    case DraftOutcome.Saved _ ->
                        signedBefore(tx, visit)
                                .<Signing>map(Signing.AlreadySigned::new)
                                .orElseGet(() -> write(tx, actor, visit, findings));
                    case DraftOutcome.Stale(var current) ->
                        signedBefore(tx, visit)
                                .<Signing>map(Signing.AlreadySigned::new)
                                .orElseGet(() -> new Signing.Stale(current));
                    case DraftOutcome.NoVisit() -> new Signing.Refused(new RecordOutcome.NoVisit());
                    case DraftOutcome.NotYet() -> new Signing.Refused(new RecordOutcome.NotYet());
                    case DraftOutcome.Absent(), DraftOutcome.Discarded() ->
                        new Signing.Refused(new RecordOutcome.Absent());
                },
                signing -> !(signing instanceof Signing.AlreadySigned));
    }

    private static Optional<MedicalRecord> signedBefore(Tx tx, AppointmentId visit) {
        return RecordSql.firstOf(tx, visit);
    }

    private Signing write(Tx tx, Actor actor, AppointmentId visit, Findings findings) {
        var outcome = records.write(tx, actor, visit, findings);
        return outcome instanceof RecordOutcome.Done(MedicalRecord record)
                ? new Signing.Signed(record)
                : new Signing.Refused(outcome);
    }

    private Optional<Appointment> own(Tx tx, Actor actor, AppointmentId visit) {
        return appointments
                .hold(tx, actor, visit)
                .filter(held -> actor.isProvider(held.provider().value()));
    }

    private static AuditEvent refused(String action, DraftOutcome outcome) {
        return AuditEvent.refused(action).detail(outcome.getClass().getSimpleName());
    }

    private static AuditEvent of(AuditEvent event, Optional<Appointment> own, AppointmentId visit) {
        var on = event.on(SUBJECT, visit.value());
        return own.map(held -> on.ofPatient(held.patient().value())).orElse(on);
    }
}
