package org.emiadi.board;

import java.util.List;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;

/// Hours that are published.
///
/// @param facility where
/// @param place    its name
/// @param capacity how many patients are seen at a time
/// @param open     what absences leave of it, by start; empty where nothing is left
public record Session(
        ProviderId provider, FacilityId facility, String place, TimeRange during, int capacity, List<TimeRange> open) {
    public Session {
        open = List.copyOf(open);
    }
}
