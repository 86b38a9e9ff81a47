package org.emiadi.appointments;

import java.util.Locale;
import java.util.Optional;

/// What a patient notes of an appointment and finds it by: eight capital letters and digits, none of which is taken for
/// another one.
public record Reference(String value) {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;

    public Reference {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    /// Reads what somebody typed: small letters, spaces and hyphens do not matter.
    public static Optional<Reference> parse(String typed) {
        return Optional.of(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""))
                .filter(Reference::isOne)
                .map(Reference::new);
    }

    private static boolean isOne(String text) {
        return text.length() == LENGTH && text.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
    }

    /// In two halves, as one reads it out.
    public String spaced() {
        return value.substring(0, 4) + " " + value.substring(4);
    }
}
