package org.emiadi.absences;

import java.time.Instant;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.TimeRange;

/// A whole facility is closed. Never changed: a wrong one is removed and another one added.
public record Closure(int id, FacilityId facility, TimeRange during, String reason, Instant createdAt) {

    /// A closure to be entered.
    public record Request(FacilityId facility, Span span, String reason) {
        public Request {
            reason = reason.strip();
            if (reason.isEmpty()) {
                throw new IllegalArgumentException("a closure has a reason");
            }
        }
    }
}
