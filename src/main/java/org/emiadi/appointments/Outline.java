package org.emiadi.appointments;

import org.emiadi.platform.TimeRange;

/// What a request for an appointment comes to, before anybody has looked whether the time can be had.
public sealed interface Outline {

    /// It would take place then and there.
    record Drawn(TimeRange during, Appointment.Place place) implements Outline {}

    /// It would be refused at any time, as a booking would be.
    record Refused(Booking why) implements Outline {}
}
