package org.emiadi.absences.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.absences.TimeOff;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.http.OneLine;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// Time off as JSON.
@Schema(name = "TimeOff")
record TimeOffJson(
        int id,
        int providerId,

        @Schema(enumeration = {"leave", "sick", "meeting", "other"})
        String kind,

        Instant startTime,
        Instant endTime,
        @Nullable String note,
        Instant createdAt) {

    static TimeOffJson of(TimeOff timeOff) {
        return new TimeOffJson(
                timeOff.id(),
                timeOff.provider().value(),
                timeOff.kind().text(),
                timeOff.during().start(),
                timeOff.during().end(),
                timeOff.note(),
                timeOff.createdAt());
    }

    /// Time off to be entered.
    @Schema(name = "NewTimeOff", description = "Either from_date and to_date, or start_time and end_time")
    record New(
            @NotNull @Schema(examples = "2") Integer providerId,

            @NotBlank @Schema(enumeration = {"leave", "sick", "meeting", "other"})
            String kind,

            @Schema(description = "The first day, on the calendar of the provider's facility", examples = "2027-03-01")
            @Nullable
            LocalDate fromDate,

            @Schema(description = "The last day, included", examples = "2027-03-05") @Nullable
            LocalDate toDate,

            @Nullable Instant startTime,
            @Nullable Instant endTime,
            @Size(max = 200) @OneLine @Nullable String note)
            implements AbsenceInput.Away {

        TimeOff.Request toRequest() {
            var parsed = TimeOff.Kind.parse(kind).orElseThrow(() -> Query.invalid("kind", "time-off-kind"));
            return new TimeOff.Request(
                    new ProviderId(providerId),
                    parsed,
                    AbsenceInput.span(this),
                    note == null || note.isBlank() ? null : note.strip());
        }
    }

    /// What is told of time off that was entered, or would be.
    @Schema(name = "TimeOffAdded")
    record Added(
            String message,

            @Schema(description = "Null in a preview") @Nullable
            Integer timeOffId,

            @Schema(description = "The first 200 appointments that now need moving")
            List<DisplacedJson> displaced,

            @Schema(description = "How many there are in all")
            int displacedCount) {}
}
