package org.emiadi.waiting;

/// What can come of asking for a place on the waiting list. Everything but [Joined] has written nothing but its trace.
public sealed interface Joining {

    /// It is done; the entry as it now stands, perhaps with an offer.
    record Joined(Entry entry) implements Joining {}

    /// Patients wait for themselves.
    record NotOwn() implements Joining {}

    /// What the wishes name is not there.
    ///
    /// @param what the first of them
    record Unknown(Named what) implements Joining {}

    /// Appointments of that type are given by the desk.
    record StaffOnly() implements Joining {}

    /// The provider does not offer appointments of that type.
    record TypeNotOffered() implements Joining {}

    /// The appointment that is to be moved is over, or will not take place.
    record NotToCome() implements Joining {}

    /// The appointment that is to be moved is of another type, or with another provider.
    record NotOfTheAppointment(Named what) implements Joining {}

    /// The last day is before the first one.
    record Backwards() implements Joining {}

    /// The last day has passed.
    record TooLate() implements Joining {}

    /// The last day is farther away than anybody may wait for.
    record TooFar() implements Joining {}

    /// The patient has as many entries as they may.
    record Full() implements Joining {}

    /// Somebody waits already for that appointment to be moved.
    record AlreadyWaiting() implements Joining {}

    /// What wishes name.
    enum Named {
        PATIENT,
        PROVIDER,
        TYPE,
        FACILITY,
        APPOINTMENT
    }
}
