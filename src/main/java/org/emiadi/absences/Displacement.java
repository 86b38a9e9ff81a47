package org.emiadi.absences;

import java.util.List;

/// What one absence displaces.
///
/// @param first the first of them by start, [#MOST_LISTED] at most
/// @param count how many there are in all
public record Displacement(List<Displaced> first, int count) {
    public static final int MOST_LISTED = 200;

    static final Displacement NONE = new Displacement(List.of(), 0);
}
