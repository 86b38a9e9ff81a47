package org.emiadi.availability;

/// What can come of adding, changing or removing working hours.
public sealed interface HoursOutcome {

    /// It is done; the hours as they now stand, or stood.
    record Done(Hours hours) implements HoursOutcome {}

    /// There are no such hours that the actor may change.
    record Absent() implements HoursOutcome {}

    /// A provider plans their own hours only.
    record NotOwn() implements HoursOutcome {}

    /// Somebody changed the hours after the actor had read them.
    record Stale() implements HoursOutcome {}

    /// There is nothing with the id that was given for `what`.
    record Unknown(Named what) implements HoursOutcome {}

    /// The hours would hold on no day at all.
    record NoDay() implements HoursOutcome {}

    /// The provider works at that time at that facility by other hours already.
    record Overlap(HoursId other) implements HoursOutcome {}

    /// What hours name by its id.
    enum Named {
        PROVIDER,
        FACILITY,
        TYPE
    }
}
