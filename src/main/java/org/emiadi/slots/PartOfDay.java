package org.emiadi.slots;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Morning, afternoon or evening, by the clock on the facility's wall.
public enum PartOfDay {
    MORNING("00:00", "12:00"),
    AFTERNOON("12:00", "17:00"),
    EVENING("17:00", "24:00");

    private final String from;
    private final String to;

    PartOfDay(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /// As it stands in addresses.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PartOfDay> parse(String text) {
        return Arrays.stream(values()).filter(part -> part.text().equals(text)).findFirst();
    }

    /// The part in which a time is.
    public static PartOfDay at(LocalTime time) {
        String text = time.toString();
        return Arrays.stream(values())
                .filter(part -> text.compareTo(part.from) >= 0 && text.compareTo(part.to) < 0)
                .findFirst()
                .orElseThrow();
    }

    /// When it begins, as PostgreSQL reads it.
    String from() {
        return from;
    }

    /// When it is over; PostgreSQL knows 24:00, [java.time.LocalTime] does not.
    String to() {
        return to;
    }
}
