/// What every room stands on: the database, who is acting, times, phone numbers, problems.
/// Always true: nothing here knows a patient, a provider or an appointment.
/// Start at [Database] and [Actor].
@NullMarked
package org.emiadi.platform;

import org.jspecify.annotations.NullMarked;
