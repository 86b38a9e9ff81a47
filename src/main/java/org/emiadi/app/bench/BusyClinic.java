package org.emiadi.app.bench;

/// A clinic that is nearly booked out: on each of the sixty days to come 95 % of the providers are, and the others have
/// one slot of four left.
record BusyClinic(BenchClinic clinic) {
    private static final int DAYS = 60;
    private static final String REFERENCE =
            BenchClinic.REFERENCE.formatted("1500000000 + :day * 2000000 + row_number() over ()");

    /// Books the days to come, up to so many appointments, the nearest first.
    void bookAhead(long most) {
        long missing = most;
        for (int day = 1; day <= DAYS && missing > 0; day++) {
            missing -= book(day, missing);
        }
        clinic.database().read(tx -> tx.update("vacuum analyze").execute());
        // What a clinic has booked over weeks is on its disk; writing it here would go on beside what is measured.
        clinic.database().read(tx -> tx.update("checkpoint").execute());
    }

    long count() {
        return clinic.database()
                .read(tx -> tx.query("select count(*) from appointments")
                        .mapTo(Long.class)
                        .one());
    }

    // Whoever is seen in a slot is the next of the patients, so that nobody is asked to be in two places.
    private int book(int day, long most) {
        return clinic.database()
                .write(tx -> tx.update("""
                        insert into appointments (reference, patient_id, provider_id, start_time, end_time, status)
                        select
                        """ + REFERENCE + """
                               , :firstPatient + (p.id + :providers * (:day * :slots + slot)) % :patients, p.id, starts,
                               starts + interval '30 minutes', 'scheduled'
                          from providers p
                         cross join generate_series(0, :slots - 1) slot
                         cross join lateral (
                               select (cast(:date as date) + time '08:00' + slot * interval '30 minutes'
                                       + case when slot < 10 then interval '0' else interval '1 hour' end)
                                      at time zone (select time_zone from facilities where id = 1) as starts) time
                         where extract(isodow from cast(:date as date)) < 7
                           and ((p.id + :day * 7) % 100 >= 5 or (p.id + :day + slot) % 4 > 0)
                         order by starts, p.id
                         limit :most
                        """)
                        .bind("firstPatient", BenchClinic.FIRST_PATIENT)
                        .bind("providers", clinic.providers())
                        .bind("slots", BenchClinic.SLOTS_OF_A_DAY)
                        .bind("patients", clinic.patients())
                        .bind("day", day)
                        .bind("date", clinic.today().plusDays(day))
                        .bind("most", most)
                        .execute());
    }
}
