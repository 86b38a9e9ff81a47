package org.emiadi.records;

import org.jspecify.annotations.Nullable;

/// What a record says. At least one of the three says something.
public record Findings(
        @Nullable String diagnosis,
        @Nullable String treatment,
        @Nullable String notes) {

    public Findings {
        diagnosis = strip(diagnosis);
        treatment = strip(treatment);
        notes = strip(notes);
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public boolean sayNothing() {
        return diagnosis == null && treatment == null && notes == null;
    }
}
