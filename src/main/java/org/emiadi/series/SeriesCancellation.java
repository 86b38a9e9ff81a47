package org.emiadi.series;

import java.util.List;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.StatusChange;

/// What can come of cancelling a series. Everything but [Cancelled] has written nothing but its trace.
public sealed interface SeriesCancellation {

    /// Nothing of it is to come any more.
    ///
    /// @param appointments those that were cancelled, in the order of time; none where nothing was to come
    record Cancelled(SeriesId series, List<AppointmentId> appointments) implements SeriesCancellation {}

    /// There is no such series that the actor may see.
    record Absent() implements SeriesCancellation {}

    /// One of its appointments cannot be cancelled.
    record Refused(StatusChange why) implements SeriesCancellation {}
}
