package org.emiadi.waiting;

import java.time.Instant;
import java.util.Locale;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;

/// A slot that is kept for somebody who waits.
///
/// @param hold  the hold that keeps it
/// @param until when the next in line is asked
public record Offer(
        int id, int hold, ProviderId provider, FacilityId facility, TimeRange during, Instant at, Instant until) {

    /// How it ended.
    enum Outcome {
        ACCEPTED,
        DECLINED,
        /// The patient let its time pass.
        LAPSED,
        /// The house, or whoever took the entry off the list, took it back.
        WITHDRAWN;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
