package org.emiadi.records;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The medical records. The provider of the visit writes them; that provider, the patient, and providers with a past or
/// coming appointment with the patient read them; nobody else.
public final class MedicalRecords {
    private static final String SUBJECT = "medical-record";

    private final Appointments appointments;
    private final AuditLog audit;
    private final ClinicTime time;
    private final Clock clock;

    public MedicalRecords(Appointments appointments, AuditLog audit, ClinicTime time, Clock clock) {
        this.appointments = appointments;
        this.audit = audit;
        this.time = time;
        this.clock = clock;
    }

    /// Writes a record of a visit that took place, or takes place today. Its draft goes.
    public RecordOutcome write(Tx tx, Actor actor, AppointmentId visit, Findings findings) {
        Instant now = clock.instant();
        var appointment = appointments
                .hold(tx, actor, visit)
                .filter(held -> actor.isProvider(held.provider().value()));
        RecordOutcome outcome =
                appointment.map(held -> write(tx, held, findings, now)).orElseGet(RecordOutcome.Absent::new);
        trace(
                tx,
                actor,
                "medical-record.written",
                outcome,
                appointment.map(Appointment::patient).map(it -> it.value()).orElse(null));
        return outcome;
    }

    private RecordOutcome write(Tx tx, Appointment visit, Findings findings, Instant now) {
        if (findings.sayNothing()) {
            return new RecordOutcome.SaysNothing();
        }
        if (neverTookPlace(visit)) {
            return new RecordOutcome.NoVisit();
        }
        if (isToCome(visit, time, now)) {
            return new RecordOutcome.NotYet();
        }
        DraftSql.remove(tx, visit.id());
        return new RecordOutcome.Done(RecordSql.add(tx, visit, findings, now));
    }

    static boolean neverTookPlace(Appointment visit) {
        return visit.status() == AppointmentStatus.CANCELLED || visit.status() == AppointmentStatus.NO_SHOW;
    }

    /// Whether its day, by the clinic's clock, is still to come.
    static boolean isToCome(Appointment visit, ClinicTime time, Instant now) {
        return time.date(now).isBefore(time.date(visit.during().start()));
    }

    /// The record, if the actor may read it.
    public Optional<MedicalRecord> find(Tx tx, Actor actor, int id) {
        var record = RecordSql.find(tx, id, Sight.of(actor));
        var event =
                record.isPresent() ? AuditEvent.done("medical-record.read") : AuditEvent.refused("medical-record.read");
        audit.record(
                tx,
                actor,
                record.map(seen -> event.ofPatient(seen.patient().value()))
                        .orElse(event)
                        .on(SUBJECT, id));
        return record;
    }

    /// The records that match and that the actor may read, newest first.
    public Page<MedicalRecord> list(Tx tx, Actor actor, RecordFilter filter, Slice slice) {
        var page = RecordSql.list(tx, Sight.of(actor), filter, slice);
        traceReading(tx, actor, page);
        return page;
    }

    // One entry for each patient whose records were shown, so that their trail tells of it.
    private void traceReading(Tx tx, Actor actor, Page<MedicalRecord> page) {
        SortedMap<Integer, String> recordsByPatient = page.rows().stream()
                .collect(Collectors.groupingBy(
                        record -> record.patient().value(),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(record -> Integer.toString(record.id()), Collectors.joining(" ")),
                                ids -> abridged("records " + ids))));
        audit.recordOfPatients(tx, actor, AuditEvent.done("medical-record.listed"), recordsByPatient);
    }

    private static String abridged(String text) {
        return text.length() <= AuditEvent.LONGEST_DETAIL ? text : text.substring(0, AuditEvent.LONGEST_DETAIL);
    }

    /// Which of the actor's own visits have a record. It shows nothing that one says, so it leaves no trace.
    public Set<AppointmentId> written(Tx tx, Actor actor, Collection<AppointmentId> visits) {
        return RecordSql.written(tx, Sight.of(actor), visits);
    }

    /// Changes what a record says; what it said before is kept.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public RecordOutcome change(Tx tx, Actor actor, int id, OptionalInt expected, UnaryOperator<Findings> change) {
        var before = RecordSql.lock(tx, id, Sight.of(actor));
        RecordOutcome outcome =
                refusal(actor, before, expected).orElseGet(() -> change(tx, actor, before.orElseThrow(), change));
        trace(tx, actor, "medical-record.changed", outcome, patientOf(before));
        return outcome;
    }

    private RecordOutcome change(Tx tx, Actor actor, MedicalRecord before, UnaryOperator<Findings> change) {
        Findings after = change.apply(before.findings());
        return after.sayNothing()
                ? new RecordOutcome.SaysNothing()
                : new RecordOutcome.Done(
                        RecordSql.change(tx, new RecordSql.Change(actor, before, after, clock.instant())));
    }

    /// Hides a record from everybody; it stays on disk.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public RecordOutcome delete(Tx tx, Actor actor, int id, OptionalInt expected) {
        var before = RecordSql.lock(tx, id, Sight.of(actor));
        RecordOutcome outcome = refusal(actor, before, expected).orElseGet(() -> {
            RecordSql.hide(tx, actor, id, clock.instant());
            return new RecordOutcome.Done(before.orElseThrow());
        });
        trace(tx, actor, "medical-record.deleted", outcome, patientOf(before));
        return outcome;
    }

    private static Optional<RecordOutcome> refusal(Actor actor, Optional<MedicalRecord> before, OptionalInt expected) {
        if (before.isEmpty()) {
            return Optional.of(new RecordOutcome.Absent());
        }
        if (!actor.isProvider(before.get().provider().value())) {
            return Optional.of(new RecordOutcome.NotAuthor());
        }
        boolean stale =
                expected.isPresent() && expected.getAsInt() != before.get().version();
        return stale ? Optional.of(new RecordOutcome.Stale()) : Optional.empty();
    }

    private static @Nullable Integer patientOf(Optional<MedicalRecord> record) {
        return record.map(seen -> seen.patient().value()).orElse(null);
    }

    private void trace(Tx tx, Actor actor, String action, RecordOutcome outcome, @Nullable Integer patient) {
        AuditEvent event = outcome instanceof RecordOutcome.Done(MedicalRecord record)
                ? AuditEvent.done(action).on(SUBJECT, record.id())
                : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName());
        audit.record(tx, actor, patient == null ? event : event.ofPatient(patient));
    }

    /// Whose records somebody may read: one patient's, or those of the patients in a provider's care.
    record Sight(int patient, int provider) {
        private static final int NOBODY = -1;

        static Sight of(Actor actor) {
            int person = actor.personId() == null ? NOBODY : actor.personId();
            return new Sight(actor.is(Role.PATIENT) ? person : NOBODY, actor.is(Role.PROVIDER) ? person : NOBODY);
        }
    }
}
