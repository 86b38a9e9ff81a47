package org.emiadi.reports;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Tx;
import org.emiadi.reports.MadeUpClinic.Hours;
import org.emiadi.reports.MadeUpClinic.Visit;
import org.jspecify.annotations.Nullable;

/// Puts made-up clinics into a database, one in place of the other.
final class ClinicInTables implements PlainCounting.Names {
    private static final int PATIENTS = 60;

    private final Database database;
    private final List<ProviderId> providers;
    private final List<Integer> facilities;
    private final List<Integer> patients;
    private final List<String> types;

    ClinicInTables(Database database) {
        this.database = database;
        this.providers = IntStream.range(0, MadeUpClinic.PROVIDERS)
                .mapToObj(n -> TestPeople.provider(database))
                .toList();
        this.facilities = List.of(
                TestFacilities.facility(database, "One", "Africa/Nairobi").value(),
                TestFacilities.facility(database, "Other", "Africa/Nairobi").value());
        this.patients = IntStream.range(0, PATIENTS)
                .mapToObj(n -> TestPeople.patient(database).value())
                .toList();
        this.types = database.write(tx -> {
            tx.update("update appointment_types set cadres = '{Nurse}' where id = :id")
                    .bind("id", MadeUpClinic.OFFERED_BY_NOBODY)
                    .execute();
            return tx.query("select name from appointment_types order by id")
                    .mapTo(String.class)
                    .list();
        });
    }

    @Override
    public ProviderId provider(int number) {
        return providers.get(number);
    }

    @Override
    public String ofProvider() {
        return "Otieno Odhiambo";
    }

    @Override
    public String ofType(int type) {
        return types.get(type - 1);
    }

    int facility(int number) {
        return facilities.get(number);
    }

    /// The clinic as it then stands: without the visits that the database refused.
    MadeUpClinic put(MadeUpClinic clinic) {
        return database.write(tx -> {
            clear(tx);
            for (int n = 0; n < MadeUpClinic.FACILITIES; n++) {
                tx.update("update facilities set time_zone = :zone where id = :id")
                        .bind("zone", clinic.zones().get(n).getId())
                        .bind("id", facilities.get(n))
                        .execute();
            }
            clinic.hours().forEach(hours -> put(tx, hours));
            putAbsences(tx, clinic);
            var booked = new ArrayList<Visit>();
            for (Visit visit : clinic.visits()) {
                if (put(tx, visit, booked.size())) {
                    booked.add(visit);
                }
            }
            return clinic.with(booked);
        });
    }

    private static void clear(Tx tx) {
        for (String table : List.of(
                "appointments", "working_hours_types", "working_hours", "time_off", "facility_closures", "holidays")) {
            tx.update("delete from " + table).execute();
        }
    }

    private void put(Tx tx, Hours hours) {
        int id = tx.query("""
                        insert into working_hours (provider_id, facility_id, weekday, starts_at, length, valid_from, capacity)
                        values (:provider, :facility, :weekday, cast(:start as time), make_interval(mins => :minutes), :from,
                                :capacity)
                        returning id
                        """)
                .bind("provider", providers.get(hours.provider()).value())
                .bind("facility", facilities.get(hours.facility()))
                .bind("weekday", hours.weekday())
                .bind("start", hours.start().toString())
                .bind("minutes", (int) hours.length().toMinutes())
                .bind("from", hours.validFrom())
                .bind("capacity", hours.capacity())
                .mapTo(Integer.class)
                .one();
        hours.types()
                .forEach(type -> tx.update("insert into working_hours_types values (:id, :type)")
                        .bind("id", id)
                        .bind("type", type)
                        .execute());
    }

    private void putAbsences(Tx tx, MadeUpClinic clinic) {
        clinic.timeOff()
                .forEach(off -> tx.update("""
                        insert into time_off (provider_id, kind, during, created_at)
                        values (:provider, 'leave', tstzrange(:start, :end, '[)'), now())
                        """)
                        .bind("provider", providers.get(off.whose()).value())
                        .bind("start", off.during().start())
                        .bind("end", off.during().end())
                        .execute());
        clinic.closures()
                .forEach(closure -> tx.update("""
                        insert into facility_closures (facility_id, reason, during, created_at)
                        values (:facility, 'No water', tstzrange(:start, :end, '[)'), now())
                        """)
                        .bind("facility", facilities.get(closure.whose()))
                        .bind("start", closure.during().start())
                        .bind("end", closure.during().end())
                        .execute());
        clinic.holidays().forEach(day -> tx.update("""
                        insert into holidays (country, day, name, source, created_at)
                        values ('KE', :day, 'Sikukuu', 'clinic', now())
                        """).bind("day", day).execute());
    }

    private boolean put(Tx tx, Visit visit, int patient) {
        boolean cancelled = visit.cancelledBy() != null;
        Instant first = visit.moved()
                ? visit.during().start().minus(Duration.ofDays(9))
                : visit.during().start();
        Duration length = visit.during().length();
        return tx.update("""
                        insert into appointments (patient_id, provider_id, facility_id, appointment_type_id, lane,
                            start_time, end_time, rescheduled_start_time, rescheduled_end_time, buffer_before_minutes,
                            buffer_after_minutes, status, held_until, cancelled_by, cancelled_at, created_at, arrived_at,
                            priority, started_at)
                        values (:patient, :provider, :facility, :type, :lane, :start, :end, :movedStart, :movedEnd,
                            :before, :after, :status, :heldUntil, :cancelledBy, :cancelledAt, :created, :arrived,
                            :priority, :started)
                        on conflict do nothing
                        """)
                        .bind("patient", patients.get(patient))
                        .bind("provider", providers.get(visit.provider()).value())
                        .bind("facility", facilities.get(visit.facility()))
                        .bind("type", visit.type() == 0 ? null : visit.type())
                        .bind("lane", visit.lane())
                        .bind("start", first)
                        .bind("end", first.plus(length))
                        .bind("movedStart", visit.moved() ? at(visit.during().start()) : null)
                        .bind("movedEnd", visit.moved() ? at(visit.during().end()) : null)
                        .bind("before", visit.before())
                        .bind("after", visit.after())
                        .bind("status", visit.status())
                        .bind(
                                "heldUntil",
                                visit.status().equals("held")
                                        ? at(visit.during().end())
                                        : null)
                        .bind("cancelledBy", visit.cancelledBy())
                        .bind("cancelledAt", cancelled ? at(visit.cancelledAt()) : null)
                        .bind("created", visit.createdAt())
                        .bind("arrived", at(visit.arrivedAt()))
                        .bind("priority", visit.arrivedAt() == null ? null : "routine")
                        .bind("started", at(visit.startedAt()))
                        .execute()
                == 1;
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
