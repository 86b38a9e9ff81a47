package org.emiadi.pages.desk;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An appointment in words.
///
/// @param when    day and hour together
/// @param place   null where there is one facility only
/// @param tone    how the tag of the status looks
/// @param mark    its shape, as colour alone tells nothing
/// @param may     what the desk can do with it now
record VisitCard(
        int id,
        int patient,
        String reference,
        String when,
        String type,
        String provider,
        @Nullable String place,
        String status,
        String tone,
        String mark,
        @Nullable String reason,
        Set<String> may,
        int version) {

    public boolean can(String step) {
        return may.contains(step);
    }
}
