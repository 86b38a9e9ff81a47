package org.emiadi.availability;

import java.util.Collections;
import java.util.stream.IntStream;

/// Which working hours of a provider collide. Two rows that say the same twice are a typing mistake: the one that is
/// changed later would leave the other one standing.
final class HoursRules {
    private HoursRules() {}

    /// Whether the two, both of one provider, are ever open at the same time at one facility for one type.
    static boolean overlap(HoursPlan one, HoursPlan other) {
        return one.facility().equals(other.facility()) && serveTheSame(one, other) && areAtTheSameTime(one, other);
    }

    private static boolean serveTheSame(HoursPlan one, HoursPlan other) {
        return one.types().isEmpty() || other.types().isEmpty() || !Collections.disjoint(one.types(), other.types());
    }

    // A session takes a day at most, so only those of the day before, the day and the day after can touch it.
    private static boolean areAtTheSameTime(HoursPlan one, HoursPlan other) {
        return IntStream.rangeClosed(-1, 1)
                .filter(daysLater -> one.time().overlaps(other.time(), daysLater))
                .anyMatch(daysLater -> one.days().meet(other.days(), daysLater));
    }
}
