package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.OptionalInt;
import org.emiadi.appointments.AppointmentType.BookableBy;
import org.emiadi.appointments.AppointmentType.Details;
import org.emiadi.appointments.AppointmentType.Looks;
import org.emiadi.appointments.BookingRequest.Terms;
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
import org.junit.jupiter.params.provider.EnumSource;

class BookingRulesTest {
    private static final PatientId PATIENT = new PatientId(1);
    private static final ProviderId PROVIDER = new ProviderId(2);
    private static final Actor DESK = TestPeople.DESK;
    private static final Actor THE_PATIENT = TestPeople.as(PATIENT);
    private static final Actor THE_PROVIDER = TestPeople.as(PROVIDER);
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final Appointment.Place HERE = new Appointment.Place(1, NAIROBI, null, false);

    /// Half past nine in the evening in Nairobi, half past six in UTC.
    private static final Instant NOW = Instant.parse("2026-11-23T18:30:00Z");

    private static final Instant TOMORROW = NOW.plus(Duration.ofHours(20));

    private final BookingRules rules = new BookingRules(new ClinicTime(NAIROBI));

    @Test
    void patients_book_for_themselves_and_providers_with_themselves() {
        assertThat(BookingRules.isOwn(THE_PATIENT, wish(TOMORROW))).isTrue();
        assertThat(BookingRules.isOwn(THE_PROVIDER, wish(TOMORROW))).isTrue();
        assertThat(BookingRules.isOwn(DESK, wish(TOMORROW))).isTrue();
        assertThat(BookingRules.isOwn(TestPeople.as(new PatientId(3)), wish(TOMORROW)))
                .isFalse();
        assertThat(BookingRules.isOwn(TestPeople.as(new ProviderId(3)), wish(TOMORROW)))
                .isFalse();
    }

    @Test
    void a_patient_whose_number_is_that_of_the_provider_is_still_not_the_provider() {
        assertThat(BookingRules.isOwn(TestPeople.as(new PatientId(PROVIDER.value())), wish(TOMORROW)))
                .isFalse();
    }

    @Test
    void a_patient_books_slots_of_a_type_from_the_notice_to_the_horizon() {
        Instant earliest = NOW.plus(Duration.ofHours(1));
        Instant afterTheLastDay = Instant.parse("2027-02-21T21:00:00Z");

        assertThat(patientsRefusal(earliest, true)).isNull();
        assertThat(patientsRefusal(earliest.minusSeconds(1), true)).isEqualTo(new TimeRefusal.NotOffered());
        assertThat(patientsRefusal(afterTheLastDay.minusSeconds(1), true)).isNull();
        assertThat(patientsRefusal(afterTheLastDay, true)).isEqualTo(new TimeRefusal.NotOffered());
        assertThat(patientsRefusal(TOMORROW, false)).isEqualTo(new TimeRefusal.NotOffered());
        assertThat(patientsRefusal(NOW, true)).isEqualTo(new TimeRefusal.InThePast());
    }

    @Test
    void a_patient_says_what_it_is_for_and_takes_no_type_that_staff_book() {
        var withoutType = facts(TOMORROW, null, true, 1, true);
        var ofStaff = facts(TOMORROW, type(BookableBy.STAFF), true, 1, true);

        assertThat(rules.refusal(THE_PATIENT, wish(TOMORROW), withoutType, NOW)).contains(new Booking.TypeRequired());
        assertThat(rules.refusal(THE_PATIENT, wish(TOMORROW), ofStaff, NOW)).contains(new TimeRefusal.StaffOnly());
        assertThat(rules.refusal(DESK, wish(TOMORROW), ofStaff, NOW)).isEmpty();
    }

    @Test
    void staff_book_within_the_hours_or_say_why_not() {
        var open = facts(TOMORROW, null, true, 1, false);
        var closed = facts(TOMORROW, null, true, 0, false);

        assertThat(rules.refusal(DESK, wish(TOMORROW), open, NOW)).isEmpty();
        assertThat(rules.refusal(DESK, wish(TOMORROW), closed, NOW)).contains(new TimeRefusal.OutsideHours());
        assertThat(rules.refusal(THE_PROVIDER, wish(TOMORROW), closed, NOW)).contains(new TimeRefusal.OutsideHours());
        assertThat(rules.refusal(DESK, wish(TOMORROW, Terms.outsideHours("On call")), closed, NOW))
                .isEmpty();
    }

    @Test
    void staff_book_a_provider_without_published_hours_at_any_time() {
        assertThat(rules.refusal(DESK, wish(TOMORROW), facts(TOMORROW, null, false, 0, false), NOW))
                .isEmpty();
    }

