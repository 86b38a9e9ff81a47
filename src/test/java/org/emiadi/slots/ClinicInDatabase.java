package org.emiadi.slots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.emiadi.appointments.AppointmentType.BookableBy;
import org.emiadi.appointments.AppointmentType.Details;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.Timing;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.Tx;
import org.emiadi.slots.RandomClinic.Hours;
import org.emiadi.slots.RandomClinic.Offer;
import org.emiadi.slots.RandomClinic.Question;
import org.emiadi.slots.RandomClinic.Visit;

/// Puts made-up clinics into a database, one in place of the other, and asks it.
final class ClinicInDatabase {
    private static final String QUESTION = """
            tstzrange(:from, :to, '[)'), :now, make_interval(mins => :duration), make_interval(mins => :before),
            make_interval(mins => :after), make_interval(mins => :every), :type, :providers, :facility,
            """;

    private static final String PART = ", cast(:wallFrom as time), cast(:wallTo as time)) s ";

    private static final int TYPE = 1;
    private static final int MOST_BOOKED = 3;
    private static final ClinicTime NAIROBI = new ClinicTime(ZoneId.of("Africa/Nairobi"));
    private static final AuditLog AUDIT = new AuditLog(Clock.systemUTC());

    private final AppointmentTypes types = new AppointmentTypes(AUDIT);
    private final Database database;
    private final PatientId otherPatient;
    private final int patient;
    private final List<Integer> providers;
    private final List<Integer> facilities;

    ClinicInDatabase(Database database) {
        this.database = database;
        this.patient = TestPeople.patient(database).value();
        this.otherPatient = TestPeople.patient(database, "Achieng", "Otieno");
        this.providers = IntStream.range(0, RandomClinics.PROVIDERS)
                .mapToObj(n -> TestPeople.provider(database).value())
                .toList();
        this.facilities = List.of(
                TestFacilities.facility(database, "One", "Africa/Nairobi").value(),
                TestFacilities.facility(database, "Other", "Africa/Nairobi").value());
    }

