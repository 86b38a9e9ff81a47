package org.emiadi.waiting.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.platform.http.OneLine;
import org.emiadi.waiting.Entry;
import org.emiadi.waiting.Offer;
import org.jspecify.annotations.Nullable;

/// An entry of the waiting list as JSON.
@Schema(name = "WaitingListEntry")
record EntryJson(
        int id,
        int patientId,
        int appointmentTypeId,
        @Nullable Integer providerId,
        @Nullable String cadre,
        @Nullable String specialization,
        @Nullable Integer facilityId,
        LocalDate earliestDate,
        LocalDate latestDate,

        @Schema(description = "1 for Monday to 7 for Sunday; empty for all of them")
        List<Integer> weekdays,

        @Schema(description = "The visit begins then or later, by the facility's clock", examples = "08:00") @Nullable
        String fromTime,

        @Schema(description = "The visit is over by then", examples = "12:30") @Nullable
        String toTime,

        @Schema(description = "The appointment that is to be moved to an earlier time") @Nullable
        Integer appointmentId,

        @Schema(enumeration = {"waiting", "fulfilled", "withdrawn", "expired"})
        String status,

        @Schema(description = "Who came first is asked first")
        Instant createdAt,

        @Schema(description = "What became of it") @Nullable Integer bookedAppointmentId,

        @Schema(description = "What is offered at the moment") @Nullable
        OfferJson offer) {

    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final int LONGEST_CADRE = 100;

    static EntryJson of(Entry entry) {
        var wishes = entry.wishes();
        var with = wishes.with();
        var when = wishes.when();
        var moved = wishes.appointment();
        var booked = entry.booked();
        return new EntryJson(
                entry.id(),
                wishes.patient().value(),
                wishes.type(),
                with.provider() == null ? null : with.provider().value(),
                with.cadre(),
                with.specialization(),
                with.facility() == null ? null : with.facility().value(),
                Objects.requireNonNull(when.earliest()),
                Objects.requireNonNull(when.latest()),
                when.weekdays().stream().map(DayOfWeek::getValue).sorted().toList(),
                when.from() == null ? null : when.from().toString(),
                when.to() == null ? null : when.to().toString(),
                moved == null ? null : moved.value(),
                entry.status().text(),
                entry.since(),
                booked == null ? null : booked.value(),
                entry.offer() == null ? null : OfferJson.of(entry.offer()));
    }

    /// An offer as JSON.
    @Schema(name = "WaitingListOffer")
    record OfferJson(
            int providerId,
            int facilityId,
            Instant startTime,
            Instant endTime,
            Instant offeredAt,

            @Schema(description = "Then the next in line is asked")
            Instant openUntil) {

        static OfferJson of(Offer offer) {
            return new OfferJson(
                    offer.provider().value(),
                    offer.facility().value(),
                    offer.during().start(),
                    offer.during().end(),
                    offer.at(),
                    offer.until());
        }
    }

    /// A place on the waiting list that somebody would like to have.
    @Schema(name = "NewWaitingListEntry", description = "What is left out does not matter to the patient")
    record New(
            @Schema(description = "The desk names one; patients wait for themselves") @Nullable
            Integer patientId,

            @NotNull @Schema(examples = "1") Integer appointmentTypeId,
            @Nullable Integer providerId,

            @Size(max = LONGEST_CADRE) @OneLine @Schema(examples = "Clinical officer") @Nullable
            String cadre,

            @Size(max = LONGEST_CADRE) @OneLine @Schema(examples = "Paediatrics") @Nullable
            String specialization,

            @Nullable Integer facilityId,

            @Schema(description = "Left out, today") @Nullable
            LocalDate earliestDate,

            @Schema(description = "Left out, as far ahead as may be booked, or the day of the appointment") @Nullable
            LocalDate latestDate,

            @Size(max = 7) @Schema(description = "1 for Monday to 7 for Sunday", examples = "[1, 2, 5]") @Nullable
            List<@NotNull @Min(1) @Max(7) Integer> weekdays,

            @Pattern(regexp = CLOCK, message = "clock-time")
            @Schema(description = "The visit begins then or later, by the facility's clock", examples = "08:00")
            @Nullable
            String fromTime,

            @Pattern(regexp = CLOCK, message = "clock-time")
            @Schema(description = "The visit is over by then", examples = "12:30")
            @Nullable
            String toTime,

            @Schema(
                    description = "A coming appointment of the patient's, to be moved to an earlier time with the same"
                            + " provider")
            @Nullable
            Integer appointmentId) {}

    /// What is told of an entry that was taken off the list, or an offer that was declined.
    @Schema(name = "WaitingListDone")
    record Done(String message) {}

    /// What is told of an offer that was accepted.
    @Schema(name = "WaitingListOfferAccepted")
    record Accepted(String message, int appointmentId) {}
}
