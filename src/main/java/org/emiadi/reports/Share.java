package org.emiadi.reports;

import java.util.OptionalDouble;

/// Parts of a whole.
final class Share {
    private Share() {}

    /// Empty where there is no whole: none of nothing is not nought.
    static OptionalDouble of(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
