package org.emiadi.appointments;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What somebody would like an appointment to become.
///
/// @param expected the version that the actor has seen; empty where any will do
public record StatusRequest(
        AppointmentStatus status,
        @Nullable Move move,
        @Nullable String reason,
        @Nullable Side cancelledBy,
        @Nullable Priority priority,
        OptionalInt expected) {

    /// Where to; for [AppointmentStatus#RESCHEDULED] only, and never null there.
    ///
    /// @param end          null to keep the length
    /// @param outsideHours whether staff want the time although no hours are published then
    public record Move(Instant start, @Nullable Instant end, boolean outsideHours) {}

    /// A change that needs no more to be said.
    public static StatusRequest of(AppointmentStatus status) {
        return because(status, null);
    }

    public static StatusRequest because(AppointmentStatus status, @Nullable String reason) {
        return new StatusRequest(status, null, reason, null, null, OptionalInt.empty());
    }

    /// To another time, for as long as it took before where `end` is null.
    public static StatusRequest moveTo(Instant start, @Nullable Instant end) {
        return new StatusRequest(
                AppointmentStatus.RESCHEDULED, new Move(start, end, false), null, null, null, OptionalInt.empty());
    }

    /// The same, if the appointment still has that version.
    public StatusRequest expecting(OptionalInt version) {
        return new StatusRequest(status, move, reason, cancelledBy, priority, version);
    }
}
