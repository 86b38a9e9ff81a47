package org.emiadi.records;

import java.time.Instant;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;

/// The medical record of a visit.
///
/// @param createdAt when it was first written
/// @param version   grows by one with each change
public record MedicalRecord(
        int id,
        AppointmentId appointment,
        PatientId patient,
        ProviderId provider,
        Findings findings,
        Instant createdAt,
        int version) {}
