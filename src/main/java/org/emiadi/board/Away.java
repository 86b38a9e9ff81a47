package org.emiadi.board;

import org.emiadi.absences.Reason;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// An absence.
///
/// @param why      with its name
/// @param provider whose time off it is; null where it is everybody's at the facility
public record Away(Reason why, @Nullable ProviderId provider, TimeRange during) {

    boolean concerns(ProviderId whom) {
        return provider == null || provider.equals(whom);
    }
}
