package org.emiadi.pages.practice;

import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;

/// What is not there, or not the reader's to see; the two look the same.
final class Missing {
    private Missing() {}

    /// Thrown outside of the transaction, so that the trace of who asked stays.
    static ProblemException problem() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND));
    }
}
