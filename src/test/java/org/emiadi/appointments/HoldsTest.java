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
import org.emiadi.platform.Origin;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldsTest {
    private static final int CONSULTATION = 1;
    private static final Actor ANNE = new Actor(11, Role.RECEPTIONIST, null, Origin.local("test"));
    private static final Actor BETTY = new Actor(12, Role.RECEPTIONIST, null, Origin.local("test"));
    private static final Instant NINE = Instant.parse("2026-11-30T06:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-30T07:00:00Z");

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final AuditLog audit = new AuditLog(clock);
    private final BookingRules rules = new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi")));
    private final Appointments appointments = new Appointments(rules, audit, clock);
    private final Holds holds = new Holds(database, rules, audit, clock);
    private final PatientId patient = TestPeople.patient(database);
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void a_held_slot_is_nobody_elses_for_five_minutes() {
        placed(ANNE, null, NINE);

        assertThat(book(BETTY, patient, NINE, null))
                .isEqualTo(new TimeRefusal.Held(clock.instant().plus(Holds.LASTS)));
        assertThat(place(BETTY, null, NINE)).isInstanceOf(TimeRefusal.Held.class);

        clock.advance(Holds.LASTS);
        assertThat(book(BETTY, patient, NINE, null)).isInstanceOf(Booking.Booked.class);
    }

    @Test
    void a_booking_that_names_its_hold_takes_it_over() {
        var hold = placed(ANNE, null, NINE);

        assertThat(book(ANNE, patient, NINE, hold.id())).isInstanceOf(Booking.Booked.class);
        assertThat(holdsLeft()).isZero();
    }

    @Test
    void nobody_takes_over_the_hold_of_another() {
        var hold = placed(ANNE, null, NINE);

        assertThat(book(BETTY, patient, NINE, hold.id())).isInstanceOf(TimeRefusal.Held.class);
        assertThat(holdsLeft()).isOne();
    }

    @Test
    void a_booking_that_is_refused_keeps_its_hold() {
        var elsewhere = TestPeople.provider(database);
        book(ANNE, new BookingRequest(patient, elsewhere, CONSULTATION, NINE, null, Terms.NONE));
        var hold = placed(ANNE, null, NINE);

        assertThat(book(ANNE, patient, NINE, hold.id())).isInstanceOf(TimeRefusal.PatientBusy.class);
        assertThat(holdsLeft()).isOne();
    }

    @Test
    void an_expired_hold_that_is_named_does_no_harm() {
        var hold = placed(ANNE, null, NINE);
        clock.advance(Holds.LASTS);

        assertThat(book(ANNE, patient, NINE, hold.id())).isInstanceOf(Booking.Booked.class);
    }

    @Test
    void what_is_booked_cannot_be_held() {
        book(ANNE, patient, NINE, null);

        assertThat(place(BETTY, null, NINE)).isInstanceOf(TimeRefusal.ProviderBusy.class);
    }

    @Test
    void a_patient_holds_one_offered_slot_the_next_in_place_of_the_one_before() {
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(12, 0));
        var user = new Actor(13, Role.PATIENT, patient.value(), Origin.local("test"));

        placed(user, patient, NINE);
        placed(user, patient, TEN);

        assertThat(holdsLeft()).isOne();
        assertThat(place(user, patient, NINE.plus(Duration.ofMinutes(7)))).isEqualTo(new TimeRefusal.NotOffered());
        assertThat(holdsLeft())
                .as("the one before is kept where the next is refused")
                .isOne();
        assertThat(place(user, TestPeople.patient(database), NINE))
                .isEqualTo(new HoldOutcome.Refused(new Booking.NotOwn()));
    }

    @Test
    void a_hold_is_found_and_released_by_its_user_alone() {
        var hold = placed(ANNE, null, NINE);

        assertThat(database.<Optional<Hold>>read(tx -> holds.find(tx, BETTY, hold.id())))
                .isEmpty();
        assertThat(database.<Optional<Hold>>read(tx -> holds.find(tx, ANNE, hold.id())))
                .contains(hold);
        assertThat(database.<Boolean>write(tx -> holds.release(tx, BETTY, hold.id())))
                .isFalse();
        assertThat(database.<Boolean>write(tx -> holds.release(tx, ANNE, hold.id())))
                .isTrue();
        assertThat(holdsLeft()).isZero();
    }

    @Test
    void a_hold_is_no_appointment() {
        var hold = placed(ANNE, patient, NINE);

        assertThat(database.<Optional<Appointment>>write(
                        tx -> appointments.find(tx, ANNE, new AppointmentId(hold.id()))))
                .isEmpty();
        assertThat(database.write(tx -> appointments.list(tx, ANNE, AppointmentFilter.of(patient), Slice.first(5)))
                        .rows())
                .isEmpty();
        assertThat(database.<StatusChange>write(tx -> appointments.change(
                        tx, ANNE, new AppointmentId(hold.id()), StatusRequest.of(AppointmentStatus.CANCELLED))))
                .isInstanceOf(StatusChange.Absent.class);
        assertThat(database.<Integer>read(tx -> tx.query("select count(*) from care_relations")
                        .mapTo(Integer.class)
                        .one()))
                .as("holding a slot opens no medical records")
                .isZero();
    }

    @Test
    void the_house_takes_out_expired_holds_and_no_others() {
        placed(ANNE, null, NINE);
        clock.advance(Duration.ofMinutes(3));
        placed(ANNE, null, TEN);
        clock.advance(Duration.ofMinutes(2));

        assertThat(holds.expire()).isOne();
        assertThat(holdsLeft()).isOne();
    }

    private Hold placed(Actor actor, @Nullable PatientId whose, Instant start) {
        return ((HoldOutcome.Placed) place(actor, whose, start)).hold();
    }

    private HoldOutcome place(Actor actor, @Nullable PatientId whose, Instant start) {
        var wanted = new Holds.Wanted(whose, provider, CONSULTATION, start, null, Terms.NONE);
        return database.write(tx -> holds.place(tx, actor, wanted));
    }

    private Booking book(Actor actor, PatientId whose, Instant start, @Nullable Integer hold) {
        var terms = hold == null ? Terms.NONE : Terms.inPlaceOf(hold);
        return book(actor, new BookingRequest(whose, provider, CONSULTATION, start, null, terms));
    }

    private Booking book(Actor actor, BookingRequest request) {
        return database.write(tx -> appointments.book(tx, actor, request));
    }

    private int holdsLeft() {
        return database.read(tx -> tx.query("select count(*) from appointments where status = 'held'")
                .mapTo(Integer.class)
                .one());
    }
}
