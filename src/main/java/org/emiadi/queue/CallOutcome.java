package org.emiadi.queue;

import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.StatusChange;

/// What can come of calling the next patient in. Everything but [Called] has written nothing but its trace.
public sealed interface CallOutcome {

    /// The patient is called in; the appointment as it now stands.
    record Called(Appointment appointment) implements CallOutcome {}

    /// Nobody waits for that provider.
    record NobodyWaiting() implements CallOutcome {}

    /// Providers call in their own patients.
    record NotOwn() implements CallOutcome {}

    /// There is no such facility.
    record NoSuchFacility() implements CallOutcome {}

    /// The appointment of the patient whose turn it is could not be changed.
    record Refused(StatusChange why) implements CallOutcome {}
}
