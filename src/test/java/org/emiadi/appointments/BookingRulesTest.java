package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingRulesTest {
    private static final PatientId PATIENT = new PatientId(1);
    private static final ProviderId PROVIDER = new ProviderId(2);
    private static final Actor DESK = TestPeople.DESK;
    private static final Actor THE_PATIENT = TestPeople.as(PATIENT);
    private static final Actor THE_PROVIDER = TestPeople.as(PROVIDER);

    /// Half past nine in the evening in Nairobi, half past six in UTC.
    private static final Instant NOW = Instant.parse("2026-11-23T18:30:00Z");

    private final BookingRules rules = new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi")));

    @Test
    void the_desk_books_visits_that_took_place() {
        assertThat(refusal(DESK, NOW.minus(Duration.ofDays(3)))).isNull();
    }

    @Test
    void a_patient_books_from_the_next_instant_on() {
        assertThat(refusal(THE_PATIENT, NOW.plusSeconds(1))).isNull();
        assertThat(refusal(THE_PATIENT, NOW)).isEqualTo(new Booking.InThePast());
        assertThat(refusal(THE_PATIENT, NOW.minusSeconds(1))).isEqualTo(new Booking.InThePast());
    }

    @Test
    void patients_book_for_themselves_and_providers_with_themselves() {
        assertThat(refusal(TestPeople.as(new PatientId(3)), NOW.plusSeconds(1))).isEqualTo(new Booking.NotOwn());
        assertThat(refusal(TestPeople.as(new ProviderId(3)), NOW.plusSeconds(1)))
                .isEqualTo(new Booking.NotOwn());
        assertThat(refusal(THE_PROVIDER, NOW.plusSeconds(1))).isNull();
    }

    @Test
    void a_patient_whose_number_is_that_of_the_provider_is_still_not_the_provider() {
        assertThat(refusal(TestPeople.as(new PatientId(PROVIDER.value())), NOW.plusSeconds(1)))
                .isEqualTo(new Booking.NotOwn());
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled, rescheduled, true", "scheduled, completed, true", "scheduled, cancelled, true",
        "scheduled, scheduled, false", "rescheduled, rescheduled, true", "rescheduled, completed, true",
        "rescheduled, cancelled, true", "rescheduled, scheduled, false", "completed, scheduled, false",
        "completed, rescheduled, false", "completed, cancelled, false", "completed, completed, false",
        "cancelled, scheduled, false", "cancelled, rescheduled, false", "cancelled, completed, false",
        "cancelled, cancelled, false"
    })
    void the_table_of_transitions(String from, String to, boolean allowed) {
        var before = appointment(status(from), NOW.minus(Duration.ofHours(2)));

        var refusal = rules.refusal(DESK, before, request(status(to), NOW.plusSeconds(60)), NOW);

        assertThat(refusal.isEmpty()).isEqualTo(allowed);
        if (!allowed) {
            assertThat(refusal).contains(new StatusChange.NoSense(status(from), status(to)));
        }
    }

    @Test
    void a_visit_is_completed_from_the_clinics_day_on_which_it_takes_place() {
        // 21:30 to midnight in Nairobi is two and a half hours; the next day there begins while UTC still has Monday.
        Instant tonight = NOW.plus(Duration.ofHours(2));
        Instant afterMidnight = NOW.plus(Duration.ofHours(3));

        assertThat(complete(tonight)).isNull();
        assertThat(complete(afterMidnight)).isEqualTo(new StatusChange.TooEarly());
        assertThat(complete(NOW.minus(Duration.ofDays(9)))).isNull();
    }

    @Test
    void a_patient_cancels_and_moves_what_has_not_begun() {
        var coming = appointment(AppointmentStatus.SCHEDULED, NOW.plusSeconds(1));
        var begun = appointment(AppointmentStatus.SCHEDULED, NOW);

        assertThat(refusal(THE_PATIENT, coming, AppointmentStatus.CANCELLED, null))
                .isNull();
        assertThat(refusal(THE_PATIENT, begun, AppointmentStatus.CANCELLED, null))
                .isEqualTo(new StatusChange.HasBegun());
        assertThat(refusal(THE_PATIENT, coming, AppointmentStatus.RESCHEDULED, NOW.plusSeconds(9)))
                .isNull();
        assertThat(refusal(THE_PATIENT, coming, AppointmentStatus.RESCHEDULED, NOW))
                .isEqualTo(new StatusChange.InThePast());
    }

    @Test
    void a_patient_never_completes() {
        var visit = appointment(AppointmentStatus.SCHEDULED, NOW);

        assertThat(refusal(THE_PATIENT, visit, AppointmentStatus.COMPLETED, null))
                .isEqualTo(new StatusChange.NotAllowed());
        assertThat(refusal(THE_PROVIDER, visit, AppointmentStatus.COMPLETED, null))
                .isNull();
    }

    @Test
    void whoever_has_seen_an_older_version_changes_nothing() {
        var request = new StatusRequest(AppointmentStatus.CANCELLED, null, null, null, OptionalInt.of(4));

        assertThat(rules.refusal(DESK, appointment(AppointmentStatus.SCHEDULED, NOW), request, NOW))
                .contains(new StatusChange.Stale());
    }

    @Test
    void a_moved_appointment_keeps_its_length_unless_told_otherwise() {
        var before = appointment(AppointmentStatus.SCHEDULED, NOW);

        assertThat(BookingRules.endOf(
                        before, request(AppointmentStatus.RESCHEDULED, NOW.plusSeconds(60)), NOW.plusSeconds(60)))
                .isEqualTo(NOW.plusSeconds(60).plus(Duration.ofMinutes(30)));
    }

    @Test
    void times_end_after_they_start_and_within_a_day() {
        assertThat(BookingRules.faultIn(NOW, NOW)).contains("end-after-start");
        assertThat(BookingRules.faultIn(NOW, NOW.minusSeconds(1))).contains("end-after-start");
        assertThat(BookingRules.faultIn(NOW, NOW.plusSeconds(1))).isEmpty();
        assertThat(BookingRules.faultIn(NOW, NOW.plus(BookingRules.LONGEST))).isEmpty();
        assertThat(BookingRules.faultIn(NOW, NOW.plus(BookingRules.LONGEST).plusSeconds(1)))
                .contains("at-most-a-day");
    }

    private @Nullable Booking refusal(Actor actor, Instant start) {
        return rules.refusal(actor, new BookingRequest(PATIENT, PROVIDER, null, half(start)), NOW)
                .orElse(null);
    }

    private @Nullable StatusChange complete(Instant start) {
        return refusal(
                THE_PROVIDER, appointment(AppointmentStatus.SCHEDULED, start), AppointmentStatus.COMPLETED, null);
    }

    private @Nullable StatusChange refusal(
            Actor actor, Appointment before, AppointmentStatus to, @Nullable Instant newStart) {
        return rules.refusal(actor, before, request(to, newStart), NOW).orElse(null);
    }

    private static StatusRequest request(AppointmentStatus to, @Nullable Instant newStart) {
        return new StatusRequest(to, newStart, null, null, OptionalInt.empty());
    }

    private static Appointment appointment(AppointmentStatus status, Instant start) {
        var moved = status == AppointmentStatus.RESCHEDULED ? half(start) : null;
        return new Appointment(new AppointmentId(7), null, PATIENT, PROVIDER, half(start), status, moved, null, 5);
    }

    private static TimeRange half(Instant start) {
        return new TimeRange(start, start.plus(Duration.ofMinutes(30)));
    }

    private static AppointmentStatus status(String text) {
        return AppointmentStatus.parse(text).orElseThrow();
    }
}
