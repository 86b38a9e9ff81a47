/// Types of appointments, holds, bookings, and the life of a visit from the booking to its end.
/// Always true: no provider, no patient and no room is in two appointments at once but for the places of one session,
/// and
/// no provider at two facilities; the database holds it (`appointments_provider_not_double_booked`,
/// `appointments_provider_in_one_place`, `appointments_patient_not_double_booked`,
/// `appointments_room_not_double_booked`).
/// A hold is a row of the same table and guarded alike; nobody sees it as an appointment.
/// Start at [Appointments]; the outcomes are in [Booking], [StatusChange] and [TimeRefusal], the rules in
/// [BookingRules] and
/// [AppointmentStatus], and [Diary] takes the time.
@NullMarked
package org.emiadi.appointments;

import org.jspecify.annotations.NullMarked;
