package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
    private static final Instant NINE = Instant.parse("2026-12-01T06:00:00Z");

    @Test
    void one_may_start_when_another_ends() {
        assertThat(range(0, 30).overlaps(range(30, 60))).isFalse();
        assertThat(range(30, 60).overlaps(range(0, 30))).isFalse();
        assertThat(range(0, 31).overlaps(range(30, 60))).isTrue();
    }

    @Test
    void none_is_empty_or_ends_before_it_starts() {
        assertThatThrownBy(() -> range(30, 30)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> range(30, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_length_is_from_start_to_end() {
        assertThat(range(0, 30).length()).isEqualTo(Duration.ofMinutes(30));
    }

    @Property
    void two_overlap_exactly_where_they_share_a_minute(
            @ForAll @IntRange(max = 50) int start,
            @ForAll @IntRange(min = 1, max = 20) int length,
            @ForAll @IntRange(max = 50) int otherStart,
            @ForAll @IntRange(min = 1, max = 20) int otherLength) {
        var one = range(start, start + length);
        var other = range(otherStart, otherStart + otherLength);
        boolean shared = false;
        for (int minute = start; minute < start + length; minute++) {
            shared |= minute >= otherStart && minute < otherStart + otherLength;
        }

        assertThat(one.overlaps(other)).isEqualTo(shared);
        assertThat(other.overlaps(one)).isEqualTo(shared);
        assertThat(one.overlaps(one)).isTrue();
    }

    private static TimeRange range(int startMinute, int endMinute) {
        return new TimeRange(NINE.plus(Duration.ofMinutes(startMinute)), NINE.plus(Duration.ofMinutes(endMinute)));
    }
}
