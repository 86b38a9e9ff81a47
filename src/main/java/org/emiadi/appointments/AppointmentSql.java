package org.emiadi.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.Appointment.Place;
import org.emiadi.appointments.Appointment.Visit;
import org.emiadi.appointments.Appointments.Sight;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/// The statements that read appointments. None of them shows a hold.
final class AppointmentSql {
    static final String COLUMNS = """
            a.id, a.reference, a.appointment_type_id, a.patient_id, a.provider_id, a.start_time, a.end_time, a.status,
            a.rescheduled_start_time, a.rescheduled_end_time, a.status_reason, a.facility_id, f.time_zone, a.room_id,
            a.outside_hours, a.cover_id, a.series_id, a.arrived_at, a.started_at, a.ended_at, a.priority, a.ticket, a.cancelled_by,
            a.version
            """;
    static final String FROM = """
             from appointments a join facilities f on f.id = a.facility_id
            """;
    private static final String SELECT = "select " + COLUMNS + FROM;
    private static final String NO_HOLD = "a.status <> 'held'";
    private static final String SEEN =
            "a.id = :id and " + NO_HOLD + " and (:all or a.patient_id = :ownPatient or a.provider_id = :ownProvider)";
    private static final String OF_SERIES = SELECT + """
             where a.series_id = :series and (:all or a.patient_id = :ownPatient or a.provider_id = :ownProvider)
             order by a.effective_start, a.id
            """;

    private AppointmentSql() {}

    static Optional<Appointment> find(Tx tx, AppointmentId id, Sight sight) {
        return one(tx.ask(SELECT + " where " + SEEN), id, sight);
    }

    static Optional<Appointment> lock(Tx tx, AppointmentId id, Sight sight) {
        return one(tx.query(SELECT + " where " + SEEN + " for no key update of a"), id, sight);
    }

    static Optional<Appointment> hold(Tx tx, AppointmentId id, Sight sight) {
        return one(tx.query(SELECT + " where " + SEEN + " for share of a"), id, sight);
    }

    /// The appointment with that reference whose patient was born on that day.
    static Optional<Appointment> lookUp(Tx tx, Reference reference, LocalDate birth) {
        return tx.query(SELECT + """
                          join persons p on p.id = a.patient_id
                         where a.reference = :reference and p.date_of_birth = :birth and a.status <> 'held'
                        """)
                .bind("reference", reference.value())
                .bind("birth", birth)
                .map((row, context) -> appointment(row))
                .findOne();
    }

    private static Optional<Appointment> one(Query query, AppointmentId id, Sight sight) {
        return query.bind("id", id.value())
                .bind("all", sight.all())
                .bind("ownPatient", sight.patient())
                .bind("ownProvider", sight.provider())
                .map((row, context) -> appointment(row))
                .findOne();
    }

    static List<Appointment> ofSeries(Tx tx, int series, Sight sight) {
        return ofSeries(tx, OF_SERIES, series, sight);
    }

    static List<Appointment> lockSeries(Tx tx, int series, Sight sight) {
        return ofSeries(tx, OF_SERIES + " for no key update of a", series, sight);
    }

    private static List<Appointment> ofSeries(Tx tx, String sql, int series, Sight sight) {
        return tx.query(sql)
                .bind("series", series)
                .bind("all", sight.all())
                .bind("ownPatient", sight.patient())
                .bind("ownProvider", sight.provider())
                .map((row, context) -> appointment(row))
                .list();
    }

    static Page<Appointment> list(Tx tx, Sight sight, AppointmentFilter filter, Slice slice) {
        var query = tx.ask(SELECT + " where " + String.join(" and ", conditions(sight, filter, slice))
                + " order by a.effective_start, a.id limit :rows");
        // What does not narrow the list is bound in vain.
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        var rows = query.bind("ownPatient", sight.patient())
                .bind("ownProvider", sight.provider())
                .bind("status", filter.status().map(AppointmentStatus::text).orElse(null))
                .bind("from", filter.from().orElse(null))
                .bind("to", filter.to().orElse(null))
                .bind("provider", filter.provider().map(ProviderId::value).orElse(null))
                .bind("patient", filter.patient().map(PatientId::value).orElse(null))
                .bind("facility", filter.facility().orElse(null))
                .bind(
                        "afterStart",
                        slice.after().map(cursor -> cursor.instant(0)).orElse(null))
                .bind("afterId", slice.after().map(cursor -> cursor.number(1)).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> appointment(row))
                .list();
        return Page.of(
                rows,
                slice.limit(),
                last -> Cursor.of(last.during().start(), last.id().value()));
    }

