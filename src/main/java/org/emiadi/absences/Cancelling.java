package org.emiadi.absences;

import java.util.List;

/// What can come of cancelling several appointments at once.
public sealed interface Cancelling {

    /// All of them are cancelled.
    record Cancelled(int count) implements Cancelling {}

    /// None of them is.
    ///
    /// @param faults those that stand in the way
    record Refused(List<Fault> faults) implements Cancelling {}

    /// Why one of them cannot be cancelled.
    ///
    /// @param index of the first place where it was named, counted from 0
    record Fault(int index, Why why) {}

    /// What may be wrong with one of them.
    enum Why {
        /// It does not need moving any more, is not there, or the actor may not see it.
        NOT_ON_THE_LIST,
        /// Its state does not allow it, as where a medical record was written meanwhile.
        CANNOT_BE_CANCELLED
    }
}
