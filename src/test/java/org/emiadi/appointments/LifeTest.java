package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.BookingRequest.Terms;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.PersonDetails;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From the booking to the end of the visit, with what is kept of each step.
class LifeTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final int CONSULTATION = 1;

    private final Database database = TestDatabase.fresh();
    /// Ten in the morning in Nairobi, on Monday the 23rd of November 2026.
    private final TestClock clock = TestClock.mondayMorning();

    private final Appointments appointments =
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), new AuditLog(clock), clock);
    private final PatientId patient = TestPeople.patient(database);
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void a_visit_goes_from_check_in_to_its_end_and_each_time_is_kept() {
        var appointment = booked(patient, clock.instant().plus(Duration.ofMinutes(30)));

        changed(appointment, AppointmentStatus.CONFIRMED);
        clock.advance(Duration.ofMinutes(20));
        changed(appointment, AppointmentStatus.CHECKED_IN);
        clock.advance(Duration.ofMinutes(15));
        changed(appointment, AppointmentStatus.IN_PROGRESS);
        clock.advance(Duration.ofMinutes(25));
        var visit = changed(appointment, AppointmentStatus.COMPLETED).visit();

        Instant start = TestClock.mondayMorning().instant();
        assertThat(visit)
                .isEqualTo(new Appointment.Visit(
                        start.plus(Duration.ofMinutes(20)),
                        start.plus(Duration.ofMinutes(35)),
                        start.plus(Duration.ofMinutes(60)),
                        Priority.ROUTINE,
                        1));
        assertThat(found(appointment).visit()).isEqualTo(visit);
    }

    @Test
    void the_history_tells_each_step_with_when_and_who() {
        var appointment = booked(patient, clock.instant().plus(Duration.ofHours(3)));
        Instant later = clock.instant().plus(Duration.ofHours(5));
        change(DESK, appointment, StatusRequest.moveTo(later, null));
        change(TestPeople.as(patient), appointment, StatusRequest.because(AppointmentStatus.CANCELLED, "Rain"));

        var steps = database.<Optional<List<HistoryStep>>>write(tx -> appointments.history(tx, DESK, appointment.id()))
                .orElseThrow();

        assertThat(steps)
                .extracting(HistoryStep::from, HistoryStep::to, HistoryStep::role, HistoryStep::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, AppointmentStatus.SCHEDULED, Role.RECEPTIONIST, null),
                        org.assertj.core.groups.Tuple.tuple(
                                AppointmentStatus.SCHEDULED, AppointmentStatus.RESCHEDULED, Role.RECEPTIONIST, null),
                        org.assertj.core.groups.Tuple.tuple(
                                AppointmentStatus.RESCHEDULED, AppointmentStatus.CANCELLED, Role.PATIENT, "Rain"));
        assertThat(steps.get(0).during()).isEqualTo(appointment.booked());
        assertThat(steps.get(1).during().start()).isEqualTo(later);
        assertThat(database.<Optional<List<HistoryStep>>>write(
                        tx -> appointments.history(tx, TestPeople.as(TestPeople.patient(database)), appointment.id())))
                .isEmpty();
    }

    @Test
    void what_is_to_come_does_not_go_back_in_time_and_what_took_place_may_be_set_right() {
        var coming = booked(patient, clock.instant().plus(Duration.ofDays(3)));
        var past = booked(patient, clock.instant().minus(Duration.ofDays(3)));

        assertThat(change(DESK, coming, StatusRequest.moveTo(clock.instant().minus(Duration.ofDays(1)), null)))
                .isEqualTo(new TimeRefusal.InThePast());
        assertThat(change(DESK, past, StatusRequest.moveTo(clock.instant().minus(Duration.ofDays(2)), null)))
                .isInstanceOf(StatusChange.Changed.class);
    }

    @Test
    void a_refused_change_leaves_no_step() {
        var appointment = booked(patient, clock.instant().plus(Duration.ofDays(3)));
        change(DESK, appointment, StatusRequest.of(AppointmentStatus.COMPLETED));

        assertThat(database.<Optional<List<HistoryStep>>>write(tx -> appointments.history(tx, DESK, appointment.id()))
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void tickets_count_from_one_on_each_day_of_each_facility() {
        var kisumu = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        assertThat(ticketAt(1, 0)).isEqualTo(1);
        assertThat(ticketAt(1, 1)).isEqualTo(2);
        assertThat(ticketAt(kisumu.value(), 2)).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(ticketAt(1, 3)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1966-11-23, ELDERLY",
        "1966-11-24, ROUTINE",
        "2021-11-23, ROUTINE",
        "2021-11-24, CHILD",
        "1990-05-31, ROUTINE",
    })
    void whoever_is_sixty_or_under_five_is_seen_before_others(LocalDate born, Priority priority) {
        var details = new PersonDetails("Wanjiku", "Kamau", born, null, null, null, null);
        var appointment = booked(TestPeople.patient(database, details).id(), clock.instant());

        assertThat(changed(appointment, AppointmentStatus.CHECKED_IN).visit().priority())
                .isEqualTo(priority);
    }

    @Test
    void the_desk_says_that_it_is_an_emergency() {
        var appointment = booked(patient, clock.instant());
        var request = new StatusRequest(
                AppointmentStatus.CHECKED_IN, null, null, null, Priority.EMERGENCY, OptionalInt.empty());

        assertThat(((StatusChange.Changed) change(DESK, appointment, request))
                        .appointment()
                        .visit()
                        .priority())
                .isEqualTo(Priority.EMERGENCY);
    }

    @Test
    void a_check_in_that_was_an_error_is_taken_back() {
        var appointment = booked(patient, clock.instant());
        changed(appointment, AppointmentStatus.CHECKED_IN);

        assertThat(changed(appointment, AppointmentStatus.CONFIRMED).visit()).isEqualTo(Appointment.Visit.TO_COME);
    }

    @Test
    void whoever_does_not_come_gives_the_time_free_and_may_come_later_if_it_still_is() {
        var missed = booked(patient, clock.instant());
        changed(missed, AppointmentStatus.NO_SHOW);
        var walkIn = booked(TestPeople.patient(database), clock.instant());

        assertThat(change(DESK, missed, StatusRequest.of(AppointmentStatus.CHECKED_IN)))
                .isEqualTo(new TimeRefusal.ProviderBusy(Optional.of(walkIn)));

        change(DESK, walkIn, StatusRequest.of(AppointmentStatus.CANCELLED));
        assertThat(change(DESK, missed, StatusRequest.of(AppointmentStatus.CHECKED_IN)))
                .isInstanceOf(StatusChange.Changed.class);
    }

    @Test
    void a_patient_who_missed_an_hour_can_be_seen_at_it_by_somebody_else() {
        changed(booked(patient, clock.instant()), AppointmentStatus.NO_SHOW);

        var other = BookingRequest.of(
                patient,
                TestPeople.provider(database),
                CONSULTATION,
                new org.emiadi.platform.TimeRange(
                        clock.instant(), clock.instant().plus(Duration.ofMinutes(30))));
        assertThat(database.<Booking>write(tx -> appointments.book(tx, DESK, other)))
                .isInstanceOf(Booking.Booked.class);
    }

    @Test
    void a_cancellation_says_on_whose_side_the_reason_lies() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        var byPatient = booked(patient, tomorrow);
        var byDesk = booked(patient, tomorrow.plus(Duration.ofHours(1)));
        var onThePhone = booked(patient, tomorrow.plus(Duration.ofHours(2)));

        change(TestPeople.as(patient), byPatient, StatusRequest.of(AppointmentStatus.CANCELLED));
        change(DESK, byDesk, StatusRequest.of(AppointmentStatus.CANCELLED));
        change(
                DESK,
                onThePhone,
                new StatusRequest(
                        AppointmentStatus.CANCELLED, null, "Called", Side.PATIENT, null, OptionalInt.empty()));

        assertThat(found(byPatient).cancelledBy()).isEqualTo(Side.PATIENT);
        assertThat(found(byDesk).cancelledBy()).isEqualTo(Side.CLINIC);
        assertThat(found(onThePhone).cancelledBy()).isEqualTo(Side.PATIENT);
    }

    @Test
    void a_visit_with_a_record_is_not_set_down_as_missed() {
        var appointment = booked(patient, clock.instant());
        database.write(tx -> tx.update("""
                        insert into medical_records (appointment_id, patient_id, provider_id, diagnosis)
                        values (:id, :patient, :provider, 'Malaria')
                        """)
                .bind("id", appointment.id().value())
                .bind("patient", patient.value())
                .bind("provider", provider.value())
                .execute());

        assertThat(change(DESK, appointment, StatusRequest.of(AppointmentStatus.NO_SHOW)))
                .isInstanceOf(StatusChange.HasRecord.class);
    }

    @Test
    void room_cover_and_priority_are_changed_without_another_step() {
        var room = TestFacilities.room(database, TestFacilities.FIRST, "Room 1").value();
        var appointment = booked(patient, clock.instant());

        assertThat(amend(DESK, appointment, new Amendment.Wanted(Optional.of(room), null, null)))
                .isInstanceOfSatisfying(
                        Amendment.Amended.class,
                        amended -> assertThat(amended.appointment()).isEqualTo(found(appointment)));
        assertThat(amend(DESK, appointment, new Amendment.Wanted(Optional.of(999), null, null)))
                .isEqualTo(new Amendment.Unknown(Booking.Named.ROOM));
        assertThat(amend(DESK, appointment, new Amendment.Wanted(null, Optional.of(999), null)))
                .isEqualTo(new Amendment.Unknown(Booking.Named.COVER));
        assertThat(amend(DESK, appointment, new Amendment.Wanted(null, null, Priority.CHILD)))
                .isEqualTo(new Amendment.NotInQueue());
        assertThat(amend(TestPeople.as(patient), appointment, new Amendment.Wanted(Optional.empty(), null, null)))
                .isEqualTo(new Amendment.NotAllowed());
        var other = booked(TestPeople.patient(database), clock.instant().plus(Duration.ofMinutes(30)));
        var before = found(appointment);
        sql("update appointments set start_time = start_time - interval '15 minutes', provider_id = "
                + TestPeople.provider(database).value() + " where id = "
                + other.id().value());
        assertThat(amend(DESK, other, new Amendment.Wanted(Optional.of(room), null, null)))
                .isEqualTo(new Amendment.RoomBusy(Optional.of(before)));
    }

    private int ticketAt(int facility, int number) {
        var request = new BookingRequest(
                TestPeople.patient(database),
                provider,
                CONSULTATION,
                clock.instant().plus(Duration.ofMinutes(30L * number)),
                null,
                new Terms(facility, null, null, null, false, null));
        var booked =
                ((Booking.Booked) database.<Booking>write(tx -> appointments.book(tx, DESK, request))).appointment();
        Integer ticket = changed(booked, AppointmentStatus.CHECKED_IN).visit().ticket();
        return ticket == null ? 0 : ticket;
    }

    private Appointment booked(PatientId whose, Instant start) {
        var request = new BookingRequest(whose, provider, CONSULTATION, start, null, Terms.NONE);
        return ((Booking.Booked) database.<Booking>write(tx -> appointments.book(tx, DESK, request))).appointment();
    }

    private Appointment changed(Appointment appointment, AppointmentStatus to) {
        return ((StatusChange.Changed) change(DESK, appointment, StatusRequest.of(to))).appointment();
    }

    private StatusChange change(Actor actor, Appointment appointment, StatusRequest request) {
        return database.write(tx -> appointments.change(tx, actor, appointment.id(), request));
    }

    private Amendment amend(Actor actor, Appointment appointment, Amendment.Wanted wanted) {
        return database.write(tx -> appointments.amend(tx, actor, appointment.id(), wanted, OptionalInt.empty()));
    }

    private Appointment found(Appointment appointment) {
        return database.<Optional<Appointment>>write(tx -> appointments.find(tx, DESK, appointment.id()))
                .orElseThrow();
    }

    private void sql(String statement) {
        database.write(tx -> tx.update(statement).execute());
    }
}
