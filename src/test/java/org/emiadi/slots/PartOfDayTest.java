package org.emiadi.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class PartOfDayTest {
    @Test
    void each_time_of_the_day_is_in_one_part() {
        assertThat(PartOfDay.at(LocalTime.MIDNIGHT)).isEqualTo(PartOfDay.MORNING);
        assertThat(PartOfDay.at(LocalTime.of(11, 59, 59))).isEqualTo(PartOfDay.MORNING);
        assertThat(PartOfDay.at(LocalTime.NOON)).isEqualTo(PartOfDay.AFTERNOON);
        assertThat(PartOfDay.at(LocalTime.of(16, 59))).isEqualTo(PartOfDay.AFTERNOON);
        assertThat(PartOfDay.at(LocalTime.of(17, 0))).isEqualTo(PartOfDay.EVENING);
        assertThat(PartOfDay.at(LocalTime.MAX)).isEqualTo(PartOfDay.EVENING);
    }
}
