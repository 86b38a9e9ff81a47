package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.TestHours;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Database;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppointmentsTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final Instant NINE = Instant.parse("2026-11-30T06:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final Appointments appointments =
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), new AuditLog(clock), clock);
    private final PatientId patient = TestPeople.patient(database);
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void the_provider_is_not_booked_twice_and_the_desk_is_told_with_what() {
        var first = booked(patient, provider, NINE);

        var second = book(DESK, TestPeople.patient(database), provider, NINE.plus(Duration.ofMinutes(29)));

        assertThat(second).isEqualTo(new TimeRefusal.ProviderBusy(Optional.of(first)));
    }

    @Test
    void the_patient_is_not_booked_twice() {
        var first = booked(patient, provider, NINE);

        var second = book(DESK, patient, TestPeople.provider(database), NINE);

        assertThat(second).isEqualTo(new TimeRefusal.PatientBusy(Optional.of(first)));
    }

    @Test
    void one_appointment_may_begin_as_the_other_ends() {
        booked(patient, provider, NINE);

        assertThat(book(DESK, patient, provider, NINE.plus(HALF_AN_HOUR))).isInstanceOf(Booking.Booked.class);
        assertThat(book(DESK, patient, provider, NINE.minus(HALF_AN_HOUR))).isInstanceOf(Booking.Booked.class);
    }

    @Test
    void a_patient_is_not_told_whose_appointment_is_in_the_way() {
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0));
        booked(patient, provider, NINE);
        var other = TestPeople.patient(database);

        assertThat(book(TestPeople.as(other), other, provider, NINE))
                .isEqualTo(new TimeRefusal.ProviderBusy(Optional.empty()));
    }

    @Test
    void what_a_request_names_must_be_there() {
        assertThat(book(DESK, new PatientId(provider.value()), provider, NINE))
                .isEqualTo(new Booking.Unknown(Booking.Named.PATIENT));
        assertThat(book(DESK, patient, new ProviderId(patient.value()), NINE))
                .isEqualTo(new Booking.Unknown(Booking.Named.PROVIDER));
        var request = BookingRequest.of(patient, provider, 999, half(NINE));
        assertThat(database.<Booking>write(tx -> appointments.book(tx, DESK, request)))
                .isEqualTo(new Booking.Unknown(Booking.Named.TYPE));
    }

    @Test
    void a_cancelled_appointment_frees_its_time() {
        cancel(DESK, booked(patient, provider, NINE));

        assertThat(book(DESK, TestPeople.patient(database), provider, NINE)).isInstanceOf(Booking.Booked.class);
    }

    @Test
    void a_moved_appointment_takes_its_new_time_and_frees_the_old_one() {
        var appointment = booked(patient, provider, NINE);
        var moved = move(DESK, appointment, NINE.plus(Duration.ofHours(3)));
        assertThat(moved).isInstanceOf(StatusChange.Changed.class);

        assertThat(book(DESK, TestPeople.patient(database), provider, NINE)).isInstanceOf(Booking.Booked.class);
        assertThat(book(DESK, TestPeople.patient(database), provider, NINE.plus(Duration.ofHours(3))))
                .isInstanceOf(TimeRefusal.ProviderBusy.class);
    }

    @Test
    void a_completed_appointment_still_takes_its_time() {
        var appointment = booked(patient, provider, clock.instant());
        change(DESK, appointment, AppointmentStatus.COMPLETED, null);

        assertThat(book(DESK, TestPeople.patient(database), provider, clock.instant()))
                .isInstanceOf(TimeRefusal.ProviderBusy.class);
    }

    @Test
    void an_appointment_is_not_moved_onto_another_and_stays_where_it_was() {
        var other = booked(TestPeople.patient(database), provider, NINE);
        var appointment = booked(patient, provider, NINE.plus(Duration.ofHours(1)));

        assertThat(move(DESK, appointment, NINE)).isEqualTo(new TimeRefusal.ProviderBusy(Optional.of(other)));
        assertThat(find(DESK, appointment.id())).contains(appointment);
    }

    @Test
    void an_appointment_is_not_moved_to_where_its_patient_is_elsewhere() {
        var other = booked(patient, TestPeople.provider(database), NINE);
        var appointment = booked(patient, provider, NINE.plus(Duration.ofHours(1)));

        assertThat(move(DESK, appointment, NINE)).isEqualTo(new TimeRefusal.PatientBusy(Optional.of(other)));
    }

    @Test
    void an_appointment_can_be_moved_a_little_over_its_own_old_time() {
        var appointment = booked(patient, provider, NINE);

        assertThat(move(DESK, appointment, NINE.plus(Duration.ofMinutes(10)))).isInstanceOf(StatusChange.Changed.class);
    }

    @Test
    void patients_and_providers_see_their_own_appointments_only() {
        var own = booked(patient, provider, NINE);
        var others = booked(TestPeople.patient(database), TestPeople.provider(database), NINE);

        assertThat(find(TestPeople.as(patient), own.id())).contains(own);
        assertThat(find(TestPeople.as(patient), others.id())).isEmpty();
        assertThat(find(TestPeople.as(provider), own.id())).contains(own);
        assertThat(find(TestPeople.as(provider), others.id())).isEmpty();
        assertThat(cancel(TestPeople.as(patient), others)).isInstanceOf(StatusChange.Absent.class);
        assertThat(list(TestPeople.as(patient), AppointmentFilter.of(others.patient())))
                .isEmpty();
    }

    @Test
    void a_list_narrows_by_status_time_provider_and_patient() {
        var first = booked(patient, provider, NINE);
        var second = booked(patient, provider, NINE.plus(Duration.ofDays(1)));
        cancel(DESK, second);

        assertThat(list(
                        DESK,
                        new AppointmentFilter(
                                Optional.of(AppointmentStatus.SCHEDULED),
                                Optional.of(NINE),
                                Optional.of(NINE.plusSeconds(1)),
                                Optional.of(provider),
                                Optional.of(patient),
                                Optional.of(1))))
                .containsExactly(first.id());
        assertThat(list(DESK, AppointmentFilter.of(patient))).containsExactly(first.id(), second.id());
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_also_where_many_start_at_once() {
        for (int i = 0; i < 7; i++) {
            booked(TestPeople.patient(database), TestPeople.provider(database), NINE);
        }
        var filter = new AppointmentFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        var seen = new ArrayList<AppointmentId>();
        var slice = Optional.of(Slice.first(3));
        while (slice.isPresent()) {
            var asked = slice.get();
            var page = database.write(tx -> appointments.list(tx, DESK, filter, asked));
            page.rows().forEach(row -> seen.add(row.id()));
            slice = page.next().map(cursor -> new Slice(3, Optional.of(cursor)));
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void what_is_over_or_cancelled_comes_latest_first_page_by_page() {
        var yesterday = booked(patient, provider, clock.instant().minus(Duration.ofDays(1)));
        var before = booked(patient, provider, clock.instant().minus(Duration.ofDays(2)));
        booked(patient, provider, NINE);
        var cancelled = booked(patient, provider, NINE.plus(Duration.ofDays(1)));
        cancel(DESK, cancelled);
        booked(TestPeople.patient(database), provider, clock.instant().minus(Duration.ofDays(3)));

        var first = over(TestPeople.as(patient), Slice.first(2));
        var second = over(TestPeople.as(patient), new Slice(2, first.next()));

        assertThat(first.rows()).extracting(Appointment::id).containsExactly(cancelled.id(), yesterday.id());
        assertThat(second.rows()).extracting(Appointment::id).containsExactly(before.id());
        assertThat(second.next()).isEmpty();
        assertThat(over(TestPeople.as(TestPeople.patient(database)), Slice.first(2))
                        .rows())
                .isEmpty();
    }

    private Page<Appointment> over(Actor actor, Slice slice) {
        return database.write(tx -> appointments.listOver(tx, actor, patient, slice));
    }

    @Test
    void the_schema_itself_refuses_an_overlap_that_no_rule_has_seen() {
        booked(patient, provider, NINE);

        assertThatThrownBy(() -> database.write(tx -> tx.update("""
                        insert into appointments (patient_id, provider_id, start_time, end_time, status)
                        select patient_id, provider_id, start_time, end_time, 'completed' from appointments
                        """).execute()))
                .satisfies(refusal -> assertThat(Constraint.in(refusal))
                        .map(Constraint::state)
                        .contains(Constraint.EXCLUSION));
    }

    private Appointment booked(PatientId patient, ProviderId provider, Instant start) {
        return ((Booking.Booked) book(DESK, patient, provider, start)).appointment();
    }

    private Booking book(Actor actor, PatientId patient, ProviderId provider, Instant start) {
        var request = BookingRequest.of(patient, provider, 1, half(start));
        return database.write(tx -> appointments.book(tx, actor, request));
    }

    private StatusChange cancel(Actor actor, Appointment appointment) {
        return change(actor, appointment, AppointmentStatus.CANCELLED, null);
    }

    private StatusChange move(Actor actor, Appointment appointment, Instant start) {
        return change(actor, appointment, AppointmentStatus.RESCHEDULED, start);
    }

    private StatusChange change(Actor actor, Appointment appointment, AppointmentStatus to, @Nullable Instant start) {
        var request = start == null ? StatusRequest.of(to) : StatusRequest.moveTo(start, null);
        return database.write(tx -> appointments.change(tx, actor, appointment.id(), request));
    }

    private Optional<Appointment> find(Actor actor, AppointmentId id) {
        return database.write(tx -> appointments.find(tx, actor, id));
    }

    private java.util.List<AppointmentId> list(Actor actor, AppointmentFilter filter) {
        var page = database.write(tx -> appointments.list(tx, actor, filter, Slice.first(Slice.MOST)));
        return page.rows().stream().map(Appointment::id).toList();
    }

    private static TimeRange half(Instant start) {
        return new TimeRange(start, start.plus(HALF_AN_HOUR));
    }
}
