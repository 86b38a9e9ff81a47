package org.emiadi.appointments;

import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// A patient and a provider meet (FHIR `Appointment`).
///
/// @param booked  the time it was first booked for
/// @param moved   the time it was moved to; null where it never was
/// @param reason  why it stands where it stands, in the words of who changed it last
/// @param version grows by one with each change
public record Appointment(
        AppointmentId id,
        @Nullable Integer typeId,
        PatientId patient,
        ProviderId provider,
        TimeRange booked,
        AppointmentStatus status,
        @Nullable TimeRange moved,
        @Nullable String reason,
        int version) {

    /// The time that counts.
    public TimeRange during() {
        return moved == null ? booked : moved;
    }
}
