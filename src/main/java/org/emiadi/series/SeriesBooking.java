package org.emiadi.series;

import java.util.List;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Booking;

/// What can come of asking for a series. Everything but [Booked] has written nothing but its trace.
public sealed interface SeriesBooking {

    /// It stands, whole.
    ///
    /// @param appointments in the order of time
    /// @param coverExpires whether the cover named ends before the day of a visit, of which staff are warned
    record Booked(Series series, List<AppointmentId> appointments, boolean coverExpires) implements SeriesBooking {}

    /// Some of its visits cannot be had.
    ///
    /// @param visits all of them, in the order of time
    record Conflicting(List<PlannedVisit> visits) implements SeriesBooking {}

    /// It could not be booked at any time, for what it names or who asks.
    record Refused(Booking why) implements SeriesBooking {}
}
