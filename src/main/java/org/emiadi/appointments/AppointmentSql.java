package org.emiadi.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.emiadi.appointments.Appointment.Place;
import org.emiadi.appointments.Appointment.Visit;
import org.emiadi.appointments.Appointments.Sight;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Columns;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.platform.Values;
import org.jdbi.v3.core.statement.Query;
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
        return query.bindNamedArgumentFinder(of(sight).with("id", id.value()))
                .map((row, context) -> appointment(row))
                .findOne();
    }

    private static Values of(Sight sight) {
        return new Values()
                .with("all", sight.all())
                .with("ownPatient", sight.patient())
                .with("ownProvider", sight.provider());
    }

    static List<Appointment> ofSeries(Tx tx, int series, Sight sight) {
        return ofSeries(tx, OF_SERIES, series, sight);
    }

    static List<Appointment> lockSeries(Tx tx, int series, Sight sight) {
        return ofSeries(tx, OF_SERIES + " for no key update of a", series, sight);
    }

    private static List<Appointment> ofSeries(Tx tx, String sql, int series, Sight sight) {
        return tx.query(sql)
                .bindNamedArgumentFinder(of(sight).with("series", series))
                .map((row, context) -> appointment(row))
                .list();
    }

    static Page<Appointment> list(Tx tx, Sight sight, AppointmentFilter filter, Slice slice) {
        var wanted = conditions(sight, filter, slice);
        var rows = tx.ask(SELECT + " where " + String.join(" and ", wanted.conditions())
                        + " order by a.effective_start, a.id limit :rows")
                .bindNamedArgumentFinder(wanted.values().with("rows", slice.rows()))
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

    private record Wanted(List<String> conditions, Values values) {
        void only(String condition, Consumer<Values> binding) {
            conditions.add(condition);
            binding.accept(values);
        }
    }

    // Only the conditions that narrow the list, so that the planner sees which index serves it.
    private static Wanted conditions(Sight sight, AppointmentFilter filter, Slice slice) {
        var wanted = new Wanted(new ArrayList<>(List.of(NO_HOLD)), new Values());
        if (!sight.all()) {
            wanted.only(
                    "(a.patient_id = :ownPatient or a.provider_id = :ownProvider)",
                    values -> values.with("ownPatient", sight.patient()).with("ownProvider", sight.provider()));
        }
        filter.status()
                .ifPresent(status -> wanted.only("a.status = :status", values -> values.with("status", status.text())));
        // How long the span is changes nothing about which index serves it, and need not be looked at by the planner
        // (docs/adr/0057).
        filter.from()
                .ifPresent(from -> wanted.only(
                        "a.effective_start >= (select cast(:from as timestamptz))",
                        values -> values.with("from", from)));
        filter.to()
                .ifPresent(to -> wanted.only(
                        "a.effective_start < (select cast(:to as timestamptz))", values -> values.with("to", to)));
        filter.provider()
                .ifPresent(provider ->
                        wanted.only("a.provider_id = :provider", values -> values.with("provider", provider.value())));
        filter.patient()
                .ifPresent(patient ->
                        wanted.only("a.patient_id = :patient", values -> values.with("patient", patient.value())));
        filter.facility()
                .ifPresent(facility ->
                        wanted.only("a.facility_id = :facility", values -> values.with("facility", facility)));
        slice.after()
                .ifPresent(last -> wanted.only(
                        "(a.effective_start, a.id) > (:afterStart, :afterId)",
                        values -> values.with("afterStart", last.instant(0)).with("afterId", last.number(1))));
        return wanted;
    }

    /// Of a row that begins with [#COLUMNS].
    static Appointment appointment(ResultSet row) throws SQLException {
        var columns = new Columns(row);
        return new Appointment(
                new AppointmentId(columns.number()),
                new Reference(columns.text()),
                columns.numberIfAny(),
                new PatientId(columns.number()),
                new ProviderId(columns.number()),
                new TimeRange(columns.instant(), columns.instant()),
                AppointmentStatus.parse(columns.text()).orElseThrow(),
                moved(columns.instantIfAny(), columns.instantIfAny()),
                columns.textIfAny(),
                new Place(columns.number(), ZoneId.of(columns.text()), columns.numberIfAny(), columns.flag()),
                columns.numberIfAny(),
                columns.numberIfAny(),
                new Visit(
                        columns.instantIfAny(),
                        columns.instantIfAny(),
                        columns.instantIfAny(),
                        Optional.ofNullable(columns.textIfAny())
                                .flatMap(Priority::parse)
                                .orElse(null),
                        columns.numberIfAny()),
                Optional.ofNullable(columns.textIfAny()).flatMap(Side::parse).orElse(null),
                columns.number());
    }

    private static @Nullable TimeRange moved(@Nullable Instant start, @Nullable Instant end) {
        return start == null || end == null ? null : new TimeRange(start, end);
    }
}
