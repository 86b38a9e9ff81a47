package org.emiadi.waiting;

import org.emiadi.appointments.Appointment;

/// What can come of accepting or declining an offer.
public sealed interface Answer {

    /// The slot is the patient's.
    ///
    /// @param moved whether the appointment was there before, at another time
    record Accepted(Appointment appointment, boolean moved) implements Answer {}

    /// The next in line is asked; the entry waits on.
    record Declined() implements Answer {}

    /// There is no such entry that the actor may see.
    record Absent() implements Answer {}

    /// Nothing is offered, or not any more.
    record Gone() implements Answer {}
}
