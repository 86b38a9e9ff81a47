package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicTimeTest {
    private final ClinicTime nairobi = in("Africa/Nairobi");

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:00:00+03:00, 2026-12-01T06:00:00Z",
        "2026-12-01T09:00+03:00, 2026-12-01T06:00:00Z",
        "2026-12-01T06:00:00Z, 2026-12-01T06:00:00Z",
        "2026-12-01T09:00:00, 2026-12-01T06:00:00Z",
        "2026-12-01T09:00, 2026-12-01T06:00:00Z",
        "2026-12-01 09:00, 2026-12-01T06:00:00Z",
        "2026-12-01T09:00:00.123456789, 2026-12-01T06:00:00.123456Z",
        "2024-02-29T00:00, 2024-02-28T21:00:00Z"
    })
    void times_are_read_with_their_offset_or_in_the_clinics_zone(String text, Instant meant) {
        assertThat(nairobi.parse(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "1",
                "2026-12-01",
                "09:00",
                "2026-13-01T09:00",
                "2026-02-30T09:00",
                "2026-12-01T24:01",
                "2026-12-01T09:00+19:00",
                "1899-12-31T00:00",
                "2300-01-01T00:00",
                "+99999-01-01T00:00",
                "2026-12-01T09:00 EAT",
                "2026-12-01T09:00:00+03:00[Africa/Nairobi]",
                "tomorrow"
            })
    void what_is_no_time_is_not_read(String text) {
        assertThat(nairobi.parse(text)).isEmpty();
    }

    @Test
    void a_time_that_the_clock_never_shows_or_shows_twice_is_not_read_without_its_offset() {
        var berlin = in("Europe/Berlin");
        assertThat(berlin.parse("2027-03-28T02:30")).isEmpty();
        assertThat(berlin.parse("2027-10-31T02:30")).isEmpty();
        assertThat(berlin.parse("2027-10-31T02:30+02:00")).contains(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(berlin.parse("2027-10-31T02:30+01:00")).contains(Instant.parse("2027-10-31T01:30:00Z"));
        assertThat(berlin.parse("2027-03-28T03:00")).contains(Instant.parse("2027-03-28T01:00:00Z"));
    }

    @Test
    void times_are_told_with_the_offset_that_holds_then() {
        assertThat(nairobi.text(Instant.parse("2026-12-01T06:00:00Z"))).isEqualTo("2026-12-01T09:00:00+03:00");
        assertThat(in("Europe/Berlin").text(Instant.parse("2027-07-01T06:00:00Z")))
                .isEqualTo("2027-07-01T08:00:00+02:00");
        assertThat(in("Asia/Kathmandu").text(Instant.parse("2027-07-01T06:00:00Z")))
                .isEqualTo("2027-07-01T11:45:00+05:45");
    }

    @Test
    void the_day_is_the_clinics_and_starts_when_its_clock_says() {
        assertThat(nairobi.date(Instant.parse("2026-11-23T21:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(nairobi.startOf(LocalDate.of(2026, 11, 24))).isEqualTo(Instant.parse("2026-11-23T21:00:00Z"));
        // On that day clocks in Cairo went from midnight to one.
        assertThat(in("Africa/Cairo").startOf(LocalDate.of(2024, 4, 26)))
                .isEqualTo(Instant.parse("2024-04-25T22:00:00Z"));
    }

    private static ClinicTime in(String zone) {
        return new ClinicTime(ZoneId.of(zone));
    }
}
