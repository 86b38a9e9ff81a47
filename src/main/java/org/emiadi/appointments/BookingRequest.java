package org.emiadi.appointments;

import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// An appointment that somebody would like to have.
///
/// @param typeId of the [AppointmentTypes]; null for none in particular
public record BookingRequest(
        PatientId patient, ProviderId provider, @Nullable Integer typeId, TimeRange during) {}
