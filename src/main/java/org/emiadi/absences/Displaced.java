package org.emiadi.absences;

import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;

/// An appointment that is still to take place although its provider or its facility is away then.
public record Displaced(
        AppointmentId id,
        PatientId patient,
        ProviderId provider,
        FacilityId facility,
        TimeRange during,
        AppointmentStatus status) {}
