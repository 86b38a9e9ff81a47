package org.emiadi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.emiadi.platform.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final When ENGLISH = When.in(Messages.ENGLISH);
    private static final When SWAHILI = When.in(Messages.SWAHILI);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);

    @Test
    void days_come_before_months() {
        assertThat(ENGLISH.day(TUESDAY)).isEqualTo("Tuesday 1 December 2026");
        assertThat(SWAHILI.day(TUESDAY)).isEqualTo("Jumanne 1 Desemba 2026");
        assertThat(ENGLISH.shortDay(TUESDAY)).isEqualTo("Tue 1 Dec");
        assertThat(SWAHILI.shortDay(TUESDAY)).isEqualTo("Jnn 1 Des");
        assertThat(ENGLISH.date(TUESDAY)).isEqualTo("1 Dec 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "04:30Z, saa moja na nusu asubuhi (07:30)",
        "03:00Z, saa kumi na mbili asubuhi (06:00)",
        "06:30Z, saa tatu na nusu asubuhi (09:30)",
        "06:45Z, saa nne kasorobo asubuhi (09:45)",
        "09:15Z, saa sita na robo mchana (12:15)",
        "13:20Z, saa kumi na dakika 20 jioni (16:20)",
        "18:00Z, saa tatu usiku (21:00)"
    })
    void hours_are_counted_from_dawn_where_they_are_spoken(String time, String spoken) {
        assertThat(SWAHILI.spoken(Instant.parse("2026-12-01T" + time.replace("Z", ":00Z")), NAIROBI))
                .isEqualTo(spoken);
    }

    @Test
    void figures_are_of_24_hours_in_the_zone_of_the_facility() {
        Instant instant = Instant.parse("2026-12-01T13:05:00Z");
        assertThat(ENGLISH.full(instant, NAIROBI)).isEqualTo("Tuesday 1 December 2026, 16:05");
        assertThat(SWAHILI.moment(instant, ZoneId.of("Europe/Berlin"))).isEqualTo("1 Des 2026, 14:05");
    }

    @Test
    void lengths_are_short() {
        assertThat(ENGLISH.lasting(Duration.ofMinutes(70))).isEqualTo("1 h 10 min");
        assertThat(SWAHILI.lasting(Duration.ofMinutes(25))).isEqualTo("dakika 25");
    }
}
