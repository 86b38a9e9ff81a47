package org.emiadi.records;

import java.util.Optional;

/// What can come of signing: of making a draft the record of its visit. Everything but [Signed] has written no record.
public sealed interface Signing {

    /// The record is written, and the draft is gone.
    record Signed(MedicalRecord record) implements Signing {}

    /// The visit has its record already; whoever pressed twice has signed once.
    record AlreadySigned(MedicalRecord record) implements Signing {}

    /// The draft was saved or discarded from somewhere else meanwhile.
    ///
    /// @param current empty where there is none any more
    record Stale(Optional<RecordDraft> current) implements Signing {}

    /// The record cannot be written. The draft stays as it was.
    record Refused(RecordOutcome why) implements Signing {}
}
