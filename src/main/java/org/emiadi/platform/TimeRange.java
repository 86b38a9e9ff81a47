package org.emiadi.platform;

import java.time.Duration;
import java.time.Instant;

/// A span of time with its start and without its end: `[start, end)`. Never empty, never reversed.
public record TimeRange(Instant start, Instant end) {

    public TimeRange {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("end is not after start");
        }
    }

    public boolean overlaps(TimeRange other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
