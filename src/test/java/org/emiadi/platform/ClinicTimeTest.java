package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicTimeTest {
    private static final ClinicTime NAIROBI = new ClinicTime(ZoneId.of("Africa/Nairobi"));
    private static final ClinicTime KATHMANDU = new ClinicTime(ZoneId.of("Asia/Kathmandu"));
    private static final ClinicTime BERLIN = new ClinicTime(ZoneId.of("Europe/Berlin"));
    private static final long FROM_1900 = -2_208_988_800L;
    private static final long TO_2200 = 7_258_118_399L;

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:00:00+03:00, 2026-12-01T06:00:00Z",
        "2026-12-01T09:00:00Z, 2026-12-01T09:00:00Z",
        "2026-12-01t09:00:00z, 2026-12-01T09:00:00Z",
        "2026-12-01T09:00-05:00, 2026-12-01T14:00:00Z",
        "2026-12-01T09:00:00.123456789Z, 2026-12-01T09:00:00.123456Z",
        "2028-02-29T00:00Z, 2028-02-29T00:00:00Z"
    })
    void a_time_with_an_offset_is_read_as_it_stands(String written, Instant meant) {
        assertThat(BERLIN.parse(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01T09:00:00", "2026-12-01T09:00", "2026-12-01 09:00", "  2026-12-01 09:00:00  "})
    void a_time_without_an_offset_is_meant_at_the_clinic(String written) {
        assertThat(NAIROBI.parse(written)).contains(Instant.parse("2026-12-01T06:00:00Z"));
        assertThat(KATHMANDU.parse(written)).contains(Instant.parse("2026-12-01T03:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T09:00",
                "2026-02-29T09:00Z",
                "2026-04-31T09:00+03:00",
                "2026-13-01T09:00",
                "2026-12-01T24:00",
                "2026-12-01T09:60",
                "2026-12-01T09:00:60Z"
            })
    void a_day_or_an_hour_that_does_not_exist_is_not_moved_to_one_that_does(String written) {
        assertThat(NAIROBI.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "now",
                "tomorrow",
                "2026-12-01",
                "09:00",
                "2026-12-0109:00",
                "2026-12-01T 09:00",
                "2026-12-01T09",
                "2026-12-01T09:00+99:00",
                "2026-12-01T09:00:00+03:00[Africa/Nairobi]",
                "01/12/2026 09:00",
                "1764568800",
                "2026-12-01T09:00:00 03:00",
                "+2026-12-01T09:00"
            })
    void what_is_no_time_is_refused(String written) {
        assertThat(NAIROBI.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0026-12-01T09:00Z",
                "1899-12-31T23:59Z",
                "2200-01-01T00:00Z",
                "9999-12-31T23:59Z",
                "+10000-01-01T00:00Z",
                "-0001-01-01T00:00Z"
            })
    void years_that_nobody_can_mean_are_refused(String written) {
        assertThat(NAIROBI.parse(written)).isEmpty();
    }

    @Test
    void an_hour_that_the_clock_skips_or_shows_twice_needs_its_offset() {
        assertThat(BERLIN.parse("2026-03-29T02:30")).as("skipped").isEmpty();
        assertThat(BERLIN.parse("2026-10-25T02:30")).as("shown twice").isEmpty();

        assertThat(BERLIN.parse("2026-10-25T02:30+02:00")).contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(BERLIN.parse("2026-10-25T02:30+01:00")).contains(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(BERLIN.parse("2026-03-29T03:00")).contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void times_are_written_with_the_offset_of_the_clinic_on_that_day() {
        var noon = Instant.parse("2026-07-01T12:00:00Z");

        assertThat(NAIROBI.text(noon)).isEqualTo("2026-07-01T15:00:00+03:00");
        assertThat(KATHMANDU.text(noon)).isEqualTo("2026-07-01T17:45:00+05:45");
        assertThat(BERLIN.text(noon)).isEqualTo("2026-07-01T14:00:00+02:00");
        assertThat(BERLIN.text(Instant.parse("2026-12-01T12:00:00Z"))).isEqualTo("2026-12-01T13:00:00+01:00");
        assertThat(KATHMANDU.text(Instant.parse("2026-07-01T12:00:07.000120Z")))
                .isEqualTo("2026-07-01T17:45:07.000120+05:45");
    }

    @Test
    void what_was_taken_over_with_a_year_that_cannot_be_is_written_with_four_digits_too() {
        var utc = new ClinicTime(ZoneId.of("UTC"));

        assertThat(utc.text(Instant.parse("0202-03-04T09:00:00Z"))).isEqualTo("0202-03-04T09:00:00Z");
    }

    @Test
    void a_day_of_the_clinic_starts_at_its_own_midnight_and_may_have_23_hours() {
        var change = LocalDate.of(2026, 3, 29);

        assertThat(NAIROBI.startOf(change)).isEqualTo(Instant.parse("2026-03-28T21:00:00Z"));
        assertThat(Duration.between(BERLIN.startOf(change), BERLIN.startOf(change.plusDays(1))))
                .isEqualTo(Duration.ofHours(23));
        assertThat(NAIROBI.date(Instant.parse("2026-03-28T21:00:00Z"))).isEqualTo(change);
    }

    @Property
    void what_was_written_is_read_again(@ForAll @LongRange(min = FROM_1900, max = TO_2200) long second) {
        var instant = Instant.ofEpochSecond(second);

        assertThat(KATHMANDU.parse(KATHMANDU.text(instant))).contains(instant);
        assertThat(BERLIN.parse(BERLIN.text(instant))).contains(instant);
    }

    @Property
    void no_text_makes_it_stumble(@ForAll String text) {
        assertThat(NAIROBI.parse(text)).isNotNull();
    }
}
