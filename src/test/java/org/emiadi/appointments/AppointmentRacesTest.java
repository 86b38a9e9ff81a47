package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.platform.Race.race;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Origin;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

/// Rivals are real threads on real connections; the table is asked afterwards, not the log.
class AppointmentRacesTest {
    private static final int RIVALS = 64;
    private static final int STORM_THREADS = 24;
    private static final int STORM_COMMANDS = 40;
    private static final Instant MONDAY = Instant.parse("2026-11-30T06:00:00Z");

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final Appointments appointments = new Appointments(
            new BookingRules(new ClinicTime(java.time.ZoneId.of("Africa/Nairobi"))), new AuditLog(clock), clock);

    @Test
    void of_64_equal_bookings_one_stands() {
        var request = request(TestPeople.patient(database), TestPeople.provider(database), 0);

        var outcomes = race(RIVALS, i -> () -> book(request));

        assertThat(outcomes).filteredOn(Booking.Booked.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(TimeRefusal.ProviderBusy.class::isInstance)
                .hasSize(RIVALS - 1);
        assertThat(overlaps()).isZero();
    }

    @Test
    void of_64_patients_who_want_one_provider_at_overlapping_times_one_gets_the_time() {
        var provider = TestPeople.provider(database);
        var patients = IntStream.range(0, RIVALS)
                .mapToObj(i -> TestPeople.patient(database))
                .toList();

        var outcomes = race(RIVALS, i -> () -> book(request(patients.get(i), provider, i % 25)));

        assertThat(outcomes).filteredOn(Booking.Booked.class::isInstance).hasSize(1);
        assertThat(overlaps()).isZero();
    }

    @Test
    void a_patient_who_is_wanted_by_64_providers_at_once_sees_one_of_them() {
        var patient = TestPeople.patient(database);
        var providers = IntStream.range(0, RIVALS)
                .mapToObj(i -> TestPeople.provider(database))
                .toList();

        var outcomes = race(RIVALS, i -> () -> book(request(patient, providers.get(i), 0)));

        assertThat(outcomes).filteredOn(Booking.Booked.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(TimeRefusal.PatientBusy.class::isInstance)
                .hasSize(RIVALS - 1);
    }

    @Test
    void of_50_patients_who_want_a_session_with_three_places_exactly_three_get_one() {
        var provider = TestPeople.provider(database);
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0), 3);
        var patients =
                Stream.generate(() -> TestPeople.patient(database)).limit(50).toList();

        var outcomes = race(50, i -> () -> book(request(patients.get(i), provider, 0)));

        assertThat(outcomes).filteredOn(Booking.Booked.class::isInstance).hasSize(3);
        assertThat(outcomes)
                .filteredOn(TimeRefusal.ProviderBusy.class::isInstance)
                .hasSize(47);
        assertThat(count("select count(distinct lane) from appointments where lane <= 3"))
                .isEqualTo(3);
    }

