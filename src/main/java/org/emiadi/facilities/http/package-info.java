/// Facilities and their rooms as JSON.
/// Start at [FacilityResource].
@NullMarked
package org.emiadi.facilities.http;

import org.jspecify.annotations.NullMarked;
