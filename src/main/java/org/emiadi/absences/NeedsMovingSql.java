package org.emiadi.absences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// What is written about appointments that need moving.
final class NeedsMovingSql {
    private NeedsMovingSql() {}

    /// An appointment that nobody else can change until the transaction ends.
    record Locked(
            AppointmentId id,
            PatientId patient,
            AppointmentStatus status,
            TimeRange during,
            @Nullable Instant keptAt,
            int version) {

        boolean isOverAt(Instant now) {
            return !during.end().isAfter(now);
        }
    }

    /// Locks those that are there, in the order of their ids, so that rivals queue up.
    ///
    /// @param own whose alone; empty for everybody's
    static List<Locked> lock(Tx tx, List<Integer> ids, Optional<ProviderId> own) {
        return tx.query("""
                        select id, patient_id, status, coalesce(rescheduled_start_time, start_time) as starts,
                               coalesce(rescheduled_end_time, end_time) as ends, kept_at, version
                          from appointments
                         where id = any (:ids)
                           and status <> 'held'
                           and (cast(:own as integer) is null or provider_id = :own)
                         order by id
                           for no key update
                        """)
                .bindArray("ids", Integer.class, ids)
                .bind("own", own.map(ProviderId::value).orElse(null))
                .map((row, context) -> locked(row))
                .list();
    }

    /// Writes that an appointment is kept on purpose, into its history as well.
    static void keep(Tx tx, Locked kept, Actor actor, String reason, Instant now) {
        tx.update("""
                        with kept as (
                            update appointments set kept_at = :now, version = version + 1 where id = :id
                            returning id, status
                        )
                        insert into appointment_history
                               (appointment_id, at, user_id, role, from_status, to_status, start_time, end_time, reason)
                        select id, :now, :user, :role, status, status, :start, :end, :reason from kept
                        """)
                .bind("now", now)
                .bind("id", kept.id().value())
                .bind("user", actor.userId())
                .bind("role", Objects.requireNonNull(actor.role()).text())
                .bind("start", kept.during().start())
                .bind("end", kept.during().end())
                .bind("reason", reason)
                .execute();
    }

    private static Locked locked(ResultSet row) throws SQLException {
        Timestamp keptAt = row.getTimestamp("kept_at");
        return new Locked(
                new AppointmentId(row.getInt("id")),
                new PatientId(row.getInt("patient_id")),
                AppointmentStatus.parse(row.getString("status")).orElseThrow(),
                new TimeRange(
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()),
                keptAt == null ? null : keptAt.toInstant(),
                row.getInt("version"));
    }
}
