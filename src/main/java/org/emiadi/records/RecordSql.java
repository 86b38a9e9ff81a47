package org.emiadi.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.records.MedicalRecords.Sight;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

final class RecordSql {
    private static final String SELECT = """
            select r.id, r.appointment_id, r.patient_id, r.provider_id, r.diagnosis, r.treatment, r.notes,
                   r.created_at, r.version
              from medical_records r
             where r.deleted_at is null
               and (r.patient_id = :ownPatient
                    or r.provider_id = :ownProvider
                    or exists (select 1 from care_relations c
                                where c.provider_id = :ownProvider and c.patient_id = r.patient_id))
            """;

    private RecordSql() {}

    static MedicalRecord add(Tx tx, Appointment visit, Findings findings, Instant now) {
        int id = bind(tx.query("""
                        insert into medical_records (appointment_id, patient_id, provider_id, diagnosis, treatment, notes,
                                                     created_at, updated_at)
                        values (:appointment, :patient, :provider, :diagnosis, :treatment, :notes, :now, :now)
                        returning id
                        """), findings)
                .bind("appointment", visit.id().value())
                .bind("patient", visit.patient().value())
                .bind("provider", visit.provider().value())
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
        return new MedicalRecord(id, visit.id(), visit.patient(), visit.provider(), findings, now, 1);
    }

    static Optional<MedicalRecord> find(Tx tx, int id, Sight sight) {
        return one(tx, SELECT + " and r.id = :id", id, sight);
    }

    static Optional<MedicalRecord> lock(Tx tx, int id, Sight sight) {
        return one(tx, SELECT + " and r.id = :id for no key update of r", id, sight);
    }

    /// The record that was written first of a visit, for whoever may write the next one.
    static Optional<MedicalRecord> firstOf(Tx tx, AppointmentId visit) {
        return tx.query("""
                        select r.id, r.appointment_id, r.patient_id, r.provider_id, r.diagnosis, r.treatment, r.notes,
                               r.created_at, r.version
                          from medical_records r
                         where r.deleted_at is null and r.appointment_id = :visit
                         order by r.created_at, r.id
                         limit 1
                        """)
                .bind("visit", visit.value())
                .map((row, context) -> record(row))
                .findOne();
    }

    static Set<AppointmentId> written(Tx tx, Sight sight, Collection<AppointmentId> visits) {
        return tx.query("""
                        select distinct r.appointment_id
                          from medical_records r
                         where r.deleted_at is null and r.provider_id = :ownProvider
                           and r.appointment_id = any (:visits)
                        """)
                .bind("ownProvider", sight.provider())
                .bindArray(
                        "visits",
                        Integer.class,
                        visits.stream().map(AppointmentId::value).toList())
                .map((row, context) -> new AppointmentId(row.getInt("appointment_id")))
                .set();
    }

    private static Optional<MedicalRecord> one(Tx tx, String sql, int id, Sight sight) {
        return tx.query(sql)
                .bind("id", id)
                .bind("ownPatient", sight.patient())
                .bind("ownProvider", sight.provider())
                .map((row, context) -> record(row))
                .findOne();
    }

    static MedicalRecord change(Tx tx, Change change) {
        bind(tx.update("""
                        with before as (
                            insert into medical_record_history (record_id, version, diagnosis, treatment, notes,
                                                                changed_at, changed_by)
                            select id, version, diagnosis, treatment, notes, :now, :user
                              from medical_records where id = :id
                        )
                        update medical_records
                           set diagnosis = :diagnosis, treatment = :treatment, notes = :notes,
                               updated_at = :now, version = version + 1
                         where id = :id
                        """), change.after())
                .bind("id", change.before().id())
                .bind("now", change.now())
                .bind("user", change.actor().userId())
                .execute();
        MedicalRecord before = change.before();
        return new MedicalRecord(
                before.id(),
                before.appointment(),
                before.patient(),
                before.provider(),
                change.after(),
                before.createdAt(),
                before.version() + 1);
    }

    /// Who changes which record to what, and when.
    record Change(Actor actor, MedicalRecord before, Findings after, Instant now) {}

    static void hide(Tx tx, Actor actor, int id, Instant now) {
        tx.update("update medical_records set deleted_at = :now, deleted_by = :provider where id = :id")
                .bind("now", now)
                .bind("provider", actor.personId())
                .bind("id", id)
                .execute();
    }

    static Page<MedicalRecord> list(Tx tx, Sight sight, RecordFilter filter, Slice slice) {
        var query = tx.query(SELECT + String.join("", conditions(filter, slice))
                + " order by r.created_at desc, r.id desc limit :rows");
        // What does not narrow the list is bound in vain.
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        var rows = query.bind("ownPatient", sight.patient())
                .bind("ownProvider", sight.provider())
                .bind("patient", filter.patient().map(PatientId::value).orElse(null))
                .bind(
                        "appointment",
                        filter.appointment().map(AppointmentId::value).orElse(null))
                .bind("diagnosis", filter.diagnosis().orElse(null))
                .bind(
                        "beforeTime",
                        slice.after().map(cursor -> cursor.instant(0)).orElse(null))
                .bind("beforeId", slice.after().map(cursor -> cursor.number(1)).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> record(row))
                .list();
        return Page.of(rows, slice.limit(), last -> Cursor.of(last.createdAt(), last.id()));
    }

    private static List<String> conditions(RecordFilter filter, Slice slice) {
        var conditions = new ArrayList<String>();
        filter.patient().ifPresent(given -> conditions.add(" and r.patient_id = :patient"));
        filter.appointment().ifPresent(given -> conditions.add(" and r.appointment_id = :appointment"));
        // strpos and not like: the words of the client are no pattern.
        filter.diagnosis().ifPresent(given -> conditions.add(" and strpos(lower(r.diagnosis), lower(:diagnosis)) > 0"));
        slice.after().ifPresent(given -> conditions.add(" and (r.created_at, r.id) < (:beforeTime, :beforeId)"));
        return conditions;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Findings findings) {
        return statement
                .bind("diagnosis", findings.diagnosis())
                .bind("treatment", findings.treatment())
                .bind("notes", findings.notes());
    }

    private static MedicalRecord record(ResultSet row) throws SQLException {
        return new MedicalRecord(
                row.getInt("id"),
                new AppointmentId(row.getInt("appointment_id")),
                new PatientId(row.getInt("patient_id")),
                new ProviderId(row.getInt("provider_id")),
                new Findings(row.getString("diagnosis"), row.getString("treatment"), row.getString("notes")),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("version"));
    }
}
