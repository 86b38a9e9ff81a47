package org.emiadi.appointments.http;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.appointments.Hold;
import org.jspecify.annotations.Nullable;

/// A hold as JSON.
@Schema(name = "Hold")
record HoldJson(
        @Schema(description = "Send it as hold_id with POST /appointments")
        int holdId,

        @Nullable Integer patientId,
        int providerId,
        @Nullable Integer appointmentTypeId,
        int facilityId,
        Instant startTime,
        Instant endTime,

        @Schema(description = "When it is free again by itself")
        Instant heldUntil) {

    static HoldJson of(Hold hold) {
        return new HoldJson(
                hold.id(),
                hold.patient() == null ? null : hold.patient().value(),
                hold.provider().value(),
                hold.typeId(),
                hold.facilityId(),
                hold.during().start(),
                hold.during().end(),
                hold.until());
    }

    /// What is told of a hold that was let go.
    @Schema(name = "HoldReleased")
    record Released(String message) {}

    /// A slot to be held.
    @Schema(name = "NewHold")
    record New(
            @Schema(description = "For whom; staff may leave it out, patients hold for themselves") @Nullable
            Integer patientId,

            @NotNull @Schema(examples = "2") Integer providerId,
            @Schema(examples = "1") @Nullable Integer appointmentTypeId,

            @NotNull @Schema(examples = "2027-03-01T09:00:00+03:00")
            Instant startTime,

            @Schema(description = "Left out, as long as the type takes") @Nullable
            Instant endTime,

            @Nullable Integer facilityId,
            @Nullable Integer roomId) {}
}
