/// Working hours as JSON.
/// Start at [WorkingHoursResource].
@NullMarked
package org.emiadi.availability.http;

import org.jspecify.annotations.NullMarked;
