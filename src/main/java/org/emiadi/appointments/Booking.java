package org.emiadi.appointments;

/// What can come of asking for an appointment. Everything but [Booked] has written nothing but its trace.
public sealed interface Booking
        permits Booking.Booked,
                Booking.Unknown,
                Booking.NotOwn,
                Booking.StaffTerms,
                Booking.TypeRequired,
                Booking.TypeNotOffered,
                Booking.CoverExpired,
                TimeRefusal {

    /// It stands.
    ///
    /// @param coverExpires whether the cover named ends before the day of the visit, of which staff are warned
    record Booked(Appointment appointment, boolean coverExpires) implements Booking {}

    /// What the request names is not there.
    ///
    /// @param what the first of them
    record Unknown(Named what) implements Booking {}

    /// Patients book for themselves, providers with themselves.
    record NotOwn() implements Booking {}

    /// Rooms, and times beside the hours, are for staff to give.
    record StaffTerms() implements Booking {}

    /// Patients say what the appointment is for; that decides how long it takes.
    record TypeRequired() implements Booking {}

    /// The provider does not offer appointments of that type.
    record TypeNotOffered() implements Booking {}

    /// The cover ends before the day of the visit.
    record CoverExpired() implements Booking {}

    /// What a request names.
    enum Named {
        PATIENT,
        PROVIDER,
        TYPE,
        FACILITY,
        ROOM,
        COVER
    }
}
