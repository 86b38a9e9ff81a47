package org.emiadi.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.platform.Race.race;
import static org.emiadi.platform.Race.untilItWaits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

/// Rivals are real threads on real connections; the table is asked afterwards, not the log.
class QueueRacesTest {
    private static final int RIVALS = 20;
    private static final Duration LENGTH = Duration.ofMinutes(30);

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final AuditLog audit = new AuditLog(clock);
    private final Appointments appointments =
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), audit, clock);
    private final Queue queue = new Queue(new Facilities(audit), appointments, audit, clock);
    private final WalkIns walkIns = new WalkIns(appointments, audit, clock);

    @Test
    void of_20_who_call_at_once_on_5_who_wait_each_of_the_5_is_called_in_once() {
        var provider = TestPeople.provider(database);
        var waiting = Stream.generate(() -> enter(chosen(provider)))
                .limit(5)
                .map(WalkInOutcome.Entered.class::cast)
                .map(entered -> entered.appointment().id())
                .toList();

        var outcomes = race(
                RIVALS,
                i -> () -> database.<CallOutcome>write(
                        tx -> queue.call(tx, TestPeople.as(provider), provider, TestFacilities.FIRST)));

        assertThat(outcomes.stream()
                        .filter(CallOutcome.Called.class::isInstance)
                        .map(outcome ->
                                ((CallOutcome.Called) outcome).appointment().id()))
                .containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(outcomes).filteredOn(new CallOutcome.NobodyWaiting()::equals).hasSize(RIVALS - 5);
        assertThat(count("select count(*) from appointment_history where to_status = 'in_progress'"))
                .isEqualTo(5);
    }

    @Test
    void whoever_is_being_changed_at_the_desk_is_not_passed_over() throws Exception {
        var provider = TestPeople.provider(database);
        enter(chosen(provider));
        var changing = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var desk = threads.submit(() -> database.<Integer>write(tx -> {
                int changed = tx.update("update appointments set status_reason = 'Looked at'")
                        .execute();
                changing.countDown();
                await(done);
                return changed;
            }));
            await(changing);
            var call = threads.submit(
                    () -> database.<CallOutcome>write(tx -> queue.call(tx, TestPeople.as(provider), provider, null)));
            untilItWaits(database, call);
            done.countDown();

            assertThat(call.get()).isInstanceOf(CallOutcome.Called.class);
            assertThat(desk.get()).isOne();
        }
    }

    @Test
    void of_20_who_walk_in_at_once_each_gets_a_time_and_a_ticket_of_their_own() {
        for (int i = 0; i < 3; i++) {
            TestHours.everyDay(database, TestPeople.provider(database), LocalTime.of(8, 0), LocalTime.of(17, 0));
        }
        var patients = patients(RIVALS);

        var outcomes = race(RIVALS, i -> () -> enter(whoever(patients.get(i))));

        assertThat(outcomes).allMatch(WalkInOutcome.Entered.class::isInstance);
        assertThat(overlaps()).isZero();
        assertThat(count("select count(distinct ticket) from appointments where ticket between 1 and 20"))
                .isEqualTo(RIVALS);
        assertThat(count("select count(distinct start_time) from appointments"))
                .as("three at a time, from now on without a gap")
                .isEqualTo(7);
    }

    @Test
    void of_20_who_walk_in_at_once_for_a_session_with_three_places_nobody_is_put_where_somebody_is() {
        var provider = TestPeople.provider(database);
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(12, 0), 3);
        var patients = patients(RIVALS);

        var outcomes = race(
                RIVALS,
                i -> () ->
                        enter(new WalkIn(patients.get(i), new WalkIn.Chosen(provider, false), null, null, null, null)));

        assertThat(outcomes).filteredOn(WalkInOutcome.Entered.class::isInstance).hasSize(12);
        assertThat(outcomes)
                .filteredOn(new WalkInOutcome.NobodyFree(true)::equals)
                .hasSize(8);
        assertThat(count("""
                select max(at_once) from (
                    select count(*) as at_once from appointments group by start_time) times
                """)).isEqualTo(3);
    }

    @Test
    void a_patient_who_is_entered_at_20_desks_at_once_is_never_in_two_places() {
        for (int i = 0; i < RIVALS; i++) {
            TestHours.everyDay(database, TestPeople.provider(database), LocalTime.of(8, 0), LocalTime.of(17, 0));
        }
        var patient = TestPeople.patient(database);

        race(RIVALS, i -> () -> enter(whoever(patient)));

        assertThat(overlaps()).isZero();
    }

    @Test
    void walk_ins_bookings_and_moves_that_want_the_same_time_leave_no_overlap_and_no_half_of_anything() {
        var providers =
                Stream.generate(() -> TestPeople.provider(database)).limit(2).toList();
        providers.forEach(provider -> TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(22, 0)));
        var patients = patients(3 * RIVALS);
        var toMove = IntStream.range(0, RIVALS / 2)
                .mapToObj(i -> (Booking.Booked) book(patients.get(i), providers.get(i % 2), 5 * 24 * 60 + i * 30))
                .map(booked -> booked.appointment().id())
                .toList();

        var outcomes = race(2 * RIVALS, i -> () -> switch (i % 4) {
            case 0, 1 -> enter(whoever(patients.get(RIVALS + i)));
            case 2 -> book(patients.get(RIVALS + i), providers.get(i / 4 % 2), i * 7);
            default -> move(toMove.get(i / 4), i * 7);
        });

        assertThat(outcomes)
                .allMatch(outcome -> outcome instanceof WalkInOutcome.Entered
                        || outcome instanceof WalkInOutcome.NobodyFree
                        || outcome instanceof Booking.Booked
                        || outcome instanceof TimeRefusal
                        || outcome instanceof StatusChange.Changed);
        assertThat(overlaps()).isZero();
        assertThat(count("select count(*) from appointments where arrived_at is not null"))
                .as("each that was entered waits, and nobody else")
                .isEqualTo((int) outcomes.stream()
                        .filter(WalkInOutcome.Entered.class::isInstance)
                        .count());
        assertThat(count("select count(*) from appointments"))
                .isEqualTo(toMove.size()
                        + (int) outcomes.stream()
                                .filter(outcome ->
                                        outcome instanceof WalkInOutcome.Entered || outcome instanceof Booking.Booked)
                                .count());
    }

    private WalkIn chosen(ProviderId provider) {
        return new WalkIn(TestPeople.patient(database), new WalkIn.Chosen(provider, false), null, null, null, null);
    }

    private static WalkIn whoever(PatientId patient) {
        return new WalkIn(patient, new WalkIn.Whoever(null, null), null, null, null, null);
    }

    private List<PatientId> patients(int most) {
        return Stream.generate(() -> TestPeople.patient(database)).limit(most).toList();
    }

    private WalkInOutcome enter(WalkIn walkIn) {
        return database.write(tx -> walkIns.enter(tx, TestPeople.DESK, walkIn));
    }

    private Booking book(PatientId patient, ProviderId provider, int minutes) {
        Instant start = clock.instant().plus(Duration.ofMinutes(minutes));
        var request = BookingRequest.of(patient, provider, null, new TimeRange(start, start.plus(LENGTH)));
        return database.write(tx -> appointments.book(tx, TestPeople.DESK, request));
    }

    private StatusChange move(AppointmentId id, int minutes) {
        var request = StatusRequest.moveTo(clock.instant().plus(Duration.ofMinutes(minutes)), null);
        return database.write(tx -> appointments.change(tx, TestPeople.DESK, id, request));
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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
