/// Booking, moving, completing and cancelling appointments.
/// Always true: no provider and no patient is in two appointments at once, cancelled ones aside; the database holds it
/// (`appointments_provider_not_double_booked`, `appointments_patient_not_double_booked`).
/// Start at [Appointments]; the outcomes are in [Booking] and [StatusChange], the rules in [BookingRules].
@NullMarked
package org.emiadi.appointments;

import org.jspecify.annotations.NullMarked;
