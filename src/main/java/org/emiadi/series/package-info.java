/// Several appointments in one call: antenatal visits, refills, a course of vaccinations.
/// Always true: a series is booked whole or not at all, by the rules of booking, which stand in `appointments` alone.
/// Start at [AppointmentSeries]; when visits begin is said by [Rhythm], what can come of it by [SeriesBooking].
@NullMarked
package org.emiadi.series;

import org.jspecify.annotations.NullMarked;
