package org.emiadi.reports;

import java.util.OptionalDouble;

/// What became of the time in which providers could be booked, in minutes. A session with three places counts its
/// time three times.
///
/// @param published in the working hours as they stand today, without time off, closures and holidays
/// @param booked    of these, taken by appointments with the minutes before and after them
/// @param missed    of these, kept for patients who did not come, and given to nobody else
/// @param outside   taken by appointments where nothing was published
public record CapacityUse(long published, long booked, long missed, long outside) {
    static final CapacityUse NONE = new CapacityUse(0, 0, 0, 0);

    /// Of the published, for which nobody was booked.
    public long free() {
        return published - booked - missed;
    }

    /// How much of the published time was booked; empty where none was published.
    public OptionalDouble use() {
        return Share.of(booked, published);
    }
}
