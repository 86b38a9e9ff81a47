package org.emiadi.availability.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.availability.Hours;
import org.emiadi.platform.http.NotCleared;
import org.jspecify.annotations.Nullable;

/// Working hours as JSON.
@Schema(name = "WorkingHours")
public record WorkingHoursJson(
        int id,
        int providerId,
        int facilityId,

        @Schema(description = "The day of a session on one day; null for weekly hours") @Nullable
        LocalDate date,

        @Schema(description = "1 for Monday to 7 for Sunday; of the day on which a session begins")
        int weekday,

        @Schema(description = "The first day on which the hours hold")
        LocalDate validFrom,

        @Schema(description = "The last one; null for until further notice") @Nullable
        LocalDate validTo,

        @Schema(description = "2 for every second week, counted from the week of valid_from")
        int everyWeeks,

        @Schema(description = "On the clock of the facility", examples = "08:00")
        String startTime,

        @Schema(description = "Of the next day where it is not after the start", examples = "17:00")
        String endTime,

        @Schema(description = "How many patients are seen at the same time")
        int capacity,

        @Schema(description = "The types of appointment that are served; none for all")
        List<Integer> appointmentTypeIds) {

    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String CLOCK_END = CLOCK + "|24:00";
    private static final int MOST_TYPES = 200;

    static WorkingHoursJson of(Hours hours) {
        var plan = hours.plan();
        var days = plan.days();
        return new WorkingHoursJson(
                hours.id().value(),
                hours.provider().value(),
                plan.facility().value(),
                days.isOneDay() ? days.from() : null,
                days.weekday().getValue(),
                days.from(),
                days.to(),
                days.everyWeeks(),
                ClockTime.text(plan.time().start()),
                ClockTime.textOfEnd(plan.time().end()),
                plan.capacity(),
                plan.types().stream().sorted().toList());
    }

    /// Working hours to be added.
    @Schema(
            name = "NewWorkingHours",
            description = "Either weekday, with or without valid_from, valid_to and every_weeks; or date")
    record New(
            @NotNull @Schema(examples = "2") Integer providerId,

            @Schema(description = "Left out, the first facility is meant") @Nullable
            Integer facilityId,

            @Schema(description = "For a session on that day only") @Nullable
            LocalDate date,

            @Min(1) @Max(7) @Schema(examples = "1") @Nullable
            Integer weekday,

            @Schema(description = "Today unless given") @Nullable
            LocalDate validFrom,

            @Nullable LocalDate validTo,

            @Min(1) @Max(52) @Schema(description = "1 unless given") @Nullable
            Integer everyWeeks,

            @NotBlank @Pattern(regexp = CLOCK, message = "clock-time") @Schema(examples = "08:00")
            String startTime,

            @NotBlank @Pattern(regexp = CLOCK_END, message = "clock-time") @Schema(examples = "17:00")
            String endTime,

            @Min(1) @Max(100) @Schema(description = "1 unless given") @Nullable
            Integer capacity,

            @Size(max = MOST_TYPES) @Nullable List<@NotNull Integer> appointmentTypeIds) {}

    /// What to change of working hours. They stay with their provider.
    @Schema(
            name = "WorkingHoursChanges",
            description = "What is sent is changed, null clears, what is absent stays (RFC 7396)")
    record Changes(
            @NotCleared @Nullable Optional<Integer> facilityId,

            @Schema(description = "Makes them a session on that day only; goes without the members of weekly hours")
            @Nullable
            Optional<LocalDate> date,

            @NotCleared @Nullable Optional<@Min(1) @Max(7) Integer> weekday,
            @NotCleared @Nullable Optional<LocalDate> validFrom,
            @Nullable Optional<LocalDate> validTo,
            @NotCleared @Nullable Optional<@Min(1) @Max(52) Integer> everyWeeks,

            @NotCleared @Nullable Optional<@NotBlank @Pattern(regexp = CLOCK, message = "clock-time") String> startTime,

            @NotCleared @Nullable
            Optional<@NotBlank @Pattern(regexp = CLOCK_END, message = "clock-time") String> endTime,

            @NotCleared @Nullable Optional<@Min(1) @Max(100) Integer> capacity,

            @Schema(description = "Null or none for all types") @Nullable
            Optional<@Size(max = MOST_TYPES) List<@NotNull Integer>> appointmentTypeIds) {}

    /// What is told of working hours that were added.
    @Schema(name = "WorkingHoursAdded")
    record Added(String message, int workingHoursId) {}

    /// What is told of working hours that were removed.
    @Schema(name = "WorkingHoursRemoved")
    record Removed(String message) {}

    /// Working hours in the way of others.
    record Conflict(int workingHoursId) {}
}
