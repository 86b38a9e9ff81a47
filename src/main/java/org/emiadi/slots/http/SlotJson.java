package org.emiadi.slots.http;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.slots.FreeDay;
import org.emiadi.slots.Slot;
import org.jspecify.annotations.Nullable;

/// A free slot as JSON.
@Schema(name = "Slot")
public record SlotJson(
        int providerId,
        @Schema(examples = "Otieno Odhiambo") String providerName,
        @Schema(examples = "Clinical officer") String cadre,
        @Schema(examples = "Paediatrics") @Nullable String specialization,
        int facilityId,
        @Schema(examples = "Main clinic") String facilityName,

        @Schema(description = "Of the clock on the facility's wall", examples = "Africa/Nairobi")
        String timeZone,

        Instant startTime,
        Instant endTime,

        @Schema(description = "How many can still be booked for this very time")
        int placesLeft) {

    static SlotJson of(Slot slot) {
        return new SlotJson(
                slot.by().id().value(),
                slot.by().name(),
                slot.by().cadre(),
                slot.by().specialization(),
                slot.at().id().value(),
                slot.at().name(),
                slot.at().zone().getId(),
                slot.during().start(),
                slot.during().end(),
                slot.places());
    }

    /// A day with free slots as JSON.
    @Schema(name = "FreeDay")
    record Day(
            @Schema(description = "By the calendar on the facility's wall")
            LocalDate date,

            @Schema(description = "How many slots are free") int free) {

        static Day of(FreeDay day) {
            return new Day(day.date(), day.free());
        }
    }
}
