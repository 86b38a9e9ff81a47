/// Appointments and their types as JSON.
/// Start at [AppointmentResource].
@NullMarked
package org.emiadi.appointments.http;

import org.jspecify.annotations.NullMarked;
