package org.emiadi.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Priority;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.queue.Queue.Sight;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The statements about those who are there.
final class QueueSql {
    /// From when on somebody must have arrived to be in the queue: the facility's midnight, or a little before it.
    private static final String SINCE = """
            least(date_trunc('day', cast(:now as timestamptz) at time zone f.time_zone) at time zone f.time_zone,
                  cast(:lately as timestamptz))
            """;

    private static final String PRIORITIES = Arrays.stream(Priority.values())
            .map(priority -> "'" + priority.text() + "'")
            .collect(Collectors.joining(", ", "array[", "]"));

    private static final String RANK = rank("a.priority");

    private static final String QUEUE = """
            with present as (
                select a.id, a.version, a.ticket, a.patient_id, a.provider_id, a.room_id, a.priority, a.status,
                       a.effective_start, a.arrived_at, a.started_at,
                       cast(a.status = 'in_progress' as integer) as called, %s as rank
                  from appointments a join facilities f on f.id = a.facility_id
                 where a.facility_id = :facility and a.status in ('checked_in', 'in_progress') and a.arrived_at >= %s
            ), queue as (
                select p.*, cast(row_number() over (order by called, rank, arrived_at, id) as integer) as place
                  from present p
            )
            """.formatted(RANK, SINCE);

    private QueueSql() {}

    private static String rank(String priority) {
        return "array_position(" + PRIORITIES + ", cast(" + priority + " as text))";
    }

    /// Those who wait, in the order in which they are called, then those who have been.
    static Page<QueueEntry> list(Tx tx, FacilityId facility, Sight sight, Instant now, Slice slice) {
        var after = slice.after();
        var rows = at(tx.query((QUEUE + """
                        select q.id, q.version, q.ticket, q.provider_id, q.room_id, q.priority, q.status, q.effective_start,
                               q.arrived_at,
                               case when :all or q.provider_id = :ownProvider then q.patient_id end as patient_id,
                               p.first_name || ' ' || p.last_name as patient_name,
                               upper(left(p.first_name, 1) || left(p.last_name, 1)) as initials,
                               r.first_name || ' ' || r.last_name as provider_name, room.name as room_name,
                               cast(floor(extract(epoch from coalesce(q.started_at, :now) - q.arrived_at) / 60) as integer)
                                   as waited,
                               case when q.called = 0 then q.place end as position
                          from queue q
                          join persons p on p.id = q.patient_id
                          join persons r on r.id = q.provider_id
                          left join rooms room on room.id = q.room_id
                         where cast(:afterCalled as bigint) is null
                            or (q.called, q.rank, q.arrived_at, q.id)
                               > (cast(:afterCalled as bigint), %s,
                                  cast(:afterArrival as timestamptz), cast(:afterId as bigint))
                         order by q.called, q.rank, q.arrived_at, q.id
                         limit :rows
                        """).formatted(rank(":afterPriority"))), facility, now)
                .bind("all", sight.all())
                .bind("ownProvider", sight.provider())
                .bind("afterCalled", after.map(cursor -> cursor.number(0)).orElse(null))
                .bind("afterPriority", after.map(cursor -> cursor.text(1)).orElse(null))
                .bind("afterArrival", after.map(cursor -> cursor.instant(2)).orElse(null))
                .bind("afterId", after.map(cursor -> cursor.number(3)).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> entry(row))
                .list();
        return Page.of(rows, slice.limit(), QueueSql::cursor);
    }

    private static Cursor cursor(QueueEntry last) {
        int called = last.status() == AppointmentStatus.IN_PROGRESS ? 1 : 0;
        return Cursor.of(
                called,
                last.priority().text(),
                last.arrived(),
                last.appointment().value());
    }

