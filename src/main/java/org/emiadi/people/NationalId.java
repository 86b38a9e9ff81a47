package org.emiadi.people;

import java.util.Locale;
import java.util.Optional;

/// The number of an identity card, passport or birth certificate: 8 to 30 letters and digits, in upper case.
public record NationalId(String value) {
    private static final String FORM = "[A-Z0-9]{8,30}";

    /// Spaces, hyphens and slashes, as cards print them, do not count.
    public static Optional<NationalId> parse(String written) {
        String id = written.replaceAll("[ /-]", "").toUpperCase(Locale.ROOT);
        return id.matches(FORM) ? Optional.of(new NationalId(id)) : Optional.empty();
    }
}
