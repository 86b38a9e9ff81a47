package org.emiadi.clinic;

/// What can come of changing the settings.
public sealed interface ClinicOutcome {

    /// It is done; the clinic as it is now set.
    record Done(Clinic clinic) implements ClinicOutcome {}

    /// Somebody changed the settings after the actor had read them.
    record Stale() implements ClinicOutcome {}
}
