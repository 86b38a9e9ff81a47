package org.emiadi.app.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Tx;

/// A clinic whose providers work from 8 to 13 and from 14 to 17 on all days but Sundays, and were booked out on all of
/// them until this week, as far back as there are appointments. What comes is free.
///
/// @param today the clinic's day
record BenchClinic(Database database, int providers, int patients, LocalDate today) {
    static final int SLOTS_OF_A_DAY = 16;
    /// The patients come after the providers, by their ids.
    static final int FIRST_PATIENT = 100_001;
    static final int SPECIALIZATIONS = 20;
    private static final int DAYS_OF_A_WEEK = 6;
    private static final int ROWS_AT_ONCE = 500_000;

    /// Of the appointment with that number: among millions, references that are drawn meet now and then.
    static final String REFERENCE = "translate(lpad(to_hex(cast(%s as integer)), 8, '0'), '01abcdef', 'GHABCDEF')";

    static final ZoneId ZONE = ZoneId.of(BenchDatabase.ZONE);

    /// The days with appointments, Sundays included.
    int days(long appointments) {
        long working = appointments / ((long) providers * SLOTS_OF_A_DAY);
        return (int) Math.max(1, working * 7 / DAYS_OF_A_WEEK - 7);
    }

    void open() {
        database.write(tx -> {
            tx.update("""
                    insert into persons (id, first_name, last_name, type)
                    select n, 'Provider', 'No. ' || n, 'provider' from generate_series(1, :providers) n
                    union all
                    select :first + n, 'Patient', 'No. ' || n, 'patient' from generate_series(0, :patients - 1) n
                    """)
                    .bind("providers", providers)
                    .bind("first", FIRST_PATIENT)
                    .bind("patients", patients)
                    .execute();
            tx.update("""
                    insert into providers (id, cadre, specialization)
                    select id, 'Clinical officer', 'Specialization ' || id % :specializations from persons where type = 'provider'
                    """).bind("specializations", SPECIALIZATIONS).execute();
            tx.update("""
                    insert into patients (id, patient_id, patient_number)
                    select id, id::text, next_patient_number() from persons where type = 'patient'
                    """).execute();
            tx.update("""
                    insert into working_hours (provider_id, facility_id, weekday, starts_at, length, valid_from)
                    select p.id, 1, weekday, session.starts_at, session.length, date '2000-01-01'
                      from providers p, generate_series(1, 6) weekday,
                           (values (time '08:00', interval '5 hours'),
                                   (time '14:00', interval '3 hours')) session (starts_at, length)
                    """).execute();
            // Whoever is registered later gets a number of their own.
            return tx.query("select setval(pg_get_serial_sequence('persons', 'id'), (select max(id) from persons))")
                    .mapTo(Long.class)
                    .one();
        });
    }

    /// Fills in the days behind, so that there are so many appointments with the ids from 1 on.
    void fill(long appointments) {
        database.write(tx -> {
            var aside = appointments >= Aside.MANY ? Aside.guardsAndIndexes(tx) : Aside.NOTHING;
            // Each patient and provider is one of those made before: no reference needs to be followed.
            tx.update("set local session_replication_role = 'replica'").execute();
            for (long first = 0; first < appointments; first += ROWS_AT_ONCE) {
                insert(tx, first, Math.min(appointments, first + ROWS_AT_ONCE));
            }
            aside.putBack(tx);
            return appointments;
        });
        database.read(tx -> tx.update("vacuum analyze").execute());
    }

    // Slot by slot, the latest week first; whoever is seen is the next of the patients, so that nobody is in two
    // places.
    private void insert(Tx tx, long first, long end) {
        tx.update("""
                        insert into appointments (reference, patient_id, provider_id, appointment_type_id, start_time, end_time,
                                                  status, created_at)
                        select
                        """ + REFERENCE.formatted("n") + """
                               , :patient + n % :patients, 1 + n % :providers, 1, time.starts,
                               time.starts + interval '30 minutes', 'completed', time.starts - interval '9 days'
                          from generate_series(:first, :end - 1) n
                         cross join lateral (
                               select cast(:monday as timestamptz) - (n / (:providers * 96) + 1) * interval '7 days'
                                      + n / (:providers * 16) % 6 * interval '1 day'
                                      + n / :providers % 16 * interval '30 minutes'
                                      + case when n / :providers % 16 < 10 then interval '0' else interval '1 hour' end
                                      as starts) time
                        """)
                .bind("patient", FIRST_PATIENT)
                .bind("patients", patients)
                .bind("providers", providers)
                .bind("first", first)
                .bind("end", end)
                .bind("monday", morning(thisMonday()))
                .execute();
    }

    private LocalDate thisMonday() {
        return monday(today);
    }

    /// The first day of that day's week.
    static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(LocalTime.of(8, 0)).atZone(ZONE).toInstant();
    }

    /// The first opening of the first week that is free.
    Instant firstFreeMonday() {
        return morning(thisMonday().plusWeeks(1));
    }

    /// When this week began, before which all days are booked out.
    Instant beginningOfWeek() {
        return thisMonday().atStartOfDay(ZONE).toInstant();
    }
}
