/// The pages on which patients look after their own visits, covers, records and details, on a small phone over a slow
/// line: one thing a page, no script, and day, hour, provider and place always told together.
///
/// Always true: whoever reads is the patient whose data it is; the doors decide it, not these pages.
/// Start at [MePages]; finding and booking a time is in `booking`.
@NullMarked
package org.emiadi.pages.patient;

import org.jspecify.annotations.NullMarked;
