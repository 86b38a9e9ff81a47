package org.emiadi.appointments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who is seen first among those who wait; the order of the constants is the order of the queue.
public enum Priority {
    EMERGENCY,
    /// From 60 years on, as the Constitution of Kenya (article 260) understands older members of society.
    ELDERLY,
    /// Under five years, the age group that child health services put first.
    CHILD,
    ROUTINE;

    private static final Map<String, Priority> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Priority::text, Function.identity()));

    private final String text = name().toLowerCase(Locale.ROOT);

    public static Optional<Priority> parse(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /// As it stands in JSON and in the database.
    public String text() {
        return text;
    }
}
