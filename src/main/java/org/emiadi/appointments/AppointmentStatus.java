package org.emiadi.appointments;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where an appointment stands in its life. Which follows which stands here and nowhere else.
public enum AppointmentStatus {
    SCHEDULED,
    /// Moved, once or more often, to another time.
    RESCHEDULED,
    /// The visit took place.
    COMPLETED,
    /// It will not take place, and its time is free again.
    CANCELLED;

    public static Optional<AppointmentStatus> parse(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text().equals(text))
                .findFirst();
    }

    /// As it stands in JSON and in the database.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The states that may follow this one.
    public Set<AppointmentStatus> next() {
        return switch (this) {
            case SCHEDULED, RESCHEDULED -> EnumSet.of(RESCHEDULED, COMPLETED, CANCELLED);
            case COMPLETED, CANCELLED -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }
}