    @Test
    void of_50_who_want_to_hold_or_to_book_a_slot_one_has_it() {
        var provider = TestPeople.provider(database);
        var patients =
                Stream.generate(() -> TestPeople.patient(database)).limit(50).toList();
        var holds = new Holds(
                database,
                new BookingRules(new ClinicTime(java.time.ZoneId.of("Africa/Nairobi"))),
                new AuditLog(clock),
                clock);

        var outcomes = race(50, i -> () -> {
            var wanted = request(patients.get(i), provider, 0);
            var hold = new Holds.Wanted(
                    wanted.patient(), provider, null, wanted.start(), wanted.end(), BookingRequest.Terms.NONE);
            var user = new Actor(i, Role.RECEPTIONIST, null, Origin.local("race"));
            return i % 2 == 0 ? book(wanted) : database.write(tx -> holds.place(tx, user, hold));
        });

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Booking.Booked || outcome instanceof HoldOutcome.Placed)
                .hasSize(1);
        assertThat(count("select count(*) from appointments")).isEqualTo(1);
    }

    @Test
    void of_8_slots_that_a_patient_holds_at_once_one_is_held() {
        var provider = TestPeople.provider(database);
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0));
        var patient = TestPeople.patient(database);
        var holds = new Holds(
                database,
                new BookingRules(new ClinicTime(java.time.ZoneId.of("Africa/Nairobi"))),
                new AuditLog(clock),
                clock);
        var user = new Actor(7, Role.PATIENT, patient.value(), Origin.local("race"));

        race(8, i -> () -> {
            var start = MONDAY.plus(Duration.ofMinutes(30L * i));
            var wanted = new Holds.Wanted(patient, provider, 1, start, null, BookingRequest.Terms.NONE);
            return database.<HoldOutcome>write(tx -> holds.place(tx, user, wanted));
        });

        assertThat(count("select count(*) from appointments where status = 'held'"))
                .isEqualTo(1);
    }

    @Test
    void of_40_who_want_a_provider_at_two_facilities_at_once_all_who_get_one_are_at_the_same() {
        var provider = TestPeople.provider(database);
        var kisumu = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        for (var facility : List.of(TestFacilities.FIRST, kisumu)) {
            TestHours.add(
                    database,
                    provider,
                    TestHours.plan(
                            facility,
                            TestHours.weekly(DayOfWeek.MONDAY),
                            SessionTime.between(LocalTime.of(8, 0), LocalTime.of(17, 0)),
                            3));
        }
        var patients =
                Stream.generate(() -> TestPeople.patient(database)).limit(40).toList();

        var outcomes = race(40, i -> () -> {
            int where = i % 2 == 0 ? kisumu.value() : TestFacilities.FIRST.value();
            var terms = new BookingRequest.Terms(where, null, null, null, false, null);
            return book(request(patients.get(i), provider, 0).with(terms));
        });

        assertThat(outcomes).filteredOn(Booking.Booked.class::isInstance).hasSize(3);
        assertThat(count("select count(distinct facility_id) from appointments"))
                .isEqualTo(1);
    }

    @Test
    void of_50_appointments_that_want_one_room_one_has_it() {
        var room =
                TestFacilities.room(database, TestFacilities.FIRST, "Theatre").value();
        var terms = new BookingRequest.Terms(null, room, null, null, false, null);
        var providers =
                Stream.generate(() -> TestPeople.provider(database)).limit(50).toList();
        var patients =
                Stream.generate(() -> TestPeople.patient(database)).limit(50).toList();

        var outcomes = race(
                50,
                i -> () ->
                        book(request(patients.get(i), providers.get(i), i % 25).with(terms)));

        assertThat(outcomes).filteredOn(Booking.Booked.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(TimeRefusal.RoomBusy.class::isInstance).hasSize(49);
    }

    @Test
    void of_30_who_check_in_at_once_each_gets_a_ticket_of_their_own() {
        var appointments = Stream.generate(
                        () -> book(request(TestPeople.patient(database), TestPeople.provider(database), 0)))
                .limit(30)
                .map(Booking.Booked.class::cast)
                .map(Booking.Booked::appointment)
                .toList();
        clock.advance(Duration.ofDays(7));

        var outcomes = race(
                30,
                i -> () -> database.<StatusChange>write(tx -> this.appointments.change(
                        tx,
                        TestPeople.DESK,
                        appointments.get(i).id(),
                        StatusRequest.of(AppointmentStatus.CHECKED_IN))));

        assertThat(outcomes).allMatch(StatusChange.Changed.class::isInstance);
        assertThat(count("select count(distinct ticket) from appointments where ticket between 1 and 30"))
                .isEqualTo(30);
    }

    @Test
    void a_storm_of_bookings_moves_and_cancellations_leaves_no_overlap() {
        var providers =
                Stream.generate(() -> TestPeople.provider(database)).limit(3).toList();
        var patients =
                Stream.generate(() -> TestPeople.patient(database)).limit(6).toList();

        var acknowledged = race(STORM_THREADS, i -> () -> storm(new Random(i), providers, patients)).stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(acknowledged).isPositive();
        assertThat(overlaps()).isZero();
        assertThat(
                        count(
                                "select count(*) from audit_entries where action = 'appointment.booked' and outcome = 'success'"))
                .isEqualTo(count("select count(*) from appointments"));
    }

    private int storm(Random random, List<ProviderId> providers, List<PatientId> patients) {
        var own = new ArrayList<Appointment>();
        for (int i = 0; i < STORM_COMMANDS; i++) {
            if (own.isEmpty() || random.nextInt(3) == 0) {
                var outcome = book(request(
                        patients.get(random.nextInt(patients.size())),
                        providers.get(random.nextInt(providers.size())),
                        random.nextInt(300)));
                if (outcome instanceof Booking.Booked(Appointment booked, var _)) {
                    own.add(booked);
                }
            } else {
                change(own.remove(random.nextInt(own.size())), random, own);
            }
        }
        return own.size();
    }

    private void change(Appointment appointment, Random random, List<Appointment> own) {
        boolean move = random.nextInt(4) > 0;
        var request = move
                ? StatusRequest.moveTo(MONDAY.plus(Duration.ofMinutes(random.nextInt(300))), null)
                : StatusRequest.because(AppointmentStatus.CANCELLED, "storm");
        var outcome = database.write(tx -> appointments.change(tx, TestPeople.DESK, appointment.id(), request));
        switch (outcome) {
            case StatusChange.Changed(Appointment changed) -> {
                if (move) {
                    own.add(changed);
                }
            }
            case TimeRefusal.ProviderBusy busy -> own.add(appointment);
            case TimeRefusal.PatientBusy busy -> own.add(appointment);
            default -> throw new AssertionError(outcome);
        }
    }

    private Booking book(BookingRequest request) {
        return database.write(tx -> appointments.book(tx, TestPeople.DESK, request));
    }

    private static BookingRequest request(PatientId patient, ProviderId provider, int minutes) {
        Instant start = MONDAY.plus(Duration.ofMinutes(minutes));
        return BookingRequest.of(patient, provider, null, new TimeRange(start, start.plus(Duration.ofMinutes(30))));
    }

    private int overlaps() {
        return count("""
                select count(*)
                  from appointments a join appointments b
                    on a.id < b.id and a.during && b.during
                   and (a.provider_id = b.provider_id or a.patient_id = b.patient_id)
                """);
    }

    private int count(String sql) {
        return database.read(tx -> tx.query(sql).mapTo(Integer.class).one());
    }
}
