package org.emiadi.appointments;

import java.time.Instant;
import java.util.Optional;

/// Why a time cannot be had, whether an appointment is booked for it, moved to it, or held.
public sealed interface TimeRefusal extends Booking, StatusChange, HoldOutcome {

    /// All the places of the provider are taken at that time.
    ///
    /// @param other by which appointment; empty where the actor may not see it
    record ProviderBusy(Optional<Appointment> other) implements TimeRefusal {}

    /// The patient is in another appointment at that time.
    ///
    /// @param other which one; empty where the actor may not see it
    record PatientBusy(Optional<Appointment> other) implements TimeRefusal {}

    /// The room is taken at that time.
    ///
    /// @param other by which appointment; empty where the actor may not see it
    record RoomBusy(Optional<Appointment> other) implements TimeRefusal {}

    /// Somebody is about to book that time.
    ///
    /// @param until when it is free again unless they do
    record Held(Instant until) implements TimeRefusal {}

    /// The provider does not work then; staff may book nevertheless, if they say why.
    record OutsideHours() implements TimeRefusal {}

    /// Patients book the slots that are offered; this is none of them.
    record NotOffered() implements TimeRefusal {}

    /// Appointments of that type are booked and moved by staff.
    record StaffOnly() implements TimeRefusal {}

    /// Patients book times to come.
    record InThePast() implements TimeRefusal {}
}
