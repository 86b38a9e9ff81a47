package org.emiadi.insurance;

/// What can come of adding, changing or removing a cover.
public sealed interface CoverOutcome {

    /// It is done; the cover as it now stands, or stood.
    record Done(Cover cover) implements CoverOutcome {}

    /// There is no such cover that the actor may see.
    record Absent() implements CoverOutcome {}

    /// The actor may look after their own covers only.
    record NotOwn() implements CoverOutcome {}

    /// There is no such patient.
    record NoSuchPatient() implements CoverOutcome {}

    /// Another cover has that policy number.
    record PolicyInUse() implements CoverOutcome {}

    /// Somebody changed the cover after the actor had read it.
    record Stale() implements CoverOutcome {}
}
