package org.emiadi.board;

import java.time.Instant;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// An appointment on a board.
///
/// @param type         what for; null for nothing in particular
/// @param room         by name; null for none in particular
/// @param outsideHours booked on purpose where no hours are published
/// @param displaced    whether it needs moving, as somebody is away
/// @param presence     how far the visit has gone
/// @param version      grows by one with each change
public record Visit(
        AppointmentId id,
        ProviderId provider,
        Who patient,
        TimeRange during,
        int lane,
        AppointmentStatus status,
        @Nullable Kind type,
        @Nullable String room,
        boolean outsideHours,
        boolean displaced,
        Presence presence,
        int version) {

    /// The patient by name.
    ///
    /// @param number that the clinic gave them
    /// @param phone  null where none is known
    public record Who(
            PatientId id,
            String number,
            String name,
            @Nullable String phone) {}

    /// The appointment type by name, in its colour.
    public record Kind(int id, String name, String colour) {}

    /// When the patient came, was called in and left, as far as it has gone.
    ///
    /// @param ticket called out in the waiting room; there with `arrived`
    public record Presence(
            @Nullable Instant arrived,
            @Nullable Instant started,
            @Nullable Instant ended,
            @Nullable Integer ticket) {}
}
