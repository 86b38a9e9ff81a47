package org.emiadi.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In Berlin the clock is put forward on 2027-03-28 and back on 2027-10-31, both at night.
class RhythmTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void visits_are_so_many_weeks_apart() {
        assertThat(starts(new Rhythm.EveryWeeks(3, 2), "2026-11-30T09:00", NAIROBI))
                .containsExactly("2026-11-30T06:00:00Z", "2026-12-14T06:00:00Z", "2026-12-28T06:00:00Z");
    }

    @Test
    void visits_are_so_many_weeks_after_the_first() {
        assertThat(starts(new Rhythm.AfterWeeks(List.of(0, 4, 8)), "2026-11-30T09:00", NAIROBI))
                .containsExactly("2026-11-30T06:00:00Z", "2026-12-28T06:00:00Z", "2027-01-25T06:00:00Z");
    }

    @Test
    void visits_are_when_they_are_said_to_be() {
        var times = List.of(Instant.parse("2026-11-30T06:10:00Z"), Instant.parse("2027-11-30T06:20:00Z"));

        assertThat(new Rhythm.At(times).starts(times.getFirst(), NAIROBI)).isEqualTo(times);
    }

    @Test
    void months_are_counted_from_the_first_visit_so_that_the_31st_comes_back() {
        assertThat(starts(new Rhythm.EveryMonths(4, 1), "2027-01-31T09:00", NAIROBI))
                .containsExactly(
                        "2027-01-31T06:00:00Z", "2027-02-28T06:00:00Z", "2027-03-31T06:00:00Z", "2027-04-30T06:00:00Z");
        assertThat(starts(new Rhythm.EveryMonths(2, 24), "2028-02-29T09:00", NAIROBI))
                .containsExactly("2028-02-29T06:00:00Z", "2030-02-28T06:00:00Z");
    }

    @Test
    void nine_o_clock_stays_nine_o_clock_when_the_clock_is_put_forward_and_back() {
        assertThat(starts(new Rhythm.EveryWeeks(3, 1), "2027-03-14T09:00", BERLIN))
                .containsExactly("2027-03-14T08:00:00Z", "2027-03-21T08:00:00Z", "2027-03-28T07:00:00Z");
        assertThat(starts(new Rhythm.EveryMonths(3, 1), "2027-09-30T09:00", BERLIN))
                .containsExactly("2027-09-30T07:00:00Z", "2027-10-30T07:00:00Z", "2027-11-30T08:00:00Z");
    }

    @Test
    void a_time_that_the_clock_skips_is_the_same_time_later_and_the_visit_after_it_is_not_moved() {
        assertThat(starts(new Rhythm.EveryWeeks(3, 1), "2027-03-21T02:30", BERLIN))
                .containsExactly("2027-03-21T01:30:00Z", "2027-03-28T01:30:00Z", "2027-04-04T00:30:00Z");
    }

    @Test
    void a_time_that_the_clock_shows_twice_is_the_second_but_the_first_visit_is_when_it_is() {
        assertThat(starts(new Rhythm.EveryWeeks(2, 1), "2027-10-24T02:30", BERLIN))
                .containsExactly("2027-10-24T00:30:00Z", "2027-10-31T01:30:00Z");
        var firstPass = Instant.parse("2027-10-31T00:30:00Z");
        assertThat(new Rhythm.EveryWeeks(2, 1).starts(firstPass, BERLIN))
                .containsExactly(firstPass, Instant.parse("2027-11-07T01:30:00Z"));
    }

    private static List<String> starts(Rhythm rhythm, String first, ZoneId zone) {
        Instant start = LocalDateTime.parse(first).atZone(zone).toInstant();
        return rhythm.starts(start, zone).stream().map(Instant::toString).toList();
    }
}
