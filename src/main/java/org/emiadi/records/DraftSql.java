package org.emiadi.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.records.MedicalRecords.Sight;
import org.jdbi.v3.core.statement.Query;

/// Every statement about drafts. Whose they are is decided before, by the appointment.
final class DraftSql {
    private static final String COLUMNS =
            "appointment_id, patient_id, diagnosis, treatment, notes, started_at, saved_at, version";

    private DraftSql() {}

    /// Empty where the draft is not the one that was expected.
    static Optional<RecordDraft> save(Tx tx, Appointment visit, Findings findings, OptionalInt expected, Instant now) {
        var query = expected.isPresent() && expected.getAsInt() > RecordDrafts.NONE_YET
                ? update(tx, expected.getAsInt())
                : insert(tx, visit, expected.isEmpty());
        return query.bind("appointment", visit.id().value())
                .bind("diagnosis", findings.diagnosis())
                .bind("treatment", findings.treatment())
                .bind("notes", findings.notes())
                .bind("now", now)
                .map((row, context) -> draft(row))
                .findOne();
    }

    private static Query update(Tx tx, int expected) {
        return tx.query("""
                        update medical_record_drafts
                           set diagnosis = :diagnosis, treatment = :treatment, notes = :notes, saved_at = :now,
                               version = version + 1
                         where appointment_id = :appointment and version = :expected
                        returning\s""" + COLUMNS).bind("expected", expected);
    }

    private static Query insert(Tx tx, Appointment visit, boolean over) {
        return tx.query("""
                        insert into medical_record_drafts as d
                               (appointment_id, patient_id, provider_id, diagnosis, treatment, notes, started_at, saved_at)
                        values (:appointment, :patient, :provider, :diagnosis, :treatment, :notes, :now, :now)
                        on conflict on constraint medical_record_drafts_one_per_visit do update
                           set diagnosis = excluded.diagnosis, treatment = excluded.treatment, notes = excluded.notes,
                               saved_at = excluded.saved_at, version = d.version + 1
                         where :over
                        returning\s""" + COLUMNS)
                .bind("patient", visit.patient().value())
                .bind("provider", visit.provider().value())
                .bind("over", over);
    }

    static Optional<RecordDraft> find(Tx tx, AppointmentId visit) {
        return tx.query("select " + COLUMNS + " from medical_record_drafts where appointment_id = :appointment")
                .bind("appointment", visit.value())
                .map((row, context) -> draft(row))
                .findOne();
    }

    /// Whether there was one.
    static boolean remove(Tx tx, AppointmentId visit) {
        return tx.update("delete from medical_record_drafts where appointment_id = :appointment")
                        .bind("appointment", visit.value())
                        .execute()
                > 0;
    }

    static Page<RecordDraft.Unfinished> list(Tx tx, Sight sight, Slice slice) {
        var rows = tx.query("""
                        select d.appointment_id, d.patient_id, d.saved_at, a.effective_start,
                               coalesce(a.rescheduled_end_time, a.end_time) as effective_end,
                               p.first_name || ' ' || p.last_name as patient_name
                          from medical_record_drafts d
                          join appointments a on a.id = d.appointment_id
                          join persons p on p.id = d.patient_id
                         where d.provider_id = :ownProvider
                           and (cast(:beforeTime as timestamptz) is null
                                or (d.saved_at, d.appointment_id) < (:beforeTime, cast(:beforeId as bigint)))
                         order by d.saved_at desc, d.appointment_id desc
                         limit :rows
                        """)
                .bind("ownProvider", sight.provider())
                .bind(
                        "beforeTime",
                        slice.after().map(cursor -> cursor.instant(0)).orElse(null))
                .bind("beforeId", slice.after().map(cursor -> cursor.number(1)).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> unfinished(row))
                .list();
        return Page.of(
                rows,
                slice.limit(),
                last -> Cursor.of(last.savedAt(), last.appointment().value()));
    }

    private static RecordDraft.Unfinished unfinished(ResultSet row) throws SQLException {
        return new RecordDraft.Unfinished(
                new AppointmentId(row.getInt("appointment_id")),
                new PatientId(row.getInt("patient_id")),
                row.getString("patient_name"),
                new TimeRange(
                        row.getTimestamp("effective_start").toInstant(),
                        row.getTimestamp("effective_end").toInstant()),
                row.getTimestamp("saved_at").toInstant());
    }

    private static RecordDraft draft(ResultSet row) throws SQLException {
        return new RecordDraft(
                new AppointmentId(row.getInt("appointment_id")),
                new PatientId(row.getInt("patient_id")),
                new Findings(row.getString("diagnosis"), row.getString("treatment"), row.getString("notes")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("saved_at").toInstant(),
                row.getInt("version"));
    }
}
