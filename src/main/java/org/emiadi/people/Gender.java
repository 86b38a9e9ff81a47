package org.emiadi.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Administrative gender, with the codes of FHIR (`administrative-gender`).
public enum Gender {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN;

    /// Reads the codes in any case, and the `F` and `M` of paper forms.
    public static Optional<Gender> parse(String written) {
        String code = written.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(gender -> gender.code().equals(code)
                        || (gender != OTHER
                                && gender != UNKNOWN
                                && code.equals(gender.code().substring(0, 1))))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
