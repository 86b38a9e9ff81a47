package org.emiadi.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.series.TestSeries.HALF_AN_HOUR;
import static org.emiadi.series.TestSeries.at;
import static org.emiadi.series.TestSeries.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRequest.Terms;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.insurance.CoverOutcome;
import org.emiadi.insurance.Covers;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A provider works from eight to twelve every day; somebody wants three Mondays in a row, at nine.
class AppointmentSeriesTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final Rhythm THREE_WEEKS = new Rhythm.EveryWeeks(3, 1);
    private static final Instant FIRST = at("2026-11-30T09:00");
    private static final Instant SECOND = at("2026-12-07T09:00");
    private static final Instant THIRD = at("2026-12-14T09:00");

    private final TestSeries clinic = new TestSeries();
    private final PatientId patient = TestPeople.patient(clinic.database);
    private final ProviderId provider = TestPeople.provider(clinic.database);
    private final Actor self = TestPeople.as(patient);

    @BeforeEach
    void the_provider_works() {
        TestHours.everyDay(clinic.database, provider, LocalTime.of(8, 0), LocalTime.of(12, 0));
    }

    @Test
    void a_preview_tells_that_all_visits_are_free_and_writes_nothing_but_its_trace() {
        assertThat(clinic.planned(self, threeWeeks())).containsExactly(free(FIRST), free(SECOND), free(THIRD));

        assertThat(clinic.count("select count(*) from appointments")).isZero();
        assertThat(clinic.count("select count(*) from appointment_history")).isZero();
        assertThat(clinic.trail()).containsExactly("series.previewed success 3 visits, 0 not to be had");
    }

    @Test
    void a_series_is_booked_whole_and_its_visits_know_it() {
        var booked = clinic.booked(self, threeWeeks());

        var visits = clinic.visits(booked.series().id());
        assertThat(visits).extracting(Appointment::id).isEqualTo(booked.appointments());
        assertThat(visits).extracting(visit -> visit.during().start()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(visits)
                .extracting(Appointment::seriesId)
                .containsOnly(booked.series().id().value());
        assertThat(clinic.trail())
                .containsExactly(
                        "appointment.booked success",
                        "appointment.booked success",
                        "appointment.booked success",
                        "series.booked success 3 visits",
                        "series.read success");
    }

    @Test
    void where_a_visit_is_taken_none_is_booked_and_the_nearest_slot_is_told_the_later_of_two() {
        var taken = clinic.visit(TestPeople.patient(clinic.database), provider, SECOND);

        var outcome = clinic.book(DESK, threeWeeks());

        assertThat(outcome)
                .isEqualTo(new SeriesBooking.Conflicting(List.of(
                        free(FIRST),
                        new PlannedVisit(
                                half(SECOND),
                                Optional.of(new TimeRefusal.ProviderBusy(Optional.of(taken))),
                                false,
                                Optional.of(half(SECOND.plus(HALF_AN_HOUR)))),
                        free(THIRD))));
        assertThat(clinic.count("select count(*) from appointments")).isOne();
        assertThat(clinic.count("select count(*) from appointment_series")).isZero();
        assertThat(clinic.trail())
                .containsExactly("appointment.booked success", "series.booked refused 3 visits, 1 not to be had");
    }

    @Test
    void a_patient_is_not_told_who_is_in_the_way() {
        clinic.visit(TestPeople.patient(clinic.database), provider, SECOND);

        assertThat(clinic.planned(self, threeWeeks()).get(1).refusal())
                .contains(new TimeRefusal.ProviderBusy(Optional.empty()));
    }

    @Test
    void an_alternative_is_nothing_at_which_the_patient_is_elsewhere() {
        var other = TestPeople.provider(clinic.database);
        clinic.visit(TestPeople.patient(clinic.database), provider, SECOND);
        clinic.visit(patient, other, SECOND.plus(HALF_AN_HOUR));

        assertThat(clinic.planned(self, threeWeeks()).get(1).alternative()).contains(half(SECOND.minus(HALF_AN_HOUR)));
    }

    @Test
    void an_alternative_suits_the_patient_also_where_the_actor_may_not_see_what_else_they_have() {
        var other = TestPeople.provider(clinic.database);
        clinic.visit(TestPeople.patient(clinic.database), provider, SECOND);
        clinic.visit(patient, other, SECOND.plus(HALF_AN_HOUR));
        clinic.visit(patient, other, SECOND.minus(HALF_AN_HOUR));

        assertThat(clinic.planned(TestPeople.as(provider), threeWeeks()).get(1).alternative())
                .contains(half(SECOND.plus(HALF_AN_HOUR.multipliedBy(2))));
    }

    @Test
    void an_alternative_is_nothing_that_another_visit_of_the_series_takes_or_is_offered() {
        var times = new Rhythm.At(List.of(FIRST, FIRST.plus(HALF_AN_HOUR), FIRST.plus(HALF_AN_HOUR.multipliedBy(2))));
        clinic.visit(TestPeople.patient(clinic.database), provider, FIRST);
        clinic.visit(TestPeople.patient(clinic.database), provider, FIRST.plus(HALF_AN_HOUR));

        assertThat(clinic.planned(self, request(patient, provider, FIRST, times)))
                .extracting(PlannedVisit::alternative)
                .containsExactly(
                        Optional.of(half(FIRST.minus(HALF_AN_HOUR))),
                        Optional.of(half(FIRST.plus(HALF_AN_HOUR.multipliedBy(3)))),
                        Optional.empty());
    }

    @Test
    void an_alternative_is_on_another_day_where_that_one_is_full_but_within_a_week() {
        var elsewhere = TestPeople.provider(clinic.database);
        oneDay(elsewhere, FIRST, 9, 10);
        oneDay(elsewhere, at("2026-12-04T09:00"), 9, 10);
        oneDay(elsewhere, at("2026-12-21T09:00"), 9, 10);

        assertThat(clinic.planned(DESK, request(patient, elsewhere, FIRST, THREE_WEEKS)))
                .extracting(PlannedVisit::alternative)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(half(at("2026-12-04T09:30"))),
                        Optional.of(half(at("2026-12-21T09:00"))));
        assertThat(clinic.planned(DESK, request(patient, elsewhere, FIRST, new Rhythm.EveryWeeks(4, 1))))
                .extracting(PlannedVisit::alternative)
                .as("the 21st is a visit of the series, and half past nine is more than a week away")
                .containsExactly(
                        Optional.empty(),
                        Optional.of(half(at("2026-12-04T09:30"))),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    void an_alternative_is_never_over_already() {
        clinic.clock.advance(Duration.ofDays(7).minusMinutes(90));
        clinic.visit(TestPeople.patient(clinic.database), provider, FIRST);

        assertThat(clinic.planned(DESK, threeWeeks()).getFirst().alternative())
                .contains(half(FIRST.plus(HALF_AN_HOUR)));
        clinic.visit(TestPeople.patient(clinic.database), provider, FIRST.plus(HALF_AN_HOUR));
        clinic.clock.advance(Duration.ofMinutes(5));
        assertThat(clinic.planned(DESK, threeWeeks()).getFirst().alternative())
                .contains(half(FIRST.plus(HALF_AN_HOUR.multipliedBy(2))));
    }

    @Test
    void what_the_preview_offers_can_be_booked() {
        clinic.visit(TestPeople.patient(clinic.database), provider, SECOND);
        var accepted = clinic.planned(self, threeWeeks()).stream()
                .map(visit -> visit.alternative().orElse(visit.during()).start())
                .toList();

        var booked = clinic.booked(self, request(patient, provider, FIRST, new Rhythm.At(accepted)));

        assertThat(clinic.visits(booked.series().id()))
                .extracting(visit -> visit.during().start())
                .isEqualTo(accepted);
    }

    @Test
    void a_visit_in_the_way_of_another_of_the_series_is_not_shown_as_if_it_were_there() {
        var times = new Rhythm.At(List.of(FIRST, FIRST.plus(Duration.ofMinutes(10))));

        assertThat(clinic.planned(DESK, request(patient, provider, FIRST, times))
                        .getLast()
                        .refusal())
                .contains(new TimeRefusal.ProviderBusy(Optional.empty()));
    }

    @Test
    void patients_get_offered_slots_within_their_horizon_and_staff_any_time_within_the_hours() {
        var yearly = new Rhythm.EveryMonths(2, 12);
        var tenPast = FIRST.plus(Duration.ofMinutes(10));

        assertThat(clinic.planned(self, request(patient, provider, tenPast, yearly)))
                .extracting(PlannedVisit::refusal, PlannedVisit::alternative)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Optional.of(new TimeRefusal.NotOffered()), Optional.of(half(FIRST))),
                        org.assertj.core.groups.Tuple.tuple(
                                Optional.of(new TimeRefusal.NotOffered()), Optional.empty()));
        assertThat(clinic.planned(DESK, request(patient, provider, tenPast, yearly)))
                .allMatch(PlannedVisit::isFree);
    }

    @Test
    void staff_book_beside_the_hours_with_a_reason() {
        var evening = at("2026-11-30T19:00");

        assertThat(clinic.planned(DESK, request(patient, provider, evening, THREE_WEEKS)))
                .extracting(PlannedVisit::refusal)
                .containsOnly(Optional.of(new TimeRefusal.OutsideHours()));
        var booked = clinic.booked(
                DESK, request(patient, provider, evening, THREE_WEEKS, Terms.outsideHours("Works by day")));
        assertThat(clinic.visits(booked.series().id()))
                .allMatch(visit -> visit.place().outsideHours())
                .extracting(Appointment::reason)
                .containsOnly("Works by day");
    }

    @Test
    void visits_without_a_type_are_as_long_as_the_first() {
        var first = new BookingRequest(patient, provider, null, FIRST, FIRST.plus(Duration.ofMinutes(45)), Terms.NONE);

        var booked = clinic.booked(DESK, new SeriesRequest(first, THREE_WEEKS));

        assertThat(clinic.visits(booked.series().id()))
                .extracting(visit -> visit.during().length())
                .containsOnly(Duration.ofMinutes(45));
    }

    @Test
    void all_visits_are_where_the_first_one_is() {
        var berlin = TestFacilities.facility(clinic.database, "Berlin", "Europe/Berlin");
        var travelling = TestPeople.provider(clinic.database);
        var morning = SessionTime.between(LocalTime.of(8, 0), LocalTime.of(12, 0));
        TestHours.oneDay(clinic.database, travelling, berlin, LocalDate.of(2026, 11, 30), morning);
        TestHours.oneDay(clinic.database, travelling, TestFacilities.FIRST, LocalDate.of(2026, 12, 7), morning);

        var visits = clinic.planned(
                self, request(patient, travelling, Instant.parse("2026-11-30T08:00:00Z"), new Rhythm.EveryWeeks(2, 1)));

        assertThat(visits).extracting(PlannedVisit::isFree).containsExactly(true, false);
    }

    @Test
    void in_berlin_a_patient_keeps_nine_o_clock_when_the_clock_is_put_forward() {
        var berlin = TestFacilities.facility(clinic.database, "Berlin", "Europe/Berlin");
        var there = TestPeople.provider(clinic.database);
        for (var weekday : java.time.DayOfWeek.values()) {
            TestHours.add(
                    clinic.database,
                    there,
                    TestHours.plan(
                            berlin,
                            TestHours.weekly(weekday),
                            SessionTime.between(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                            1));
        }
        clinic.clock.advance(Duration.ofDays(100));

        var booked = clinic.booked(self, request(patient, there, Instant.parse("2027-03-21T08:00:00Z"), THREE_WEEKS));
        assertThat(clinic.visits(booked.series().id()))
                .extracting(visit -> visit.during().start().toString())
                .containsExactly("2027-03-21T08:00:00Z", "2027-03-28T07:00:00Z", "2027-04-04T07:00:00Z");
        var nights = clinic.booked(
                self, request(patient, there, Instant.parse("2027-03-21T01:30:00Z"), new Rhythm.EveryWeeks(2, 1)));
        assertThat(clinic.visits(nights.series().id()))
                .extracting(visit -> visit.during().start().toString())
                .containsExactly("2027-03-21T01:30:00Z", "2027-03-28T01:30:00Z");
    }

    @Test
    void what_is_wrong_at_any_time_is_refused_as_a_booking_is() {
        var stranger = TestPeople.patient(clinic.database);

        assertThat(clinic.preview(self, request(stranger, provider, FIRST, THREE_WEEKS)))
                .isEqualTo(new SeriesPlan.Refused(new Booking.NotOwn()));
        assertThat(clinic.book(self, request(stranger, provider, FIRST, THREE_WEEKS)))
                .isEqualTo(new SeriesBooking.Refused(new Booking.NotOwn()));
        assertThat(clinic.book(DESK, request(new PatientId(9_999), provider, FIRST, THREE_WEEKS)))
                .isEqualTo(new SeriesBooking.Refused(new Booking.Unknown(Booking.Named.PATIENT)));
        var referral = new BookingRequest(patient, provider, 3, FIRST, null, Terms.NONE);
        assertThat(clinic.book(self, new SeriesRequest(referral, THREE_WEEKS)))
                .isEqualTo(new SeriesBooking.Refused(new TimeRefusal.StaffOnly()));
        assertThat(clinic.book(
                        self, request(patient, provider, FIRST, THREE_WEEKS, Terms.outsideHours("I would like to"))))
                .isEqualTo(new SeriesBooking.Refused(new Booking.StaffTerms()));
        assertThat(clinic.count("select count(*) from appointments")).isZero();
    }

    @Test
    void a_cover_that_ends_on_the_way_is_refused_to_patients_and_told_to_staff() {
        var card = new CoverDetails("SHA", "SHA-1", LocalDate.of(2026, 12, 7));
        var added = clinic.database.write(tx -> new Covers(clinic.audit).add(tx, DESK, patient, card));
        var terms = new Terms(null, null, ((CoverOutcome.Done) added).cover().id(), null, false, null);

        assertThat(clinic.planned(self, request(patient, provider, FIRST, THREE_WEEKS, terms)))
                .extracting(PlannedVisit::refusal)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(new Booking.CoverExpired()));
        assertThat(clinic.planned(DESK, request(patient, provider, FIRST, THREE_WEEKS, terms)))
                .extracting(PlannedVisit::coverExpires)
                .containsExactly(false, false, true);
        assertThat(clinic.booked(DESK, request(patient, provider, FIRST, THREE_WEEKS, terms))
                        .coverExpires())
                .isTrue();
    }

    @Test
    void a_series_is_seen_by_its_people_and_the_desk_alone() {
        var id = clinic.booked(self, threeWeeks()).series().id();

        for (Actor seeing : List.of(DESK, self, TestPeople.as(provider))) {
            assertThat(clinic.find(seeing, id))
                    .as(String.valueOf(seeing.role()))
                    .isPresent();
        }
        var others = List.of(
                TestPeople.as(TestPeople.patient(clinic.database)),
                TestPeople.as(TestPeople.provider(clinic.database)));
        for (Actor other : others) {
            assertThat(clinic.find(other, id)).isEmpty();
            assertThat(clinic.cancel(other, id, null)).isEqualTo(new SeriesCancellation.Absent());
        }
    }

    private SeriesRequest threeWeeks() {
        return request(patient, provider, FIRST, THREE_WEEKS);
    }

    private void oneDay(ProviderId whose, Instant day, int from, int to) {
        TestHours.oneDay(
                clinic.database,
                whose,
                TestFacilities.FIRST,
                day.atZone(TestSeries.NAIROBI).toLocalDate(),
                SessionTime.between(LocalTime.of(from, 0), LocalTime.of(to, 0)));
    }

    private static PlannedVisit free(Instant start) {
        return new PlannedVisit(half(start), Optional.empty(), false, Optional.empty());
    }

    private static TimeRange half(Instant start) {
        return new TimeRange(start, start.plus(HALF_AN_HOUR));
    }
}
