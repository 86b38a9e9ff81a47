package org.emiadi.appointments;

import java.time.Instant;
import java.util.OptionalInt;
import org.emiadi.people.ProviderId;
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
    /// @param with         another provider, which the desk may ask for; null to stay with the same
    public record Move(
            Instant start,
            @Nullable Instant end,
            boolean outsideHours,
            @Nullable ProviderId with) {

        /// With the same provider.
        public Move(Instant start, @Nullable Instant end, boolean outsideHours) {
            this(start, end, outsideHours, null);
        }

        boolean isToAnotherThan(ProviderId provider) {
            return with != null && !with.equals(provider);
        }
    }

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
