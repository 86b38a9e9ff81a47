package org.emiadi.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.platform.Race.race;
import static org.emiadi.series.TestSeries.at;
import static org.emiadi.series.TestSeries.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.emiadi.availability.TestHours;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.junit.jupiter.api.Test;

/// Rivals are real threads on real connections; the tables are asked afterwards.
class SeriesRacesTest {
    private static final int RIVALS = 20;
    private static final Instant FIRST = at("2026-11-30T09:00");

    private final TestSeries clinic = new TestSeries();

    @Test
    void of_20_who_want_the_same_series_one_has_all_of_it_and_nobody_a_part() {
        var provider = workingProvider();
        var patients = patients(RIVALS);

        var outcomes = race(
                RIVALS,
                i -> () -> clinic.book(
                        TestPeople.DESK, request(patients.get(i), provider, FIRST, new Rhythm.EveryWeeks(6, 1))));

        assertThat(outcomes).filteredOn(SeriesBooking.Booked.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(SeriesBooking.Conflicting.class::isInstance)
                .hasSize(RIVALS - 1);
        assertThat(clinic.count("select count(*) from appointments where series_id is not null"))
                .isEqualTo(6);
        assertThat(clinic.count("select count(*) from appointments")).isEqualTo(6);
        assertThat(clinic.count("select count(*) from appointment_series")).isOne();
    }

    @Test
    void series_that_cross_are_whole_or_not_there() {
        var providers = List.of(workingProvider(), workingProvider());
        var patients = patients(3);
        var rhythms =
                List.of(new Rhythm.EveryWeeks(4, 1), new Rhythm.EveryWeeks(3, 2), new Rhythm.AfterWeeks(List.of(0, 3)));

        var outcomes = race(
                RIVALS,
                i -> () -> clinic.book(
                        TestPeople.DESK,
                        request(
                                patients.get(i % 3),
                                providers.get(i % 2),
                                FIRST.plus(Duration.ofDays(7L * (i % 5))).plus(Duration.ofMinutes(10L * (i % 4))),
                                rhythms.get(i % 3))));

        var booked = outcomes.stream()
                .filter(SeriesBooking.Booked.class::isInstance)
                .map(SeriesBooking.Booked.class::cast)
                .toList();
        assertThat(booked).isNotEmpty();
        assertThat(clinic.count("select count(*) from appointment_series")).isEqualTo(booked.size());
        assertThat(clinic.count("select count(*) from appointments"))
                .isEqualTo(booked.stream()
                        .mapToInt(each -> each.appointments().size())
                        .sum());
        assertThat(clinic.count("select count(*) from appointments where series_id is null"))
                .isZero();
    }

    @Test
    void previews_and_single_bookings_at_the_same_time_get_their_answers() {
        var provider = workingProvider();
        var patients = patients(RIVALS);
        clinic.visit(TestPeople.patient(clinic.database), provider, FIRST);

        var outcomes = race(
                RIVALS,
                i -> () -> i % 2 == 0
                        ? clinic.preview(
                                TestPeople.DESK, request(patients.get(i), provider, FIRST, new Rhythm.EveryWeeks(4, 1)))
                        : clinic.visit(
                                patients.get(i),
                                provider,
                                FIRST.plus(Duration.ofDays(7).plusMinutes(30L * i))));

        assertThat(outcomes).filteredOn(SeriesPlan.Planned.class::isInstance).hasSize(RIVALS / 2);
        assertThat(clinic.count("select count(*) from appointments")).isEqualTo(1 + RIVALS / 2);
    }

    private ProviderId workingProvider() {
        var provider = TestPeople.provider(clinic.database);
        TestHours.everyDay(clinic.database, provider, LocalTime.of(8, 0), LocalTime.of(20, 0));
        return provider;
    }

    private List<PatientId> patients(int number) {
        return Stream.generate(() -> TestPeople.patient(clinic.database))
                .limit(number)
                .toList();
    }
}
