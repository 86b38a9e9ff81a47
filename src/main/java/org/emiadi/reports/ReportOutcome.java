package org.emiadi.reports;

/// What can come of asking for a report.
public sealed interface ReportOutcome<F> {

    record Made<F>(Report<F> report) implements ReportOutcome<F> {}

    /// There is no facility of that id.
    record NoSuchFacility<F>() implements ReportOutcome<F> {}
}
