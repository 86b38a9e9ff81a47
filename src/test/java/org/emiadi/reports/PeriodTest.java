package org.emiadi.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void the_usual_one_is_the_four_weeks_that_are_over() {
        var usual = Period.beforeDay(MONDAY);

        assertThat(usual).isEqualTo(new Period(LocalDate.of(2026, 10, 26), MONDAY));
        assertThat(usual.lastDay()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(usual.days()).isEqualTo(28);
    }

    @Test
    void what_it_is_compared_with_is_as_long_and_ends_where_it_begins() {
        assertThat(new Period(MONDAY, MONDAY.plusDays(3)).before()).isEqualTo(new Period(MONDAY.minusDays(3), MONDAY));
    }

    @Test
    void it_has_a_day_at_least_and_a_year_at_most() {
        assertThat(Period.faultIn(MONDAY, MONDAY)).contains(Period.Fault.BACKWARDS);
        assertThat(Period.faultIn(MONDAY, MONDAY.plusDays(1))).isEmpty();
        assertThat(Period.faultIn(MONDAY, MONDAY.plusDays(366))).isEmpty();
        assertThat(Period.faultIn(MONDAY, MONDAY.plusDays(367))).contains(Period.Fault.TOO_LONG);
        assertThatThrownBy(() -> new Period(MONDAY, MONDAY)).isInstanceOf(IllegalArgumentException.class);
    }
}
