package org.emiadi.absences;

import java.util.List;

/// An appointment on the list of those that need moving.
///
/// @param reasons never empty; several where several absences meet
public record ToMove(Displaced appointment, List<Reason> reasons) {
    public ToMove {
        reasons = List.copyOf(reasons);
    }
}
