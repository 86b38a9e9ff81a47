package org.emiadi.availability;

import java.util.Set;
import org.emiadi.facilities.FacilityId;

/// What working hours say.
///
/// @param capacity how many patients are seen at the same time
/// @param types    of appointments that are served, by their ids; empty for all
public record HoursPlan(FacilityId facility, SessionDays days, SessionTime time, int capacity, Set<Integer> types) {
    private static final int MOST_PLACES = 100;

    public HoursPlan {
        types = Set.copyOf(types);
        if (capacity < 1 || capacity > MOST_PLACES) {
            throw new IllegalArgumentException("not 1 to " + MOST_PLACES + " places");
        }
    }
}
