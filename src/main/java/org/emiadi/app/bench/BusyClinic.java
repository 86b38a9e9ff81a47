package org.emiadi.app.bench;

import java.time.LocalDate;
import org.emiadi.platform.Database;

/// A clinic of 500 providers who work from 8 to 13 and from 14 to 17 on all days but Sundays. On each day to come 95 %
/// of them are booked out, and the others have one slot of four left. It fills up from its day outwards: what does not
/// fit into the sixty days to come lies behind, where everybody was booked out.
///
/// @param today the day before the first day to come
record BusyClinic(Database database, LocalDate today) {
    static final int PROVIDERS = 500;
    static final int DAYS = 60;
    static final int SPECIALIZATIONS = 20;
    private static final int PATIENTS = 20_000;
    private static final int SLOTS_OF_A_DAY = 16;
    /// The patients come after the providers, by their ids.
    private static final int FIRST_PATIENT = 1001;
    /// As many days as there are on either side, for ten million appointments.
    private static final int STEPS = 1_600;

    void open() {
        database.write(tx -> {
            tx.update("""
                            insert into persons (id, first_name, last_name, type)
                            select n, 'Provider', 'No. ' || n, 'provider' from generate_series(1, :providers) n
                            union all
                            select :first + n, 'Patient', 'No. ' || n, 'patient' from generate_series(0, :patients - 1) n
                            """)
                    .bind("providers", PROVIDERS)
                    .bind("first", FIRST_PATIENT)
                    .bind("patients", PATIENTS)
                    .execute();
            tx.update("""
                            insert into providers (id, cadre, specialization)
                            select n, 'Clinical officer', 'Specialization ' || n % :specializations
                              from generate_series(1, :providers) n
                            """)
                    .bind("providers", PROVIDERS)
                    .bind("specializations", SPECIALIZATIONS)
                    .execute();
            tx.update("""
                            insert into patients (id, patient_id, patient_number)
                            select id, id::text, 'PAT-' || id from persons where type = 'patient'
                            """).execute();
            return tx.update("""
                            insert into working_hours (provider_id, facility_id, weekday, starts_at, length, valid_from)
                            select p.id, 1, weekday, session.starts_at, session.length, date '2020-01-01'
                              from providers p, generate_series(1, 6) weekday,
                                   (values (time '08:00', interval '5 hours'),
                                           (time '14:00', interval '3 hours')) session (starts_at, length)
                            """).execute();
        });
    }

    /// Books on, nearest day first and each day to come before the one behind it, until there are so many appointments.
    void fillUpTo(int appointments) {
        long missing = appointments - count();
        var aside = missing >= Aside.MANY ? database.write(Aside::guards) : Aside.NOTHING;
        for (int step = 1; step <= STEPS && missing > 0; step++) {
            missing -= step <= DAYS ? book(step, missing) : 0;
            missing -= missing > 0 ? book(-step, missing) : 0;
        }
        database.write(tx -> {
            aside.putBack(tx);
            return aside;
        });
        database.read(tx -> tx.update("vacuum analyze").execute());
    }

    long count() {
        return database.read(tx ->
                tx.query("select count(*) from appointments").mapTo(Long.class).one());
    }

    // Whoever is seen in a slot is the next of the patients, so that nobody is asked to be in two places.
    private int book(int day, long most) {
        return database.write(tx -> tx.update("""
                        insert into appointments (patient_id, provider_id, start_time, end_time, status)
                        select :firstPatient + (p.id + :providers * (:step * :slots + slot)) % :patients, p.id, starts,
                               starts + interval '30 minutes', :status
                          from providers p
                         cross join generate_series(0, :slots - 1) slot
                         cross join lateral (
                               select (cast(:date as date) + time '08:00' + slot * interval '30 minutes'
                                       + case when slot < 10 then interval '0' else interval '1 hour' end)
                                      at time zone (select time_zone from facilities where id = 1) as starts) time
                         where extract(isodow from cast(:date as date)) < 7
                           and (:past or (p.id + :step * 7) % 100 >= 5 or (p.id + :step + slot) % 4 > 0)
                           and not exists (select from appointments a where a.provider_id = p.id and a.start_time = starts)
                         order by starts, p.id
                         limit :most
                        on conflict do nothing
                        """)
                .bind("firstPatient", FIRST_PATIENT)
                .bind("providers", PROVIDERS)
                .bind("slots", SLOTS_OF_A_DAY)
                .bind("patients", PATIENTS)
                .bind("step", day + STEPS)
                .bind("past", day < 0)
                .bind("status", day < 0 ? "completed" : "scheduled")
                .bind("date", today.plusDays(day))
                .bind("most", most)
                .execute());
    }
}
