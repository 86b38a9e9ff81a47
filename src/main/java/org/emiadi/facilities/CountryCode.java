package org.emiadi.facilities;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A country by its two letters of ISO 3166-1: `KE`.
public record CountryCode(String letters) {
    private static final Set<String> KNOWN = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /// Reads `KE` or `ke`; empty where there is no such country.
    public static Optional<CountryCode> parse(String written) {
        return Optional.of(written.strip().toUpperCase(Locale.ROOT))
                .filter(KNOWN::contains)
                .map(CountryCode::new);
    }
}
