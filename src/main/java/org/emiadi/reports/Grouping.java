package org.emiadi.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By what the figures of a report are told apart.
public enum Grouping {
    PROVIDER,
    /// Of the appointment.
    TYPE,
    WEEKDAY,
    /// Of the day, on the facility's wall.
    HOUR,
    /// From Monday on.
    WEEK;

    public static Optional<Grouping> parse(String text) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.text().equals(text))
                .findFirst();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
