package org.emiadi.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.Side;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

class AttendancesTest {
    private static final Actor DESK = TestPeople.DESK;

    private final Database database = TestDatabase.fresh();
    /// Ten in the morning in Nairobi, on the 23rd of November.
    private final TestClock clock = TestClock.mondayMorning();

    private final AuditLog audit = new AuditLog(clock);
    private final Appointments appointments =
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), audit, clock);
    private final Attendances attendances = new Attendances(audit);
    private final PatientId patient = TestPeople.patient(database);
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void a_patient_who_has_just_come_has_nothing_to_their_name() {
        assertThat(of(DESK, patient)).contains(new Attendance(0, 0, 0, 0, 0, null));
    }

    @Test
    void what_was_kept_missed_and_cancelled_is_counted() {
        settle(Duration.ofHours(-1), StatusRequest.of(AppointmentStatus.COMPLETED));
        settle(Duration.ofHours(-2), StatusRequest.of(AppointmentStatus.COMPLETED));
        settle(Duration.ofDays(-3), StatusRequest.of(AppointmentStatus.NO_SHOW));
        settle(Duration.ofHours(-11), StatusRequest.of(AppointmentStatus.NO_SHOW));
        settle(Duration.ofDays(2), cancelledBy(Side.PATIENT));
        settle(Duration.ofDays(3), cancelledBy(Side.CLINIC));
        booked(clock.instant().plus(Duration.ofDays(4)));

        // Eleven hours before ten o'clock was yesterday.
        assertThat(of(DESK, patient)).contains(new Attendance(2, 2, 0, 1, 1, LocalDate.of(2026, 11, 22)));
    }

    @Test
    void a_cancellation_is_late_less_than_24_hours_before_the_start_that_counted_and_on_the_patients_side_only() {
        // Each cancelled before the next is booked, so that they may lie side by side.
        settle(Attendance.NOTICE, cancelledBy(Side.PATIENT));
        settle(Attendance.NOTICE.minusSeconds(1), cancelledBy(Side.PATIENT));
        settle(Duration.ofHours(-1), cancelledBy(Side.PATIENT));
        settle(Duration.ofHours(1), cancelledBy(Side.CLINIC));
        var moved = booked(clock.instant().plus(Duration.ofHours(2)));
        change(moved, StatusRequest.moveTo(clock.instant().plus(Duration.ofDays(9)), null));
        change(moved, cancelledBy(Side.PATIENT));

        assertThat(of(DESK, patient)).contains(new Attendance(0, 0, 2, 4, 1, null));
    }

    @Test
    void a_no_show_that_was_taken_back_is_none() {
        var appointment = booked(clock.instant());
        change(appointment, StatusRequest.of(AppointmentStatus.NO_SHOW));
        change(appointment, StatusRequest.of(AppointmentStatus.CHECKED_IN));

        assertThat(of(DESK, patient).map(Attendance::noShows)).contains(0);
    }

    @Test
    void a_provider_learns_it_of_the_patients_in_their_care_and_patients_of_nobody() {
        settle(Duration.ofHours(-1), StatusRequest.of(AppointmentStatus.COMPLETED));

        assertThat(of(TestPeople.as(provider), patient)).isPresent();
        assertThat(of(TestPeople.as(TestPeople.provider(database)), patient)).isEmpty();
        assertThat(of(TestPeople.as(patient), patient)).isEmpty();
        assertThat(of(DESK, new PatientId(999))).isEmpty();
    }

    @Test
    void reading_it_leaves_a_trace_with_the_patient_and_so_does_being_refused() {
        of(DESK, patient);
        of(TestPeople.as(provider), patient);

        assertThat(database.<String>read(tx -> tx.query("""
                                select string_agg(outcome, ', ' order by id) from audit_entries
                                 where action = 'attendance.read' and patient_id = :patient
                                """)
                        .bind("patient", patient.value())
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("success, refused");
    }

    private static StatusRequest cancelledBy(Side side) {
        return new StatusRequest(AppointmentStatus.CANCELLED, null, null, side, null, OptionalInt.empty());
    }

    private void settle(Duration fromNow, StatusRequest request) {
        change(booked(clock.instant().plus(fromNow)), request);
    }

    private Appointment booked(Instant start) {
        var during = new TimeRange(start, start.plus(Duration.ofMinutes(30)));
        var request = BookingRequest.of(patient, provider, null, during);
        return ((Booking.Booked) database.<Booking>write(tx -> appointments.book(tx, DESK, request))).appointment();
    }

    private void change(Appointment appointment, StatusRequest request) {
        assertThat(database.<StatusChange>write(tx -> appointments.change(tx, DESK, appointment.id(), request)))
                .isInstanceOf(StatusChange.Changed.class);
    }

    private Optional<Attendance> of(Actor actor, PatientId whose) {
        return database.write(tx -> attendances.find(tx, actor, whose));
    }
}
