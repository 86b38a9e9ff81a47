package org.emiadi.appointments;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What somebody would like an appointment to become.
///
/// @param newStart for [AppointmentStatus#RESCHEDULED] only, and never null there
/// @param newEnd   null to keep the length
/// @param expected the version that the actor has seen; empty where any will do
public record StatusRequest(
        AppointmentStatus status,
        @Nullable Instant newStart,
        @Nullable Instant newEnd,
        @Nullable String reason,
        OptionalInt expected) {}
