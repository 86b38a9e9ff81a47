package org.emiadi.availability.http;

import java.time.LocalTime;

/// Times on the clock as texts: `08:30`, and as an end `24:00` for the midnight that follows.
final class ClockTime {
    private static final String MIDNIGHT_AS_END = "24:00";

    private ClockTime() {}

    static LocalTime of(String text) {
        return text.equals(MIDNIGHT_AS_END) ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    static String text(LocalTime time) {
        return time.toString();
    }

    static String textOfEnd(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? MIDNIGHT_AS_END : text(time);
    }
}
