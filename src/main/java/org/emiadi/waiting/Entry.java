package org.emiadi.waiting;

import java.time.Instant;
import org.emiadi.appointments.AppointmentId;
import org.jspecify.annotations.Nullable;

/// Somebody's place on the waiting list.
///
/// @param byStaff whether the desk made it, and may offer what patients cannot book by themselves
/// @param since   decides who comes first
/// @param booked  what became of it; there where it is fulfilled
/// @param offer   what is offered at the moment
/// @param version grows by one with each change
public record Entry(
        int id,
        Wishes wishes,
        boolean byStaff,
        EntryStatus status,
        Instant since,
        @Nullable AppointmentId booked,
        @Nullable Offer offer,
        int version) {}
