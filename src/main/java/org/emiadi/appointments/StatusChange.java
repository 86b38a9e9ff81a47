package org.emiadi.appointments;

/// What can come of changing where an appointment stands. Everything but [Changed] has written nothing but its trace.
public sealed interface StatusChange
        permits StatusChange.Changed,
                StatusChange.Absent,
                StatusChange.NotAllowed,
                StatusChange.Stale,
                StatusChange.NoSense,
                StatusChange.TooEarly,
                StatusChange.NotToday,
                StatusChange.HasBegun,
                StatusChange.BadTimes,
                StatusChange.HasRecord,
                StatusChange.CoverExpires,
                StatusChange.NotWith,
                TimeRefusal {

    /// It is done; the appointment as it now stands.
    record Changed(Appointment appointment) implements StatusChange {}

    /// There is no such appointment that the actor may see.
    record Absent() implements StatusChange {}

    /// The actor's role does not make that change.
    record NotAllowed() implements StatusChange {}

    /// Somebody changed the appointment after the actor had read it.
    record Stale() implements StatusChange {}

    /// One does not follow the other.
    record NoSense(AppointmentStatus from, AppointmentStatus to) implements StatusChange {}

    /// Not before the day on which it takes place, or, where nobody came, its beginning.
    record TooEarly(AppointmentStatus to) implements StatusChange {}

    /// Patients check in on the day on which it takes place.
    record NotToday() implements StatusChange {}

    /// The patient can no longer cancel or move what has begun.
    record HasBegun() implements StatusChange {}

    /// The new end is not after the new start, or more than a day later.
    record BadTimes(String key) implements StatusChange {}

    /// The cover to be used ends before the new day.
    record CoverExpires() implements StatusChange {}

    /// The provider to whom it is to be moved does not take it.
    record NotWith(Why why) implements StatusChange {

        /// What keeps them from it.
        public enum Why {
            NO_SUCH_PROVIDER,
            TYPE_NOT_OFFERED
        }
    }

    /// A visit with a medical record took place; it cannot be cancelled.
    record HasRecord() implements StatusChange {}
}
