package org.emiadi.series;

import java.util.Optional;
import org.emiadi.appointments.Booking;
import org.emiadi.platform.TimeRange;

/// A visit of a series that has been tried.
///
/// @param refusal      why it cannot be had at its time; empty where it can
/// @param coverExpires whether it can, but the cover ends before the day of the visit, of which staff are warned
/// @param alternative  the nearest time at which it could be had instead
public record PlannedVisit(
        TimeRange during, Optional<Booking> refusal, boolean coverExpires, Optional<TimeRange> alternative) {

    public boolean isFree() {
        return refusal.isEmpty();
    }
}