    static Page<Appointment> listOver(Tx tx, Sight sight, PatientId patient, Instant now, Slice slice) {
        var rows = tx.query(SELECT + """
                         where a.patient_id = :patient and a.status <> 'held'
                           and (:all or a.patient_id = :ownPatient or a.provider_id = :ownProvider)
                           and (a.effective_start <= :now or a.status = 'cancelled')
                           and (cast(:beforeStart as timestamptz) is null
                                or (a.effective_start, a.id) < (:beforeStart, :beforeId))
                         order by a.effective_start desc, a.id desc
                         limit :rows
                        """)
                .bind("patient", patient.value())
                .bind("all", sight.all())
                .bind("ownPatient", sight.patient())
                .bind("ownProvider", sight.provider())
                .bind("now", now)
                .bind(
                        "beforeStart",
                        slice.after().map(cursor -> cursor.instant(0)).orElse(null))
                .bind("beforeId", slice.after().map(cursor -> cursor.number(1)).orElse(0L))
                .bind("rows", slice.rows())
                .map((row, context) -> appointment(row))
                .list();
        return Page.of(
                rows,
                slice.limit(),
                last -> Cursor.of(last.during().start(), last.id().value()));
    }

    // Only the conditions that narrow the list, so that the planner sees which index serves it.
    private static List<String> conditions(Sight sight, AppointmentFilter filter, Slice slice) {
        var conditions = new ArrayList<String>();
        conditions.add(NO_HOLD);
        if (!sight.all()) {
            conditions.add("(a.patient_id = :ownPatient or a.provider_id = :ownProvider)");
        }
        filter.status().ifPresent(given -> conditions.add("a.status = :status"));
        filter.from().ifPresent(given -> conditions.add("a.effective_start >= :from"));
        filter.to().ifPresent(given -> conditions.add("a.effective_start < :to"));
        filter.provider().ifPresent(given -> conditions.add("a.provider_id = :provider"));
        filter.patient().ifPresent(given -> conditions.add("a.patient_id = :patient"));
        filter.facility().ifPresent(given -> conditions.add("a.facility_id = :facility"));
        slice.after().ifPresent(given -> conditions.add("(a.effective_start, a.id) > (:afterStart, :afterId)"));
        return conditions;
    }

    static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                new AppointmentId(row.getInt("id")),
                new Reference(row.getString("reference")),
                row.getObject("appointment_type_id", Integer.class),
                new PatientId(row.getInt("patient_id")),
                new ProviderId(row.getInt("provider_id")),
                new TimeRange(
                        row.getTimestamp("start_time").toInstant(),
                        row.getTimestamp("end_time").toInstant()),
                AppointmentStatus.parse(row.getString("status")).orElseThrow(),
                moved(row),
                row.getString("status_reason"),
                new Place(
                        row.getInt("facility_id"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getObject("room_id", Integer.class),
                        row.getBoolean("outside_hours")),
                row.getObject("cover_id", Integer.class),
                row.getObject("series_id", Integer.class),
                visit(row),
                Optional.ofNullable(row.getString("cancelled_by"))
                        .flatMap(Side::parse)
                        .orElse(null),
                row.getInt("version"));
    }

    private static @Nullable TimeRange moved(ResultSet row) throws SQLException {
        var start = instant(row, "rescheduled_start_time");
        var end = instant(row, "rescheduled_end_time");
        return start == null || end == null ? null : new TimeRange(start, end);
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                instant(row, "arrived_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                Optional.ofNullable(row.getString("priority"))
                        .flatMap(Priority::parse)
                        .orElse(null),
                row.getObject("ticket", Integer.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
