package org.emiadi.absences.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.absences.Closure;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.http.OneLine;
import org.jspecify.annotations.Nullable;

/// A closure as JSON.
@Schema(name = "Closure")
record ClosureJson(int id, int facilityId, Instant startTime, Instant endTime, String reason, Instant createdAt) {

    static ClosureJson of(Closure closure) {
        return new ClosureJson(
                closure.id(),
                closure.facility().value(),
                closure.during().start(),
                closure.during().end(),
                closure.reason(),
                closure.createdAt());
    }

    /// A closure to be entered.
    @Schema(name = "NewClosure", description = "Either from_date and to_date, or start_time and end_time")
    record New(
            @NotNull @Schema(examples = "1") Integer facilityId,

            @Schema(description = "The first day, on the facility's calendar", examples = "2027-03-01") @Nullable
            LocalDate fromDate,

            @Schema(description = "The last day, included", examples = "2027-03-01") @Nullable
            LocalDate toDate,

            @Nullable Instant startTime,
            @Nullable Instant endTime,

            @NotBlank @Size(max = 200) @OneLine @Schema(examples = "No water")
            String reason)
            implements AbsenceInput.Away {

        Closure.Request toRequest() {
            return new Closure.Request(new FacilityId(facilityId), AbsenceInput.span(this), reason);
        }
    }

    /// What is told of a closure that was entered, or would be.
    @Schema(name = "ClosureAdded")
    record Added(
            String message,

            @Schema(description = "Null in a preview") @Nullable
            Integer closureId,

            @Schema(description = "The first 200 appointments that now need moving")
            List<DisplacedJson> displaced,

            @Schema(description = "How many there are in all")
            int displacedCount) {}
}
