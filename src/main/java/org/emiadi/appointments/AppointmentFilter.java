package org.emiadi.appointments;

import java.time.Instant;
import java.util.Optional;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;

/// Which appointments to list; what is empty does not narrow the list.
///
/// @param from     the earliest start, included
/// @param to       the latest start, not included
/// @param facility by its number
public record AppointmentFilter(
        Optional<AppointmentStatus> status,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<ProviderId> provider,
        Optional<PatientId> patient,
        Optional<Integer> facility) {

    /// All appointments of a patient.
    public static AppointmentFilter of(PatientId patient) {
        return new AppointmentFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(patient),
                Optional.empty());
    }
}
