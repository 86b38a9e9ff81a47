/// The figures of the clinic as a page: what stands out, plots made on the server, each with its table, and tables as
/// files.
/// Always true: whatever is drawn also stands in a table, and each share says what it is a share of.
/// Start at [ReportPages].
@NullMarked
package org.emiadi.pages.reports;

import org.jspecify.annotations.NullMarked;
