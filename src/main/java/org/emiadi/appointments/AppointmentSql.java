package org.emiadi.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.Appointments.Claim;
import org.emiadi.appointments.Appointments.Sight;
import org.emiadi.appointments.Booking.Named;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/// Every statement about appointments.
final class AppointmentSql {
    private static final String SELECT = """
            select a.id, a.appointment_type_id, a.patient_id, a.provider_id, a.start_time, a.end_time, a.status,
                   a.rescheduled_start_time, a.rescheduled_end_time, a.status_reason, a.version, a.effective_start
              from appointments a
            """;
    private static final String SEEN = "(:all or a.patient_id = :ownPatient or a.provider_id = :ownProvider)";

    private AppointmentSql() {}

    /// Books, or tells what the request names in vain; empty where somebody is in the way.
    static Optional<Booking> book(Tx tx, BookingRequest request) {
        return tx.query("""
                        with named as (
                            select (select id from patients where id = :patient) as patient,
                                   (select id from providers where id = :provider) as provider,
                                   (select id from appointment_types where id = :type) as type
                        ), booked as (
                            insert into appointments (patient_id, provider_id, appointment_type_id, start_time, end_time)
                            select patient, provider, type, :start, :end
                              from named
                             where patient is not null and provider is not null
                               and (type is not null or cast(:type as integer) is null)
                            on conflict do nothing
                            returning id
                        )
                        select patient, provider, type, (select id from booked) as booked from named
                        """)
                .bind("patient", request.patient().value())
                .bind("provider", request.provider().value())
                .bind("type", request.typeId())
                .bind("start", request.during().start())
                .bind("end", request.during().end())
                .map((row, context) -> outcome(row, request))
                .one();
    }

    private static Optional<Booking> outcome(ResultSet row, BookingRequest request) throws SQLException {
        if (row.getObject("patient") == null) {
            return Optional.of(new Booking.Unknown(Named.PATIENT));
        }
        if (row.getObject("provider") == null) {
            return Optional.of(new Booking.Unknown(Named.PROVIDER));
        }
        if (row.getObject("type") == null && request.typeId() != null) {
            return Optional.of(new Booking.Unknown(Named.TYPE));
        }
        return Optional.ofNullable(row.getObject("booked", Integer.class))
                .map(id -> new Booking.Booked(booked(id, request)));
    }

    private static Appointment booked(int id, BookingRequest request) {
        return new Appointment(
                new AppointmentId(id),
                request.typeId(),
                request.patient(),
                request.provider(),
                request.during(),
                AppointmentStatus.SCHEDULED,
                null,
                null,
                1);
    }

    /// The first appointment in the way of a claim, the provider's before the patient's.
    static Optional<Appointment> inTheWay(Tx tx, Claim claim) {
        return tx.query(SELECT + """
                         where a.during && tstzrange(:start, :end, '[)')
                           and ((a.provider_id = :provider and a.lane = 1)
                                or (a.patient_id = :patient and a.patient_lane = 1))
                           and a.id <> :self
                         order by (a.provider_id = :provider) desc, a.id
                         limit 1
                        """)
                .bind("start", claim.during().start())
                .bind("end", claim.during().end())
                .bind("provider", claim.provider().value())
                .bind("patient", claim.patient().value())
                .bind("self", claim.self())
                .map((row, context) -> appointment(row))
                .findOne();
    }

    static Optional<Appointment> find(Tx tx, AppointmentId id, Sight sight) {
        return one(tx, SELECT + " where a.id = :id and " + SEEN, id, sight);
    }

    static Optional<Appointment> lock(Tx tx, AppointmentId id, Sight sight) {
        return one(tx, SELECT + " where a.id = :id and " + SEEN + " for no key update", id, sight);
    }

    static Optional<Appointment> hold(Tx tx, AppointmentId id, Sight sight) {
        return one(tx, SELECT + " where a.id = :id and " + SEEN + " for share", id, sight);
    }

