package org.emiadi.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Role;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The statements that carry an appointment through its life, and tell of it.
final class LifeSql {
    private LifeSql() {}

    /// Makes moves that share a person queue up, in the same order everywhere, so that they cannot deadlock.
    ///
    /// @param also somebody who is to become its provider; null for nobody
    static void lockPeopleOf(Tx tx, AppointmentId id, @Nullable ProviderId also) {
        tx.query("""
                        select p.id
                          from persons p
                         where p.id in (select unnest(array[a.patient_id, a.provider_id])
                                          from appointments a where a.id = :id)
                            or p.id = cast(:also as integer)
                         order by p.id
                           for no key update
                        """)
                .bind("id", id.value())
                .bind("also", also == null ? null : also.value())
                .mapTo(Integer.class)
                .list();
    }

    /// What the queue needs of somebody who arrives.
    ///
    /// @param ticket    the next of the facility's day
    /// @param birthDate of the patient; null where it is not known
    record Arrival(int ticket, @Nullable LocalDate birthDate) {}

    /// Gives out the next ticket of the facility's day.
    static Arrival arrive(Tx tx, Appointment appointment) {
        return tx.query("""
                        with ticket as (
                            insert into queue_tickets as given (facility_id, day, last) values (:facility, :day, 1)
                            on conflict (facility_id, day) do update set last = given.last + 1
                            returning last
                        )
                        select ticket.last, p.date_of_birth from ticket left join persons p on p.id = :patient
                        """)
                .bind("facility", appointment.place().facilityId())
                .bind("day", appointment.day())
                .bind("patient", appointment.patient().value())
                .map((row, context) -> {
                    var birth = row.getDate("date_of_birth");
                    return new Arrival(row.getInt("last"), birth == null ? null : birth.toLocalDate());
                })
                .one();
    }

    /// Writes where the appointment now stands, and notes it in the history.
    static void write(Tx tx, Appointment after, AppointmentStatus from, Stamp stamp) {
        var visit = after.visit();
        var side = after.cancelledBy();
        tx.update("""
                        with changed as (
                            update appointments
                               set status = :status, status_reason = :reason, version = version + 1,
                                   cancelled_by = :side, cancelled_at = cast(:cancelledAt as timestamptz),
                                   arrived_at = cast(:arrived as timestamptz), started_at = cast(:started as timestamptz),
                                   ended_at = cast(:ended as timestamptz), priority = :priority,
                                   ticket = cast(:ticket as integer)
                             where id = :id
                             returning id, coalesce(rescheduled_start_time, start_time) as starts,
                                       coalesce(rescheduled_end_time, end_time) as ends
                        )
                        insert into appointment_history (appointment_id, at, user_id, role, from_status, to_status,
                                                         start_time, end_time, reason)
                        select id, :at, cast(:user as integer), :role, :from, :status, starts, ends, :reason from changed
                        """)
                .bind("id", after.id().value())
                .bind("status", after.status().text())
                .bind("reason", after.reason())
                .bind("side", side == null ? null : side.text())
                .bind("cancelledAt", side == null ? null : stamp.at())
                .bind("arrived", visit.arrived())
                .bind("started", visit.started())
                .bind("ended", visit.ended())
                .bind(
                        "priority",
                        visit.priority() == null ? null : visit.priority().text())
                .bind("ticket", visit.ticket())
                .bind("at", stamp.at())
                .bind("user", stamp.userId())
                .bind("role", stamp.role().text())
                .bind("from", from.text())
                .execute();
    }

    /// Writes the room, the cover and the priority. Refused by a constraint where one of them cannot be.
    static void amend(Tx tx, Appointment after) {
        var priority = after.visit().priority();
        tx.update("""
                        update appointments
                           set room_id = cast(:room as integer), cover_id = cast(:cover as integer), priority = :priority,
                               version = version + 1
                         where id = :id
                        """)
                .bind("id", after.id().value())
                .bind("room", after.place().roomId())
                .bind("cover", after.coverId())
                .bind("priority", priority == null ? null : priority.text())
                .execute();
    }

    /// The appointment that has the room at that time; empty where it is a hold, or is there no more.
    static Optional<Appointment> inRoom(Tx tx, Appointment wanting) {
        return tx.query("select " + AppointmentSql.COLUMNS + AppointmentSql.FROM + """
                         where a.room_id = cast(:room as integer) and a.id <> :id and a.status <> 'held'
                           and a.occupied && (select occupied from appointments where id = :id)
                         order by a.id
                         limit 1
                        """)
                .bind("room", wanting.place().roomId())
                .bind("id", wanting.id().value())
                .map((row, context) -> AppointmentSql.appointment(row))
                .findOne();
    }

    /// The last day of a cover of the appointment's patient; empty where there is no such cover of theirs.
    static Optional<LocalDate> endOfCover(Tx tx, Appointment appointment, int cover) {
        return tx.query("select expiry_date from insurance where id = :cover and patient_id = :patient")
                .bind("cover", cover)
                .bind("patient", appointment.patient().value())
                .map((row, context) -> row.getDate("expiry_date").toLocalDate())
                .findOne();
    }

    /// The steps of an appointment, the first one first.
    static List<HistoryStep> history(Tx tx, AppointmentId id, int most) {
        return tx.query("""
                        select at, user_id, role, from_status, to_status, start_time, end_time, reason
                          from appointment_history
                         where appointment_id = :id
                         order by id
                         limit :most
                        """)
                .bind("id", id.value())
                .bind("most", most)
                .map((row, context) -> step(row))
                .list();
    }

    private static HistoryStep step(ResultSet row) throws SQLException {
        Instant start = row.getTimestamp("start_time").toInstant();
        Instant end = row.getTimestamp("end_time").toInstant();
        return new HistoryStep(
                row.getTimestamp("at").toInstant(),
                row.getObject("user_id", Integer.class),
                Role.valueOf(row.getString("role").toUpperCase(java.util.Locale.ROOT)),
                Optional.ofNullable(row.getString("from_status"))
                        .flatMap(AppointmentStatus::parse)
                        .orElse(null),
                AppointmentStatus.parse(row.getString("to_status")).orElseThrow(),
                new TimeRange(start, end),
                row.getString("reason"));
    }
}
