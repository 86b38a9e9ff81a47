package org.emiadi.series.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.appointments.http.AppointmentJson;
import org.emiadi.series.AppointmentSeries.Seen;
import org.emiadi.series.Rhythm;
import org.jspecify.annotations.Nullable;

/// A series of appointments as JSON.
@Schema(name = "AppointmentSeries")
public record SeriesJson(
        int id,
        int patientId,
        int providerId,
        @Nullable Integer appointmentTypeId,
        Instant createdAt,

        @Schema(description = "By start") List<AppointmentJson> appointments) {

    static SeriesJson of(Seen seen) {
        var series = seen.series();
        return new SeriesJson(
                series.id().value(),
                series.patient().value(),
                series.provider().value(),
                series.typeId(),
                series.createdAt(),
                seen.appointments().stream().map(AppointmentJson::of).toList());
    }

    /// A series to be looked at or booked.
    @Schema(
            name = "NewAppointmentSeries",
            description = "With exactly one rhythm: count and every_weeks, count and every_months, offsets_weeks,"
                    + " or starts")
    record New(
            @NotNull @Schema(examples = "1") Integer patientId,
            @NotNull @Schema(examples = "2") Integer providerId,

            @Schema(examples = "1", description = "Patients name one") @Nullable
            Integer appointmentTypeId,

            @Schema(
                    examples = "2027-03-01T09:00:00+03:00",
                    description = "Of the first visit; the others begin at the same time on the facility's wall."
                            + " Required but with starts")
            @Nullable
            Instant startTime,

            @Schema(
                    examples = "2027-03-01T09:30:00+03:00",
                    description = "Of the first visit; the others are as long. Left out, as long as the type takes")
            @Nullable
            Instant endTime,

            @Min(Rhythm.FEWEST)
            @Max(Rhythm.MOST)
            @Schema(description = "How many visits, with every_weeks or every_months")
            @Nullable
            Integer count,

            @Min(1) @Max(Rhythm.MOST_WEEKS) @Nullable Integer everyWeeks,

            @Min(1)
            @Max(Rhythm.MOST_MONTHS)
            @Schema(description = "Counted from the first visit; the last day of a month that has no such day")
            @Nullable
            Integer everyMonths,

            @Schema(
                    minItems = Rhythm.FEWEST,
                    maxItems = Rhythm.MOST,
                    description = "Weeks after the first visit, ascending, the first 0",
                    examples = "[0, 4, 8]")
            @Nullable
            List<@NotNull @Min(0) @Max(Rhythm.LONGEST_OFFSET) Integer> offsetsWeeks,

            @Schema(
                    minItems = Rhythm.FEWEST,
                    maxItems = Rhythm.MOST,
                    description = "When each visit begins, ascending; start_time and end_time then say how long one is")
            @Nullable
            List<@NotNull Instant> starts,

            @Schema(description = "Of all visits. Left out, where the provider works at the time of the first")
            @Nullable
            Integer facilityId,

            @Schema(description = "An insurance cover of the patient") @Nullable
            Integer coverId,

            @Schema(description = "For staff: although no hours are published then; needs a reason") @Nullable
            Boolean outsideHours,

            @Size(max = 500) @Nullable String reason) {}

    /// What would come of booking a series.
    @Schema(name = "AppointmentSeriesPreview")
    record Preview(
            @Schema(description = "Whether all visits could be booked at their times")
            boolean free,

            @Schema(description = "In the order of time") List<Visit> visits) {}

    /// What would come of a visit.
    @Schema(name = "SeriesVisit")
    record Visit(
            Instant startTime,
            Instant endTime,
            boolean free,

            @Schema(description = "Why it could not be booked") @Nullable
            Trouble problem,

            @Schema(description = "The nearest time at which it could be, within a week") @Nullable
            Alternative alternative,

            @Schema(description = "What staff should know: cover-expired")
            List<String> warnings) {}

    /// Why a visit cannot be booked: the problem with which it would be refused if it were booked alone.
    @Schema(name = "SeriesVisitProblem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Trouble(
            @Schema(examples = "/problems/provider-busy") String type,
            String title,
            String detail,

            @Schema(description = "The appointment in the way, for who may see it")
            AppointmentJson.@Nullable Conflict conflict) {}

    /// Another time for a visit.
    @Schema(name = "SeriesAlternative")
    record Alternative(Instant startTime, Instant endTime, int providerId) {}

    /// A visit that keeps a series from being booked, in a problem document.
    ///
    /// @param index in the order of time, the first is 0
    record Conflict(
            int index,
            Instant startTime,
            Instant endTime,
            @Nullable Trouble problem,
            @Nullable Alternative alternative) {}

    /// What is told of a series that was booked.
    @Schema(name = "AppointmentSeriesBooked")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Booked(
            String message,
            int seriesId,

            @Schema(description = "In the order of time") List<Integer> appointmentIds,

            @Schema(description = "What staff should know: cover-expired") @Nullable
            List<String> warnings) {}

    /// Why a series is cancelled.
    @Schema(name = "AppointmentSeriesCancellation")
    record Cancellation(
            @Size(max = 500) @Nullable String reason,

            @Schema(
                    enumeration = {"patient", "clinic"},
                    description = "For staff; clinic where it is left out")
            @Nullable
            String cancelledBy) {}

    /// What is told of a series that was cancelled.
    @Schema(name = "AppointmentSeriesCancelled")
    record Cancelled(
            String message,
            int seriesId,

            @Schema(description = "Those that were to come, in the order of time")
            List<Integer> appointmentIds) {}
}
