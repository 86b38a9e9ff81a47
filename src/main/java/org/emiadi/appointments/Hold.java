package org.emiadi.appointments;

import java.time.Instant;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// A slot kept for somebody for a short while (FHIR `Slot.status` `busy-tentative`). Against rivals it is as strong as
/// an appointment; it is none until it is booked.
///
/// @param patient for whom; null where the desk does not know yet
/// @param until   when it is free again by itself
public record Hold(
        int id,
        @Nullable PatientId patient,
        ProviderId provider,
        @Nullable Integer typeId,
        int facilityId,
        TimeRange during,
        Instant until) {}
