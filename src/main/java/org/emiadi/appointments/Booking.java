package org.emiadi.appointments;

import java.util.Optional;

/// What can come of asking for an appointment. Everything but [Booked] has written nothing but its trace.
public sealed interface Booking {

    /// It stands.
    record Booked(Appointment appointment) implements Booking {}

    /// The provider is in another appointment at that time.
    ///
    /// @param other which one; empty where the actor may not see it
    record ProviderBusy(Optional<Appointment> other) implements Booking {}

    /// The patient is in another appointment at that time.
    ///
    /// @param other which one; empty where the actor may not see it
    record PatientBusy(Optional<Appointment> other) implements Booking {}

    /// What the request names is not there.
    ///
    /// @param what the first of them
    record Unknown(Named what) implements Booking {}

    /// Patients book for themselves, providers with themselves.
    record NotOwn() implements Booking {}

    /// Patients book times to come.
    record InThePast() implements Booking {}

    /// What a request names.
    enum Named {
        PATIENT,
        PROVIDER,
        TYPE
    }
}
