/// When providers work: weekly hours at a facility, and sessions on one day.
/// Always true: hours are what the clock on the facility's wall shows; no two rows of a provider at a facility say the
/// same twice; changing or removing hours touches no appointment.
/// Start at [WorkingHours]; which hours collide stands in [HoursRules].
@NullMarked
package org.emiadi.availability;

import org.jspecify.annotations.NullMarked;
