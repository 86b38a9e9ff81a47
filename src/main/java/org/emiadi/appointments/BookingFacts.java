package org.emiadi.appointments;

import java.time.LocalDate;
import org.emiadi.appointments.Appointment.Place;
import org.emiadi.appointments.Booking.Named;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// What the database knows about a time that is asked for, for [BookingRules] to decide on. Who is in the way is not
/// among it: that is decided by writing, not by looking.
///
/// @param unknown  the first thing named that is not there; null where all are
/// @param during   the time asked for, with its end; null where that follows from a type that is unknown
/// @param type     null for none in particular
/// @param isOffered whether the provider offers that type
/// @param isSlot   whether it is a slot that is free at the moment; asked for patients only
/// @param coverEnds the last day of the cover; null where none is named
/// @param drawn     what the appointment will be known by; null where that is seen when it is there
record BookingFacts(
        @Nullable Named unknown,
        @Nullable TimeRange during,
        @Nullable AppointmentType type,
        boolean isOffered,
        Hours hours,
        boolean isSlot,
        Place place,
        @Nullable LocalDate coverEnds,
        BookingSql.@Nullable Entered drawn) {

    /// How the time lies to the hours of the provider.
    ///
    /// @param published whether the provider has published any that hold then or later
    /// @param capacity  places of the session that has the time open; 0 where none has
    record Hours(boolean published, int capacity) {
        boolean open() {
            return capacity > 0;
        }

        /// Places to choose from: at least the one that a provider always has.
        int places() {
            return Math.max(capacity, 1);
        }
    }

    /// The time asked for; a bug where something is [#unknown].
    TimeRange time() {
        if (during == null) {
            throw new IllegalStateException("the end of the time is not known");
        }
        return during;
    }

    /// Whether the cover named ends before the facility's day of the visit.
    boolean coverExpires() {
        return coverEnds != null
                && coverEnds.isBefore(time().start().atZone(place.zone()).toLocalDate());
    }
}
