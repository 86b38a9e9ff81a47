package org.emiadi.appointments;

import java.util.Optional;

/// What can come of changing where an appointment stands. Everything but [Changed] has written nothing but its trace.
public sealed interface StatusChange {

    /// It is done; the appointment as it now stands.
    record Changed(Appointment appointment) implements StatusChange {}

    /// There is no such appointment that the actor may see.
    record Absent() implements StatusChange {}

    /// The actor's role does not make that change.
    record NotAllowed() implements StatusChange {}

    /// Somebody changed the appointment after the actor had read it.
    record Stale() implements StatusChange {}

    /// One does not follow the other.
    record NoSense(AppointmentStatus from, AppointmentStatus to) implements StatusChange {}

    /// It cannot be completed before the day on which it takes place.
    record TooEarly() implements StatusChange {}

    /// The patient can no longer cancel or move what has begun.
    record HasBegun() implements StatusChange {}

    /// Patients move to times to come.
    record InThePast() implements StatusChange {}

    /// The new end is not after the new start, or more than a day later.
    record BadTimes(String key) implements StatusChange {}

    /// A visit with a medical record took place; it cannot be cancelled.
    record HasRecord() implements StatusChange {}

    /// The provider is in another appointment at the new time.
    ///
    /// @param other which one; empty where the actor may not see it
    record ProviderBusy(Optional<Appointment> other) implements StatusChange {}

    /// The patient is in another appointment at the new time.
    ///
    /// @param other which one; empty where the actor may not see it
    record PatientBusy(Optional<Appointment> other) implements StatusChange {}
}
