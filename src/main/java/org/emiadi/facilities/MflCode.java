package org.emiadi.facilities;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The code of a facility in Kenya's master facility list: `13023`.
public record MflCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{3,30}");

    /// Reads a code, case aside; empty where it cannot be one.
    public static Optional<MflCode> parse(String written) {
        return Optional.of(written.strip().toUpperCase(Locale.ROOT))
                .filter(code -> FORM.matcher(code).matches())
                .map(MflCode::new);
    }
}
