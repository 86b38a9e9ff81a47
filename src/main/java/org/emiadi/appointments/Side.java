package org.emiadi.appointments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// On whose side the reason lies why an appointment was cancelled.
public enum Side {
    PATIENT,
    CLINIC;

    public static Optional<Side> parse(String text) {
        return Arrays.stream(values()).filter(side -> side.text().equals(text)).findFirst();
    }

    /// As it stands in JSON and in the database.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
