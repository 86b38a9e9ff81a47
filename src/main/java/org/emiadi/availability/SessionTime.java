package org.emiadi.availability;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/// From when to when a session goes, by the clock on the wall. Whole minutes, at most a day; it may go over midnight.
public record SessionTime(LocalTime start, Duration length) {
    private static final Duration LONGEST = Duration.ofDays(1);

    public SessionTime {
        boolean wholeMinutes = start.equals(start.truncatedTo(ChronoUnit.MINUTES))
                && length.equals(length.truncatedTo(ChronoUnit.MINUTES));
        if (!wholeMinutes || !length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a session takes whole minutes, and at most a day");
        }
    }

    /// From `start` to `end`; to the `end` of the next day where it is not after the start. Midnight as an end is that
    /// which follows the start, and an end that is the start makes a whole day.
    public static SessionTime between(LocalTime start, LocalTime end) {
        var length = Duration.between(start, end);
        return new SessionTime(start, length.isPositive() ? length : length.plus(LONGEST));
    }

    public LocalTime end() {
        return start.plus(length);
    }

    /// Whether the two are at the same time somewhen, where `other` is on the day `daysLater`.
    boolean overlaps(SessionTime other, int daysLater) {
        long otherStart = minutes(LONGEST) * daysLater + other.startMinute();
        return startMinute() < otherStart + minutes(other.length) && otherStart < startMinute() + minutes(length);
    }

    private long startMinute() {
        return ChronoUnit.MINUTES.between(LocalTime.MIDNIGHT, start);
    }

    private static long minutes(Duration length) {
        return length.toMinutes();
    }
}
