package org.emiadi.queue;

import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.Booking;

/// What can come of a walk-in. Everything but [Entered] has written nothing but its trace.
public sealed interface WalkInOutcome {

    /// The patient waits.
    ///
    /// @param appointment with its ticket
    /// @param position    among those who wait at the facility, from 1
    record Entered(Appointment appointment, int position) implements WalkInOutcome {}

    /// Nobody who may see the patient has enough time left today.
    ///
    /// @param chosen whether one provider was asked for
    record NobodyFree(boolean chosen) implements WalkInOutcome {}

    /// The patient waits already, for that provider or, where anybody will do, at that facility.
    ///
    /// @param appointment by its number
    /// @param ticket      that they have
    record WaitsAlready(int appointment, int ticket) implements WalkInOutcome {}

    /// It could not be booked, whoever has time.
    record Refused(Booking why) implements WalkInOutcome {}
}
