/// Absences, and what needs moving because of them, as JSON.
/// Start at [TimeOffResource] and [NeedsMovingResource].
@NullMarked
package org.emiadi.absences.http;

import org.jspecify.annotations.NullMarked;
