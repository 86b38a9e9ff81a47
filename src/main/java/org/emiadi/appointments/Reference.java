package org.emiadi.appointments;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a patient notes of an appointment and finds it by: eight capital letters and digits, none of which is taken for
/// another one.
public record Reference(String value) {
    private static final Pattern FORM = Pattern.compile("[A-HJ-NP-Z2-9]{8}");

    public Reference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    /// Reads what somebody typed: small letters, spaces and hyphens do not matter.
    public static Optional<Reference> parse(String typed) {
        return Optional.of(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""))
                .filter(FORM.asMatchPredicate())
                .map(Reference::new);
    }

    /// In two halves, as one reads it out.
    public String spaced() {
        return value.substring(0, 4) + " " + value.substring(4);
    }
}
