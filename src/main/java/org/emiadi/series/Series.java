package org.emiadi.series;

import java.time.Instant;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.jspecify.annotations.Nullable;

/// Appointments of a patient with a provider that were booked together.
///
/// @param typeId    of the appointments; null for none in particular
/// @param createdBy the user who booked it; null for the house itself
public record Series(
        SeriesId id,
        PatientId patient,
        ProviderId provider,
        @Nullable Integer typeId,
        Instant createdAt,
        @Nullable Integer createdBy) {}
