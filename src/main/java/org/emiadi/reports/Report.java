package org.emiadi.reports;

import java.util.List;

/// The figures of a period, group by group and altogether.
///
/// @param rows      of providers and types those that there is something to tell of, by name; of weekdays, hours and
///                  weeks all without a gap, in order
/// @param total     of the whole period. Where groups share time, as types do, it is less than their sum
/// @param truncated whether there are more groups than [#MOST_ROWS]; they count in the total as well
public record Report<F>(List<Row<F>> rows, F total, boolean truncated) {
    public static final int MOST_ROWS = 1000;

    public record Row<F>(Group group, F figures) {}
}
