package org.emiadi.appointments.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentType.Details;
import org.emiadi.platform.http.OneLine;
import org.jspecify.annotations.Nullable;

/// A type as JSON.
@Schema(name = "AppointmentType")
record AppointmentTypeJson(
        int id,
        String name,
        int durationMinutes,

        @Schema(description = "Kept free for the provider before the visit")
        int bufferBeforeMinutes,

        @Schema(description = "Kept free for the provider after the visit")
        int bufferAfterMinutes,

        @Schema(description = "How far apart slots begin; null for one right after the other") @Nullable
        Integer startsEveryMinutes,

        @Schema(description = "How long before it begins a patient must book")
        int minimumNoticeMinutes,

        @Schema(description = "How many days ahead a patient may book")
        int horizonDays,

        @Schema(enumeration = {"patients", "staff"}) String bookableBy,

        @Schema(examples = "#4a3fb5") String colour,
        DescriptionJson description,

        @Schema(description = "Who offers it; where cadres and specializations are both empty, everybody does")
        List<String> cadres,

        List<String> specializations) {

    // The same as in the constraints of the table.
    static final int SHORTEST = 5;
    static final int LONGEST = 1440;
    static final int LONGEST_BUFFER = 240;
    static final int LONGEST_NOTICE = 525_600;
    static final int FARTHEST_HORIZON = 730;
    static final int LONGEST_NAME = 50;
    static final int LONGEST_DESCRIPTION = 500;
    static final int LONGEST_CADRE = 100;
    static final int MOST_CADRES = 50;
    static final String COLOUR = "#[0-9a-fA-F]{6}";
    static final String BOOKABLE_BY = "patients|staff";

    static AppointmentTypeJson of(AppointmentType type) {
        var timing = type.timing();
        var looks = type.details().looks();
        var offered = type.details().offeredBy();
        return new AppointmentTypeJson(
                type.id(),
                type.name(),
                minutes(timing.duration()),
                minutes(timing.before()),
                minutes(timing.after()),
                timing.startsEvery() == null ? null : minutes(timing.startsEvery()),
                minutes(timing.minimumNotice()),
                timing.horizonDays(),
                type.details().bookableBy().text(),
                looks.colour(),
                new DescriptionJson(looks.english(), looks.swahili()),
                offered.cadres(),
                offered.specializations());
    }

    private static int minutes(Duration duration) {
        return Math.toIntExact(duration.toMinutes());
    }

    /// What a type is, for patients.
    @Schema(name = "AppointmentTypeDescription")
    record DescriptionJson(
            @Size(max = LONGEST_DESCRIPTION) @Nullable String en,
            @Size(max = LONGEST_DESCRIPTION) @Nullable String sw) {}

    /// A type to be added; what is left out is as usual.
    @Schema(name = "NewAppointmentType")
    record New(
            @NotBlank @Size(max = LONGEST_NAME) @OneLine @Schema(examples = "Vaccination")
            String name,

            @Min(SHORTEST) @Max(LONGEST) @Nullable Integer durationMinutes,
            @Min(0) @Max(LONGEST_BUFFER) @Nullable Integer bufferBeforeMinutes,
            @Min(0) @Max(LONGEST_BUFFER) @Nullable Integer bufferAfterMinutes,
            @Min(SHORTEST) @Max(LONGEST) @Nullable Integer startsEveryMinutes,
            @Min(0) @Max(LONGEST_NOTICE) @Nullable Integer minimumNoticeMinutes,
            @Min(1) @Max(FARTHEST_HORIZON) @Nullable Integer horizonDays,

            @Pattern(regexp = BOOKABLE_BY, message = "bookable-by")
            @Schema(enumeration = {"patients", "staff"})
            @Nullable
            String bookableBy,

            @Pattern(regexp = COLOUR, message = "colour") @Schema(examples = "#4a3fb5") @Nullable
            String colour,

            @Valid @Nullable DescriptionJson description,
            @Size(max = MOST_CADRES) @Nullable List<@NotBlank @Size(max = LONGEST_CADRE) @OneLine String> cadres,

            @Size(max = MOST_CADRES) @Nullable
            List<@NotBlank @Size(max = LONGEST_CADRE) @OneLine String> specializations) {

        Details toDetails() {
            var changes = new AppointmentTypeChanges(
                    Optional.of(name),
                    Optional.ofNullable(durationMinutes),
                    Optional.ofNullable(bufferBeforeMinutes),
                    Optional.ofNullable(bufferAfterMinutes),
                    Optional.ofNullable(startsEveryMinutes),
                    Optional.ofNullable(minimumNoticeMinutes),
                    Optional.ofNullable(horizonDays),
                    Optional.ofNullable(bookableBy),
                    Optional.ofNullable(colour),
                    Optional.ofNullable(description).map(AppointmentTypeChanges.Description::of),
                    Optional.ofNullable(cadres),
                    Optional.ofNullable(specializations));
            return changes.applyTo(Details.named(name));
        }
    }
}