    private static Optional<Appointment> one(Tx tx, String sql, AppointmentId id, Sight sight) {
        return tx.query(sql)
                .bind("id", id.value())
                .bind("all", sight.all())
                .bind("ownPatient", sight.patient())
                .bind("ownProvider", sight.provider())
                .map((row, context) -> appointment(row))
                .findOne();
    }

    /// Makes moves that share a person queue up, in the same order everywhere, so that they cannot deadlock.
    static void lockPeopleOf(Tx tx, AppointmentId id) {
        tx.query("""
                        select p.id
                          from persons p
                         where p.id in (select unnest(array[a.patient_id, a.provider_id])
                                          from appointments a where a.id = :id)
                         order by p.id
                           for no key update
                        """).bind("id", id.value()).mapTo(Integer.class).list();
    }

    /// Writes the new time, status and reason; false where somebody is in the way.
    static boolean move(Tx tx, Appointment after) {
        return write(tx, after, Constraint.EXCLUSION);
    }

    /// Writes the new status and reason; false where there is a medical record of an appointment to be cancelled.
    static boolean settle(Tx tx, Appointment after) {
        return write(tx, after, Constraint.CHECK);
    }

    private static boolean write(Tx tx, Appointment after, String refusedBy) {
        TimeRange moved = after.moved();
        try {
            tx.savepoint(() -> tx.update("""
                            update appointments
                               set status = :status, status_reason = :reason, version = version + 1,
                                   rescheduled_start_time = :start, rescheduled_end_time = :end
                             where id = :id
                            """)
                    .bind("status", after.status().text())
                    .bind("reason", after.reason())
                    .bind("start", moved == null ? null : moved.start())
                    .bind("end", moved == null ? null : moved.end())
                    .bind("id", after.id().value())
                    .execute());
            return true;
        } catch (RuntimeException refusal) {
            if (Constraint.refused(refusal, refusedBy)) {
                return false;
            }
            throw refusal;
        }
    }

    static Page<Appointment> list(Tx tx, Sight sight, AppointmentFilter filter, Slice slice) {
        var query = tx.query(SELECT + " where " + String.join(" and ", conditions(sight, filter, slice))
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

    // Only the conditions that narrow the list, so that the planner sees which index serves it.
    private static List<String> conditions(Sight sight, AppointmentFilter filter, Slice slice) {
        var conditions = new ArrayList<String>();
        if (!sight.all()) {
            conditions.add("(a.patient_id = :ownPatient or a.provider_id = :ownProvider)");
        }
        filter.status().ifPresent(given -> conditions.add("a.status = :status"));
        filter.from().ifPresent(given -> conditions.add("a.effective_start >= :from"));
        filter.to().ifPresent(given -> conditions.add("a.effective_start < :to"));
        filter.provider().ifPresent(given -> conditions.add("a.provider_id = :provider"));
        filter.patient().ifPresent(given -> conditions.add("a.patient_id = :patient"));
        slice.after().ifPresent(given -> conditions.add("(a.effective_start, a.id) > (:afterStart, :afterId)"));
        return conditions.isEmpty() ? List.of("true") : conditions;
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                new AppointmentId(row.getInt("id")),
                row.getObject("appointment_type_id", Integer.class),
                new PatientId(row.getInt("patient_id")),
                new ProviderId(row.getInt("provider_id")),
                new TimeRange(
                        row.getTimestamp("start_time").toInstant(),
                        row.getTimestamp("end_time").toInstant()),
                AppointmentStatus.parse(row.getString("status")).orElseThrow(),
                moved(row),
                row.getString("status_reason"),
                row.getInt("version"));
    }

    private static @Nullable TimeRange moved(ResultSet row) throws SQLException {
        Timestamp start = row.getTimestamp("rescheduled_start_time");
        return start == null
                ? null
                : new TimeRange(
                        start.toInstant(),
                        row.getTimestamp("rescheduled_end_time").toInstant());
    }
}
