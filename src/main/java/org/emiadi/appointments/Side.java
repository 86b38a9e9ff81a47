package org.emiadi.appointments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// On whose side the reason lies why an appointment was cancelled.
public enum Side {
    PATIENT,
    CLINIC;

    private static final Map<String, Side> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Side::text, Function.identity()));

    private final String text = name().toLowerCase(Locale.ROOT);

    public static Optional<Side> parse(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /// As it stands in JSON and in the database.
    public String text() {
        return text;
    }
}
