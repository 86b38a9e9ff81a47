package org.emiadi.appointments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who is seen first among those who wait; the order of the constants is the order of the queue.
public enum Priority {
    EMERGENCY,
    /// From 60 years on, as the Constitution of Kenya (article 260) understands older members of society.
    ELDERLY,
    /// Under five years, the age group that child health services put first.
    CHILD,
    ROUTINE;

    public static Optional<Priority> parse(String text) {
        return Arrays.stream(values())
                .filter(priority -> priority.text().equals(text))
                .findFirst();
    }

    /// As it stands in JSON and in the database.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
