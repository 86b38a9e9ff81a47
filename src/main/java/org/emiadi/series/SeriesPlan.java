package org.emiadi.series;

import java.util.List;
import org.emiadi.appointments.Booking;

/// What can come of looking how a series could be booked. Nothing has been written but its trace.
public sealed interface SeriesPlan {

    /// All its visits, in the order of time.
    record Planned(List<PlannedVisit> visits) implements SeriesPlan {}

    /// It could not be booked at any time, for what it names or who asks.
    record Refused(Booking why) implements SeriesPlan {}
}
