/// Reports as JSON and as CSV, for administrators.
/// Start at [ReportResource].
@NullMarked
package org.emiadi.reports.http;

import org.jspecify.annotations.NullMarked;
