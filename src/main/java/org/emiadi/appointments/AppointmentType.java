package org.emiadi.appointments;

/// What an appointment is for: `Consultation`, `Follow-up`, … Its name is unique, case aside.
public record AppointmentType(int id, String name) {
    public AppointmentType {
        name = name.strip();
    }
}
