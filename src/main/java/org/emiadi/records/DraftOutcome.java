package org.emiadi.records;

import java.util.Optional;

/// What can come of saving or discarding a draft. Everything but [Saved] and [Discarded] has written nothing but its
/// trace.
public sealed interface DraftOutcome {

    /// It is saved; the draft as it now stands.
    record Saved(RecordDraft draft) implements DraftOutcome {}

    /// It is gone.
    record Discarded() implements DraftOutcome {}

    /// There is no such visit that is the actor's to write about, or no draft to discard.
    record Absent() implements DraftOutcome {}

    /// The draft was saved, discarded or made a record from somewhere else meanwhile.
    ///
    /// @param current empty where there is none any more
    record Stale(Optional<RecordDraft> current) implements DraftOutcome {}

    /// The appointment was cancelled, or nobody came: there was no visit.
    record NoVisit() implements DraftOutcome {}

    /// The day of the visit is still to come.
    record NotYet() implements DraftOutcome {}
}
