package org.emiadi.absences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    private static final Instant START = Instant.parse("2027-03-01T06:00:00Z");

    @Test
    void days_begin_with_the_first_and_end_with_the_last_on_the_clock_of_their_place() {
        var days = new Span.Days(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 5));

        assertThat(days.during(ZoneId.of("Africa/Nairobi")))
                .isEqualTo(new TimeRange(Instant.parse("2027-02-28T21:00:00Z"), Instant.parse("2027-03-05T21:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    2027-03-28, 23",
        "Europe/Berlin,    2027-10-31, 25",
        "America/New_York, 2027-03-14, 23",
        "Africa/Cairo,     2027-04-30, 23",
        "Asia/Kathmandu,   2027-03-28, 24"
    })
    void a_day_is_as_long_as_the_clock_makes_it(String zone, LocalDate day, long hours) {
        assertThat(new Span.Days(day, day).during(ZoneId.of(zone)).length()).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void times_are_the_same_everywhere() {
        var during = new TimeRange(START, START.plusSeconds(60));

        assertThat(new Span.Hours(during).during(ZoneId.of("Asia/Kathmandu"))).isEqualTo(during);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2027-03-01, 2027-03-01, -",
                "2027-03-01, 2028-02-29, -",
                "2027-03-01, 2028-03-01, at-most-a-year",
                "2028-01-01, 2028-12-31, -",
                "2027-03-02, 2027-03-01, not-before-first-day",
                "2199-12-31, 2200-01-01, date"
            })
    void days_are_in_order_and_at_most_a_year(LocalDate first, LocalDate last, String fault) {
        assertThat(Span.faultIn(first, last).orElse(null)).isEqualTo(fault);
    }

    @Test
    void times_are_in_order_and_at_most_a_year() {
        assertThat(Span.faultIn(START, START)).contains("end-after-start");
        assertThat(Span.faultIn(START, START.plusSeconds(1))).isEmpty();
        assertThat(Span.faultIn(START, START.plus(Span.LONGEST))).isEmpty();
        assertThat(Span.faultIn(START, START.plus(Span.LONGEST).plusSeconds(1))).contains("at-most-a-year");
    }

    @Test
    void no_other_span_can_be_made() {
        var first = LocalDate.of(2027, 3, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> new Span.Days(first, first.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span.Days(first, first.plusYears(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span.Hours(
                        new TimeRange(START, START.plus(Span.LONGEST).plusSeconds(1))));
    }
}