    @Test
    void the_desk_books_visits_that_took_place_whatever_the_hours() {
        var past = NOW.minus(Duration.ofDays(3));

        assertThat(rules.refusal(DESK, wish(past), facts(past, null, true, 0, false), NOW))
                .isEmpty();
    }

    @Test
    void a_type_is_booked_with_providers_who_offer_it() {
        var facts = new BookingFacts(
                null,
                half(TOMORROW),
                type(BookableBy.PATIENTS),
                false,
                new BookingFacts.Hours(true, 1),
                true,
                HERE,
                null,
                null);

        assertThat(rules.refusal(DESK, wish(TOMORROW), facts, NOW)).contains(new Booking.TypeNotOffered());
    }

    @Test
    void an_expired_cover_is_refused_to_patients_and_told_to_staff() {
        // 20 hours on it is the 24th in Nairobi.
        var lastDay = covered(LocalDate.parse("2026-11-24"));
        var dayBefore = covered(LocalDate.parse("2026-11-23"));

        assertThat(rules.refusal(THE_PATIENT, wish(TOMORROW), lastDay, NOW)).isEmpty();
        assertThat(rules.refusal(THE_PATIENT, wish(TOMORROW), dayBefore, NOW)).contains(new Booking.CoverExpired());
        assertThat(rules.refusal(DESK, wish(TOMORROW), dayBefore, NOW)).isEmpty();
        assertThat(dayBefore.coverExpires()).isTrue();
        assertThat(lastDay.coverExpires()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled, confirmed rescheduled checked_in in_progress completed cancelled no_show",
        "rescheduled, confirmed rescheduled checked_in in_progress completed cancelled no_show",
        "confirmed, rescheduled checked_in in_progress completed cancelled no_show",
        "checked_in, confirmed rescheduled in_progress completed cancelled",
        "in_progress, checked_in completed",
        "no_show, confirmed checked_in",
        "completed, ''",
        "cancelled, ''"
    })
    void the_table_of_steps(String from, String next) {
        var allowed = EnumSet.noneOf(AppointmentStatus.class);
        next.lines()
                .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                .filter(word -> !word.isEmpty())
                .map(BookingRulesTest::status)
                .forEach(allowed::add);
        var before = appointment(status(from), NOW.minus(Duration.ofHours(2)));

        for (AppointmentStatus to : AppointmentStatus.values()) {
            var refusal = BookingRules.refusal(DESK, before, request(to), NOW);
            if (allowed.contains(to)) {
                assertThat(refusal).as("%s to %s", from, to).isEmpty();
            } else {
                assertThat(refusal).as("%s to %s", from, to).contains(new StatusChange.NoSense(before.status(), to));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void a_patient_confirms_moves_and_cancels_what_is_to_come_and_nothing_else(AppointmentStatus from) {
        var before = appointment(from, NOW.plusSeconds(1));

        for (AppointmentStatus to : from.next()) {
            boolean theirs = AppointmentStatus.COMING.contains(from)
                    && EnumSet.of(
                                    AppointmentStatus.CONFIRMED,
                                    AppointmentStatus.RESCHEDULED,
                                    AppointmentStatus.CANCELLED)
                            .contains(to);
            var refusal = BookingRules.refusal(THE_PATIENT, before, request(to), NOW);
            if (theirs) {
                assertThat(refusal).as("%s to %s", from, to).isEmpty();
            } else {
                assertThat(refusal).as("%s to %s", from, to).contains(new StatusChange.NotAllowed());
            }
        }
    }

    @Test
    void a_visit_is_completed_from_the_facilitys_day_on_which_it_takes_place() {
        // 21:30 to midnight in Nairobi is two and a half hours; the next day there begins while UTC still has Monday.
        Instant tonight = NOW.plus(Duration.ofHours(2));
        Instant afterMidnight = NOW.plus(Duration.ofHours(3));

        assertThat(refusal(THE_PROVIDER, tonight, AppointmentStatus.COMPLETED)).isNull();
        assertThat(refusal(THE_PROVIDER, afterMidnight, AppointmentStatus.COMPLETED))
                .isEqualTo(new StatusChange.TooEarly(AppointmentStatus.COMPLETED));
        assertThat(refusal(THE_PROVIDER, NOW.minus(Duration.ofDays(9)), AppointmentStatus.COMPLETED))
                .isNull();
    }

    @Test
    void patients_check_in_on_the_facilitys_day_alone() {
        assertThat(refusal(DESK, NOW.plus(Duration.ofHours(2)), AppointmentStatus.CHECKED_IN))
                .isNull();
        assertThat(refusal(DESK, NOW.plus(Duration.ofHours(3)), AppointmentStatus.CHECKED_IN))
                .isEqualTo(new StatusChange.NotToday());
        assertThat(refusal(DESK, NOW.minus(Duration.ofDays(1)), AppointmentStatus.CHECKED_IN))
                .isEqualTo(new StatusChange.NotToday());
    }

    @Test
    void nobody_has_failed_to_come_before_it_begins() {
        assertThat(refusal(DESK, NOW.plusSeconds(1), AppointmentStatus.NO_SHOW))
                .isEqualTo(new StatusChange.TooEarly(AppointmentStatus.NO_SHOW));
        assertThat(refusal(DESK, NOW, AppointmentStatus.NO_SHOW)).isNull();
    }

    @Test
    void a_patient_cancels_and_moves_what_has_not_begun() {
        assertThat(refusal(THE_PATIENT, NOW.plusSeconds(1), AppointmentStatus.CANCELLED))
                .isNull();
        assertThat(refusal(THE_PATIENT, NOW, AppointmentStatus.CANCELLED)).isEqualTo(new StatusChange.HasBegun());
        assertThat(refusal(THE_PATIENT, NOW, AppointmentStatus.RESCHEDULED)).isEqualTo(new StatusChange.HasBegun());
    }

    @Test
    void whoever_has_seen_an_older_version_changes_nothing() {
        var request = StatusRequest.of(AppointmentStatus.CANCELLED).expecting(OptionalInt.of(4));

        assertThat(BookingRules.refusal(DESK, appointment(AppointmentStatus.SCHEDULED, NOW), request, NOW))
                .contains(new StatusChange.Stale());
    }

    @Test
    void a_moved_appointment_keeps_its_length_unless_told_otherwise() {
        var before = appointment(AppointmentStatus.SCHEDULED, NOW);

        assertThat(BookingRules.endOf(before, new StatusRequest.Move(TOMORROW, null, false)))
                .isEqualTo(TOMORROW.plus(Duration.ofMinutes(30)));
        assertThat(BookingRules.endOf(before, new StatusRequest.Move(TOMORROW, TOMORROW.plusSeconds(60), false)))
                .isEqualTo(TOMORROW.plusSeconds(60));
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

    private @Nullable Booking patientsRefusal(Instant start, boolean isSlot) {
        return rules.refusal(THE_PATIENT, wish(start), facts(start, type(BookableBy.PATIENTS), true, 1, isSlot), NOW)
                .orElse(null);
    }

    private @Nullable StatusChange refusal(Actor actor, Instant start, AppointmentStatus to) {
        return BookingRules.refusal(actor, appointment(AppointmentStatus.SCHEDULED, start), request(to), NOW)
                .orElse(null);
    }

    private static StatusRequest request(AppointmentStatus to) {
        return to == AppointmentStatus.RESCHEDULED ? StatusRequest.moveTo(TOMORROW, null) : StatusRequest.of(to);
    }

    private static Wish wish(Instant start) {
        return wish(start, Terms.NONE);
    }

    private static Wish wish(Instant start, Terms terms) {
        return Wish.of(BookingRequest.of(PATIENT, PROVIDER, null, half(start)).with(terms));
    }

    private static BookingFacts facts(
            Instant start, @Nullable AppointmentType type, boolean published, int capacity, boolean isSlot) {
        return new BookingFacts(
                null, half(start), type, true, new BookingFacts.Hours(published, capacity), isSlot, HERE, null, null);
    }

    private static BookingFacts covered(LocalDate end) {
        return new BookingFacts(
                null,
                half(TOMORROW),
                type(BookableBy.PATIENTS),
                true,
                new BookingFacts.Hours(true, 1),
                true,
                HERE,
                end,
                null);
    }

    private static AppointmentType type(BookableBy by) {
        return new AppointmentType(1, new Details("Consultation", Timing.USUAL, by, Looks.USUAL, OfferedBy.ALL), 1);
    }

    private static Appointment appointment(AppointmentStatus status, Instant start) {
        var moved = status == AppointmentStatus.RESCHEDULED ? half(start) : null;
        return new Appointment(
                new AppointmentId(7),
                new Reference("K7MPX2QA"),
                null,
                PATIENT,
                PROVIDER,
                half(start),
                status,
                moved,
                null,
                HERE,
                null,
                null,
                Appointment.Visit.TO_COME,
                null,
                5);
    }

    private static TimeRange half(Instant start) {
        return new TimeRange(start, start.plus(Duration.ofMinutes(30)));
    }

    private static AppointmentStatus status(String text) {
        return AppointmentStatus.parse(text).orElseThrow();
    }
}
