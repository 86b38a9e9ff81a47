package org.emiadi.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line on the wall of the waiting room, where everybody reads it: of the patient the ticket and, for who has lost
/// theirs, the initials.
///
/// @param calledAt when the patient was called in; null for who waits
/// @param room     null for none in particular
public record ScreenLine(
        int ticket,
        String initials,
        @Nullable Instant calledAt,
        @Nullable String room,
        String provider) {

    public boolean called() {
        return calledAt != null;
    }
}
