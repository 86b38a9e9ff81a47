package org.emiadi.reports;

import java.util.Optional;
import org.emiadi.facilities.FacilityId;

/// What is asked of a report.
///
/// @param facility empty for all of them
public record ReportRequest(Period period, Grouping by, Optional<FacilityId> facility) {

    /// The same of the days before.
    public ReportRequest before() {
        return new ReportRequest(period.before(), by, facility);
    }
}
