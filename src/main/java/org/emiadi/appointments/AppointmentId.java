package org.emiadi.appointments;

/// The number of an appointment.
public record AppointmentId(int value) {}
