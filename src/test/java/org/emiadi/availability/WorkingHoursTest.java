package org.emiadi.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {
    @Test
    void a_week_of_hours_can_go_until_midnight() {
        var database = TestDatabase.fresh();
        var hours = TestHours.everyDay(database, TestPeople.provider(database), LocalTime.of(8, 0), LocalTime.MIDNIGHT);
        assertThat(hours).hasSize(7);
    }
}
