package org.emiadi.queue;

import java.time.Instant;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Priority;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.jspecify.annotations.Nullable;

/// Somebody who is there: waiting, or with the provider.
///
/// @param version  of the appointment
/// @param ticket   the number called out in the waiting room
/// @param patient  null where the actor may not know who it is
/// @param initials of the patient, for everybody who may see the queue
/// @param room     null for none in particular
/// @param status   checked in or in progress
/// @param start    of the appointment
/// @param waited   whole minutes, from the arrival until the patient was called in, or until now
/// @param position among those who wait, from 1; null once the patient has been called in
public record QueueEntry(
        AppointmentId appointment,
        int version,
        int ticket,
        @Nullable Waiting patient,
        String initials,
        Seeing provider,
        @Nullable Place room,
        Priority priority,
        AppointmentStatus status,
        Instant start,
        Instant arrived,
        int waited,
        @Nullable Integer position) {

    /// The patient by name.
    public record Waiting(PatientId id, String name) {}

    /// The provider by name.
    public record Seeing(ProviderId id, String name) {}

    /// The consulting room by name.
    public record Place(int id, String name) {}
}