    /// The same, of the patients with their initials alone.
    static List<ScreenLine> screen(Tx tx, FacilityId facility, Instant now, int most) {
        return at(tx.query(QUEUE + """
                        select q.ticket, case when q.called = 1 then q.started_at end as called_at, room.name as room_name,
                               upper(left(p.first_name, 1) || left(p.last_name, 1)) as initials,
                               r.first_name || ' ' || r.last_name as provider_name
                          from queue q
                          join persons p on p.id = q.patient_id
                          join persons r on r.id = q.provider_id
                          left join rooms room on room.id = q.room_id
                         order by q.place
                         limit :most
                        """), facility, now)
                .bind("most", most)
                .map((row, context) -> new ScreenLine(
                        row.getInt("ticket"),
                        row.getString("initials"),
                        instant(row, "called_at"),
                        row.getString("room_name"),
                        row.getString("provider_name")))
                .list();
    }

    /// How many are called in before, and itself.
    static int position(Tx tx, Appointment appointment, Instant now) {
        var facility = new FacilityId(appointment.place().facilityId());
        return at(tx.query(QUEUE + "select place from queue where id = :id"), facility, now)
                .bind("id", appointment.id().value())
                .mapTo(Integer.class)
                .one();
    }

    /// Whose turn it is with a provider, kept from everybody else until the transaction ends. Two who ask at once get
    /// two different patients.
    static Optional<AppointmentId> next(Tx tx, ProviderId provider, @Nullable FacilityId facility, Instant now) {
        // Somebody at the desk may just be changing the only one who waits: then that is worth waiting for.
        return next(tx, provider, facility, now, "skip locked").or(() -> next(tx, provider, facility, now, ""));
    }

    private static Optional<AppointmentId> next(
            Tx tx, ProviderId provider, @Nullable FacilityId facility, Instant now, String rivals) {
        return tx.query("""
                        select a.id
                          from appointments a join facilities f on f.id = a.facility_id
                         where a.provider_id = :provider and a.status = 'checked_in' and a.arrived_at >= %s
                           and (cast(:facility as integer) is null or a.facility_id = :facility)
                         order by %s, a.arrived_at, a.id
                         limit 1
                           for no key update of a %s
                        """.formatted(SINCE, RANK, rivals))
                .bind("provider", provider.value())
                .bind("facility", facility == null ? null : facility.value())
                .bind("now", now)
                .bind("lately", now.minus(Queue.THROUGH_MIDNIGHT))
                .map((row, context) -> new AppointmentId(row.getInt("id")))
                .findOne();
    }

    /// How far a provider's visit is, kept from everybody else until the transaction ends: whoever is just changing it
    /// is waited for. Empty where it is no visit of theirs.
    static Optional<AppointmentStatus> lock(Tx tx, ProviderId provider, AppointmentId visit) {
        return tx.query("""
                        select status from appointments where id = :id and provider_id = :provider for no key update
                        """)
                .bind("id", visit.value())
                .bind("provider", provider.value())
                .mapTo(String.class)
                .findOne()
                .flatMap(AppointmentStatus::parse);
    }

    private static Query at(Query query, FacilityId facility, Instant now) {
        return query.bind("facility", facility.value())
                .bind("now", now)
                .bind("lately", now.minus(Queue.THROUGH_MIDNIGHT));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static QueueEntry entry(ResultSet row) throws SQLException {
        Integer patient = row.getObject("patient_id", Integer.class);
        Integer room = row.getObject("room_id", Integer.class);
        return new QueueEntry(
                new AppointmentId(row.getInt("id")),
                row.getInt("version"),
                row.getInt("ticket"),
                patient == null ? null : new QueueEntry.Waiting(new PatientId(patient), row.getString("patient_name")),
                row.getString("initials"),
                new QueueEntry.Seeing(new ProviderId(row.getInt("provider_id")), row.getString("provider_name")),
                room == null ? null : new QueueEntry.Place(room, row.getString("room_name")),
                Priority.parse(row.getString("priority")).orElseThrow(),
                AppointmentStatus.parse(row.getString("status")).orElseThrow(),
                row.getTimestamp("effective_start").toInstant(),
                row.getTimestamp("arrived_at").toInstant(),
                row.getInt("waited"),
                row.getObject("position", Integer.class));
    }
}
