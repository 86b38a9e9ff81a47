package org.emiadi.pages.reports;

import org.emiadi.reports.CapacityUse;
import org.emiadi.reports.Report;
import org.emiadi.reports.VisitCounts;
import org.emiadi.reports.Waits;

/// All that was counted for the page.
///
/// @param isOver whether nothing of the period is still to come
record Figures(
        Report<VisitCounts> visits, Report<CapacityUse> capacity, Report<Waits> waits, Before before, boolean isOver) {

    /// The totals of the days before.
    record Before(VisitCounts visits, CapacityUse capacity, Waits waits) {}
}
