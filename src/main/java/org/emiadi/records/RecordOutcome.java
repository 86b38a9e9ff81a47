package org.emiadi.records;

/// What can come of writing, changing or deleting a record. Everything but [Done] has written nothing but its trace.
public sealed interface RecordOutcome {

    /// It is done; the record as it now stands, or stood.
    record Done(MedicalRecord record) implements RecordOutcome {}

    /// There is no such record, or no such appointment, that is the actor's to write.
    record Absent() implements RecordOutcome {}

    /// The actor may read the record and is not the one who wrote it.
    record NotAuthor() implements RecordOutcome {}

    /// Somebody changed the record after the actor had read it.
    record Stale() implements RecordOutcome {}

    /// Nothing would stand in the record.
    record SaysNothing() implements RecordOutcome {}

    /// The appointment was cancelled: there was no visit.
    record NoVisit() implements RecordOutcome {}

    /// The day of the visit is still to come.
    record NotYet() implements RecordOutcome {}
}