    /// The clinic as it then stands: without the visits that the database refused.
    RandomClinic put(RandomClinic clinic) {
        return database.write(tx -> {
            clear(tx);
            putFacilities(tx, clinic);
            clinic.hours().forEach(hours -> put(tx, hours));
            putAbsences(tx, clinic);
            var booked = new ArrayList<Visit>();
            for (Visit visit : clinic.visits()) {
                if (put(tx, visit, booked.size() + 1)) {
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

    private void putFacilities(Tx tx, RandomClinic clinic) {
        for (int n = 0; n < facilities.size(); n++) {
            var place = clinic.facilities().get(n);
            tx.update("update facilities set time_zone = :zone, open_on_holidays = :open where id = :id")
                    .bind("zone", place.zone().getId())
                    .bind("open", place.openOnHolidays())
                    .bind("id", facilities.get(n))
                    .execute();
        }
    }

    private void put(Tx tx, Hours hours) {
        int id = tx.query("""
                        insert into working_hours (provider_id, facility_id, weekday, starts_at, length, valid_from,
                                                   valid_to, every_weeks, capacity)
                        values (:provider, :facility, :weekday, cast(:start as time), make_interval(mins => :minutes),
                                :from, :to, :everyWeeks, :capacity)
                        returning id
                        """)
                .bind("provider", providers.get(hours.provider()))
                .bind("facility", facilities.get(hours.facility()))
                .bind("weekday", hours.days().weekday())
                .bind("start", hours.start().toString())
                .bind("minutes", (int) hours.length().toMinutes())
                .bind("from", hours.days().from())
                .bind("to", hours.days().to())
                .bind("everyWeeks", hours.days().everyWeeks())
                .bind("capacity", hours.capacity())
                .mapTo(Integer.class)
                .one();
        hours.types()
                .forEach(type -> tx.update("insert into working_hours_types values (:id, :type)")
                        .bind("id", id)
                        .bind("type", type)
                        .execute());
    }

    private void putAbsences(Tx tx, RandomClinic clinic) {
        clinic.timeOff()
                .forEach(off -> tx.update("""
                        insert into time_off (provider_id, kind, during, created_at)
                        values (:provider, 'leave', tstzrange(:start, :end, '[)'), now())
                        """)
                        .bind("provider", providers.get(off.whose()))
                        .bind("start", off.during().start())
                        .bind("end", off.during().end())
                        .execute());
        clinic.closures()
                .forEach(closure -> tx.update("""
                        insert into facility_closures (facility_id, during, reason, created_at)
                        values (:facility, tstzrange(:start, :end, '[)'), 'Fumigation', now())
                        """)
                        .bind("facility", facilities.get(closure.whose()))
                        .bind("start", closure.during().start())
                        .bind("end", closure.during().end())
                        .execute());
        clinic.holidays().stream()
                .map(RandomClinic.Holiday::day)
                .distinct()
                .forEach(day -> tx.update("""
                        insert into holidays (country, day, name, source, observed, created_at)
                        values ('KE', :day, 'Holiday', 'clinic', :observed, now())
                        """)
                        .bind("day", day)
                        .bind(
                                "observed",
                                clinic.holidays().stream()
                                        .anyMatch(holiday -> holiday.day().equals(day) && holiday.observed()))
                        .execute());
    }

    // Each in a lane of its own on the patient's side: here it is the providers who are busy.
    private boolean put(Tx tx, Visit visit, int patientLane) {
        boolean moved = visit.status().equals("rescheduled");
        return tx.update("""
                        insert into appointments (patient_id, provider_id, facility_id, lane, patient_lane, start_time, end_time,
                                                  rescheduled_start_time, rescheduled_end_time, buffer_before_minutes,
                                                  buffer_after_minutes, status, held_until, cancelled_at, cancelled_by)
                        select :patient, :provider, :facility, :lane, :patientLane, cast(:start as timestamptz) - shift, cast(:end as timestamptz) - shift,
                               case when :moved then cast(:start as timestamptz) end,
                               case when :moved then cast(:end as timestamptz) end,
                               :before, :after, :status, :heldUntil, null, null
                          from (select case when :moved then interval '1 day' else interval '0' end as shift) first
                        on conflict do nothing
                        """)
                        .bind("patient", patient)
                        .bind("provider", providers.get(visit.provider()))
                        .bind("facility", facilities.get(visit.facility()))
                        .bind("lane", visit.lane())
                        .bind("patientLane", patientLane)
                        .bind("start", visit.during().start())
                        .bind("end", visit.during().end())
                        .bind("moved", moved)
                        .bind("before", visit.before())
                        .bind("after", visit.after())
                        .bind("status", visit.status())
                        .bind("heldUntil", visit.heldUntil())
                        .execute()
                == 1;
    }

    /// All that is free, in the order of time, provider and facility.
    List<Offer> free(Question question) {
        return ask(
                "free_slots(" + QUESTION + "cast(null as integer)" + PART
                        + "order by s.starts, s.provider_id, s.facility_id",
                question);
    }

    List<Offer> next(Question question, int most) {
        return ask("next_free_slots(" + QUESTION + most + PART, question);
    }

    List<Offer> first(Question question, int most) {
        return ask("first_free_slots(" + QUESTION + most + PART, question);
    }

    private List<Offer> ask(String sql, Question question) {
        Integer[] wanted = question.provider() == null ? null : new Integer[] {providers.get(question.provider())};
        PartOfDay part = question.part();
        return database.read(tx -> tx.query("select s.provider_id, s.facility_id, s.starts, s.places from " + sql)
                .bind("from", question.span().start())
                .bind("to", question.span().end())
                .bind("now", question.now())
                .bind("duration", question.duration())
                .bind("before", question.before())
                .bind("after", question.after())
                .bind("every", question.every())
                .bind("type", question.type())
                .bind("providers", wanted)
                .bind("facility", question.facility() == null ? null : facilities.get(question.facility()))
                .bind("wallFrom", part == null ? "00:00" : part.from())
                .bind("wallTo", part == null ? "24:00" : part.to())
                .map((row, context) -> offer(row))
                .list());
    }

    private Offer offer(ResultSet row) throws SQLException {
        Instant start = row.getTimestamp("starts").toInstant();
        return new Offer(
                providers.indexOf(row.getInt("provider_id")),
                facilities.indexOf(row.getInt("facility_id")),
                start,
                row.getInt("places"));
    }

    /// What comes of it when a patient books the slots that they are offered, each as if it were the only one.
    List<Booking> bookedByAPatient(Question question) {
        var clock = new TestClock(question.now());
        var actor = TestPeople.as(otherPatient);
        offerToPatients(question);
        var search = new SlotSearch(
                new SlotSearch.Visit(Optional.of(TYPE), Optional.empty()),
                new SlotSearch.With(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new SlotSearch.When(Optional.empty(), Optional.empty(), Optional.empty()));
        var found = database.read(tx -> new FreeSlots(types, NAIROBI, clock).next(tx, actor, search, MOST_BOOKED));
        var appointments = new Appointments(new BookingRules(NAIROBI), AUDIT, clock);
        return ((SlotsFound.Found<Slot>) found)
                .rows().stream()
                        .map(slot -> database.write(tx ->
                                tx.savepoint(() -> appointments.book(tx, actor, request(slot)), neverKept -> false)))
                        .toList();
    }

    private BookingRequest request(Slot slot) {
        return BookingRequest.of(otherPatient, slot.by().id(), TYPE, slot.during())
                .with(new BookingRequest.Terms(slot.at().id().value(), null, null, null, false, null));
    }

    private void offerToPatients(Question question) {
        var timing = new Timing(
                Duration.ofMinutes(question.duration()),
                Duration.ofMinutes(question.before()),
                Duration.ofMinutes(question.after()),
                Duration.ofMinutes(question.every()),
                Duration.ofMinutes(10),
                2);
        database.write(tx -> types.change(
                tx,
                TestPeople.admin(),
                TYPE,
                OptionalInt.empty(),
                before -> new Details(before.name(), timing, BookableBy.PATIENTS, before.looks(), before.offeredBy())));
    }
}
