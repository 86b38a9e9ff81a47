package org.emiadi.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The statements about holds that are there.
final class HoldSql {
    private static final String SELECT = """
            select id, patient_id, provider_id, appointment_type_id, facility_id, start_time, end_time, held_until
              from appointments
            """;

    /// Of the two numbers of an advisory lock the one that says what is locked.
    private static final int HOLDS = 1_705;

    private HoldSql() {}

    /// Lets go of the hold that a booking names, if it is the user's or the patient's. What the house keeps stays.
    static void makeRoom(Tx tx, Wish wish, @Nullable Integer user) {
        tx.update("""
                        delete from appointments
                         where id = :hold and status = 'held' and held_by is not null
                           and (held_by = cast(:user as integer) or patient_id = cast(:patient as integer))
                        """)
                .bind("hold", wish.terms().holdId())
                .bind("user", user)
                .bind("patient", wish.patient() == null ? null : wish.patient().value())
                .execute();
    }

    /// What the house keeps for the patient, locked; empty where it is over or somebody else's.
    static Optional<Hold> lockOffered(Tx tx, PatientId patient, int hold, Instant now) {
        return tx.query(SELECT + """
                         where id = :hold and status = 'held' and held_by is null and patient_id = :patient
                           and held_until > :now
                           for update
                        """)
                .bind("hold", hold)
                .bind("patient", patient.value())
                .bind("now", now)
                .map((row, context) -> hold(row))
                .findOne();
    }

    /// Makes the holds of one user queue up, so that those placed at once are counted.
    static void oneAfterAnother(Tx tx, int user) {
        tx.query("select true from pg_advisory_xact_lock(:holds, :user)")
                .bind("holds", HOLDS)
                .bind("user", user)
                .mapTo(Boolean.class)
                .one();
    }

    /// Lets go of the user's oldest holds but for the newest few.
    static void keepNewest(Tx tx, int user, int most) {
        tx.update("""
                        delete from appointments
                         where id in (select id from appointments
                                       where status = 'held' and held_by = :user
                                       order by held_until desc, id desc
                                      offset :most)
                        """).bind("user", user).bind("most", most).execute();
    }

    static Optional<Hold> find(Tx tx, int id, int user, Instant now) {
        return tx.query(SELECT + """
                         where id = :id and status = 'held' and held_by = :user and held_until > :now
                        """)
                .bind("id", id)
                .bind("user", user)
                .bind("now", now)
                .map((row, context) -> hold(row))
                .findOne();
    }

    /// Lets go of a hold of the user's own, and tells whether there was one.
    static boolean release(Tx tx, int id, int user) {
        return tx.update("delete from appointments where id = :id and status = 'held' and held_by = :user")
                        .bind("id", id)
                        .bind("user", user)
                        .execute()
                == 1;
    }

    /// Lets go of a hold of the house's own.
    static void release(Tx tx, int id) {
        tx.update("delete from appointments where id = :id and status = 'held' and held_by is null")
                .bind("id", id)
                .execute();
    }

    /// Takes out a batch of expired holds, and tells how many.
    static int expire(Tx tx, Instant now, int most) {
        return tx.update("""
                        delete from appointments
                         where id in (select id from appointments
                                       where status = 'held' and held_until <= :now
                                       order by held_until, id
                                       limit :most
                                         for update skip locked)
                        """).bind("now", now).bind("most", most).execute();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        Integer patient = row.getObject("patient_id", Integer.class);
        return new Hold(
                row.getInt("id"),
                patient == null ? null : new PatientId(patient),
                new ProviderId(row.getInt("provider_id")),
                row.getObject("appointment_type_id", Integer.class),
                row.getInt("facility_id"),
                new TimeRange(
                        row.getTimestamp("start_time").toInstant(),
                        row.getTimestamp("end_time").toInstant()),
                row.getTimestamp("held_until").toInstant());
    }
}
