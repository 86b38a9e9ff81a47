package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.emiadi.appointments.BookingRequest.Terms;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.TestHours;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// It is ten in the morning; the house keeps half past ten, which patients could not book so late.
class OfferedTimeTest {
    private static final int FOR_STAFF = 3;
    private static final Actor HOUSE = Actor.system("test");
    private static final Instant HALF_PAST_TEN = Instant.parse("2026-11-23T07:30:00Z");
    private static final Instant TWO = Instant.parse("2026-11-23T11:00:00Z");

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final AuditLog audit = new AuditLog(clock);
    private final BookingRules rules = new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi")));
    private final Appointments appointments = new Appointments(rules, audit, clock);
    private final Holds holds = new Holds(database, rules, audit, clock);
    private final PatientId patient = TestPeople.patient(database);
    private final ProviderId provider = TestPeople.provider(database);

    @BeforeEach
    void the_provider_works() {
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0));
    }

    @Test
    void a_patient_books_what_the_house_keeps_whatever_patients_may_book() {
        int hold = offered(patient, HALF_PAST_TEN);

        var outcome = bookOffered(TestPeople.as(patient), patient, hold);

        assertThat(outcome).get().isInstanceOf(Booking.Booked.class);
        assertThat(((Booking.Booked) outcome.orElseThrow())
                        .appointment()
                        .during()
                        .start())
                .isEqualTo(HALF_PAST_TEN);
        assertThat(holdsLeft()).isZero();
    }

    @Test
    void nobody_takes_over_what_the_house_keeps_for_another() {
        int hold = offered(patient, HALF_PAST_TEN);
        var other = TestPeople.patient(database);

        assertThat(bookOffered(TestPeople.as(other), other, hold)).isEmpty();
        assertThat(bookOffered(TestPeople.as(other), patient, hold)).contains(new Booking.NotOwn());
        assertThat(holdsLeft()).isOne();
    }

    @Test
    void a_booking_cannot_name_what_the_house_keeps() {
        int hold = offered(patient, TWO);

        var request = new BookingRequest(patient, provider, 1, TWO, null, Terms.inPlaceOf(hold));
        var outcome = database.<Booking>write(tx -> appointments.book(tx, TestPeople.as(patient), request));

        assertThat(outcome).isInstanceOf(TimeRefusal.Held.class);
        assertThat(holdsLeft()).isOne();
    }

    @Test
    void what_was_kept_too_long_is_gone() {
        int hold = offered(patient, TWO);
        clock.advance(Duration.ofMinutes(30));

        assertThat(bookOffered(TestPeople.as(patient), patient, hold)).isEmpty();
    }

    @Test
    void what_the_provider_is_away_from_meanwhile_is_not_booked_and_kept() {
        int hold = offered(patient, TWO);
        database.write(tx -> tx.update("""
                        insert into time_off (provider_id, kind, during, created_at)
                        values (:provider, 'sick', tstzrange(:from, :to, '[)'), :from)
                        """)
                .bind("provider", provider.value())
                .bind("from", HALF_PAST_TEN)
                .bind("to", HALF_PAST_TEN.plus(Duration.ofDays(1)))
                .execute());

        assertThat(bookOffered(TestPeople.as(patient), patient, hold)).contains(new TimeRefusal.OutsideHours());
        assertThat(holdsLeft()).isOne();
    }

    @Test
    void a_patient_moves_an_appointment_of_theirs_to_what_the_house_keeps() {
        var appointment = booked(TWO);
        int hold = offered(patient, HALF_PAST_TEN);

        var outcome = moveToOffered(TestPeople.as(patient), appointment, hold);

        assertThat(outcome).get().isInstanceOf(StatusChange.Changed.class);
        var moved = ((StatusChange.Changed) outcome.orElseThrow()).appointment();
        assertThat(moved.during().start()).isEqualTo(HALF_PAST_TEN);
        assertThat(moved.id()).isEqualTo(appointment);
        assertThat(holdsLeft()).isZero();
    }

    @Test
    void an_appointment_is_not_moved_to_what_is_kept_with_another_provider_or_when_it_is_over() {
        var appointment = booked(TWO);
        var elsewhere = TestPeople.provider(database);
        int hold = offered(elsewhere, patient, HALF_PAST_TEN);

        assertThat(moveToOffered(TestPeople.as(patient), appointment, hold)).isEmpty();

        int rightOne = offered(patient, HALF_PAST_TEN.plus(Duration.ofHours(1)));
        change(appointment, AppointmentStatus.CANCELLED);
        assertThat(moveToOffered(TestPeople.as(patient), appointment, rightOne))
                .get()
                .isInstanceOf(StatusChange.NoSense.class);
        assertThat(holdsLeft()).isEqualTo(2);
    }

    @Test
    void an_appointment_of_another_is_not_found() {
        var appointment = booked(TWO);
        var other = TestPeople.patient(database);
        int hold = offered(other, HALF_PAST_TEN);

        assertThat(moveToOffered(TestPeople.as(other), appointment, hold)).contains(new StatusChange.Absent());
    }

    private void change(AppointmentId id, AppointmentStatus status) {
        database.<StatusChange>write(tx -> appointments.change(tx, TestPeople.DESK, id, StatusRequest.of(status)));
    }

    private AppointmentId booked(Instant start) {
        var request = new BookingRequest(patient, provider, FOR_STAFF, start, null, Terms.NONE);
        var outcome = database.<Booking>write(tx -> appointments.book(tx, TestPeople.DESK, request));
        return ((Booking.Booked) outcome).appointment().id();
    }

    private int offered(PatientId whose, Instant start) {
        return offered(provider, whose, start);
    }

    private int offered(ProviderId by, PatientId whose, Instant start) {
        var wanted = new Holds.Wanted(whose, by, FOR_STAFF, start, null, Terms.NONE);
        Instant until = clock.instant().plus(Duration.ofMinutes(30));
        var outcome = database.<HoldOutcome>write(tx -> holds.offer(tx, HOUSE, wanted, until));
        return ((HoldOutcome.Placed) outcome).hold().id();
    }

    private Optional<Booking> bookOffered(Actor actor, PatientId whose, int hold) {
        return database.write(tx -> appointments.bookOffered(tx, actor, whose, hold));
    }

    private Optional<StatusChange> moveToOffered(Actor actor, AppointmentId id, int hold) {
        return database.write(tx -> appointments.moveToOffered(tx, actor, id, hold));
    }

    private int holdsLeft() {
        return database.read(tx -> tx.query("select count(*) from appointments where status = 'held'")
                .mapTo(Integer.class)
                .one());
    }
}
