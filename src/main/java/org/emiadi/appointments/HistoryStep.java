package org.emiadi.appointments;

import java.time.Instant;
import org.emiadi.platform.Role;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// One step of an appointment's life. Steps are kept for good.
///
/// @param userId by whom; null for the house itself
/// @param from   null for the booking
/// @param during the time that counts after it
public record HistoryStep(
        Instant at,
        @Nullable Integer userId,
        Role role,
        @Nullable AppointmentStatus from,
        AppointmentStatus to,
        TimeRange during,
        @Nullable String reason) {}
