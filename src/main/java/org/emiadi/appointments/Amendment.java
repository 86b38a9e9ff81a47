package org.emiadi.appointments;

import java.util.Optional;
import org.emiadi.appointments.Booking.Named;

/// What can come of changing the room, the cover or the priority. Everything but [Amended] has written nothing but its
/// trace.
public sealed interface Amendment {

    /// It is done; the appointment as it now stands.
    record Amended(Appointment appointment, boolean coverExpires) implements Amendment {}

    /// There is no such appointment that the actor may see.
    record Absent() implements Amendment {}

    /// Patients name the cover; rooms and priorities are for staff.
    record NotAllowed() implements Amendment {}

    /// Somebody changed the appointment after the actor had read it.
    record Stale() implements Amendment {}

    /// There is no such room in the facility, or no such cover of the patient.
    record Unknown(Named what) implements Amendment {}

    /// The cover ends before the day of the visit.
    record CoverExpired() implements Amendment {}

    /// Only who has checked in has a priority.
    record NotInQueue() implements Amendment {}

    /// The room is taken at that time.
    ///
    /// @param other by which appointment; empty for a hold
    record RoomBusy(Optional<Appointment> other) implements Amendment {}

    /// What an appointment is to have. What is null stays; what is empty is cleared.
    record Wanted(
            @org.jspecify.annotations.Nullable Optional<Integer> room,
            @org.jspecify.annotations.Nullable Optional<Integer> cover,
            @org.jspecify.annotations.Nullable Priority priority) {}
}
