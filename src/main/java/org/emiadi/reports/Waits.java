package org.emiadi.reports;

import java.util.Optional;

/// How long patients waited: on the day, from their arrival until they were called in; and before, from the booking
/// to the appointment.
///
/// @param waited      who arrived and was called in
/// @param minutes     how long these waited; empty where there were none
/// @param bookedAhead appointments that were booked before they began, cancelled or not, but for walk-ins
/// @param days        how long before; empty where there were none
/// @param walkIns     who was checked in with the booking, that is within a minute of it
public record Waits(int waited, Optional<Spread> minutes, int bookedAhead, Optional<Spread> days, int walkIns) {
    static final Waits NONE = new Waits(0, Optional.empty(), 0, Optional.empty(), 0);

    /// How a figure is spread.
    ///
    /// @param median     half had less, half more
    /// @param mostOfThem nine of ten had at most that
    public record Spread(double median, double mostOfThem, double longest) {}
}
