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
import org.emiadi.appointments.AppointmentType.BookableBy;
import org.emiadi.appointments.AppointmentType.Details;
import org.emiadi.appointments.AppointmentType.Looks;
import org.emiadi.appointments.OfferedBy;
import org.emiadi.appointments.Timing;
import org.emiadi.platform.http.NotCleared;
import org.emiadi.platform.http.OneLine;
import org.emiadi.platform.http.Patch;
import org.jspecify.annotations.Nullable;

/// What to change of a type.
@Schema(
        name = "AppointmentTypeChanges",
        description = "What is sent is changed, null clears, what is absent stays (RFC 7396)")
record AppointmentTypeChanges(
        @NotCleared @Nullable Optional<@NotBlank @Size(max = AppointmentTypeJson.LONGEST_NAME) @OneLine String> name,

        @NotCleared @Nullable
        Optional<@Min(AppointmentTypeJson.SHORTEST) @Max(AppointmentTypeJson.LONGEST) Integer> durationMinutes,

        @NotCleared @Nullable Optional<@Min(0) @Max(AppointmentTypeJson.LONGEST_BUFFER) Integer> bufferBeforeMinutes,
        @NotCleared @Nullable Optional<@Min(0) @Max(AppointmentTypeJson.LONGEST_BUFFER) Integer> bufferAfterMinutes,

        @Schema(description = "Cleared, slots begin one right after the other") @Nullable
        Optional<@Min(AppointmentTypeJson.SHORTEST) @Max(AppointmentTypeJson.LONGEST) Integer> startsEveryMinutes,

        @NotCleared @Nullable Optional<@Min(0) @Max(AppointmentTypeJson.LONGEST_NOTICE) Integer> minimumNoticeMinutes,
        @NotCleared @Nullable Optional<@Min(1) @Max(AppointmentTypeJson.FARTHEST_HORIZON) Integer> horizonDays,

        @NotCleared @Schema(enumeration = {"patients", "staff"}) @Nullable
        Optional<@Pattern(regexp = AppointmentTypeJson.BOOKABLE_BY, message = "bookable-by") String> bookableBy,

        @NotCleared @Nullable Optional<@Pattern(regexp = AppointmentTypeJson.COLOUR, message = "colour") String> colour,

        @NotCleared @Nullable Optional<@Valid Description> description,

        @NotCleared @Nullable
        Optional<
                        @Size(max = AppointmentTypeJson.MOST_CADRES) List<
                                @NotBlank @Size(max = AppointmentTypeJson.LONGEST_CADRE) @OneLine String>>
                cadres,

        @NotCleared @Nullable
        Optional<
                        @Size(max = AppointmentTypeJson.MOST_CADRES) List<
                                @NotBlank @Size(max = AppointmentTypeJson.LONGEST_CADRE) @OneLine String>>
                specializations) {

    /// What to change of what a type is said to be.
    @Schema(name = "AppointmentTypeDescriptionChanges")
    record Description(
            @Nullable Optional<@Size(max = AppointmentTypeJson.LONGEST_DESCRIPTION) String> en,
            @Nullable Optional<@Size(max = AppointmentTypeJson.LONGEST_DESCRIPTION) String> sw) {

        static Description of(AppointmentTypeJson.DescriptionJson whole) {
            return new Description(Optional.ofNullable(whole.en()), Optional.ofNullable(whole.sw()));
        }
    }

    Details applyTo(Details before) {
        return new Details(
                Patch.kept(name, before.name()),
                timing(before.timing()),
                bookableBy == null
                        ? before.bookableBy()
                        : bookableBy.map(BookableBy::parse).orElse(before.bookableBy()),
                looks(before.looks()),
                new OfferedBy(
                        Patch.kept(cadres, before.offeredBy().cadres()),
                        Patch.kept(specializations, before.offeredBy().specializations())));
    }

    private Timing timing(Timing before) {
        return new Timing(
                kept(durationMinutes, before.duration()),
                kept(bufferBeforeMinutes, before.before()),
                kept(bufferAfterMinutes, before.after()),
                startsEveryMinutes == null
                        ? before.startsEvery()
                        : startsEveryMinutes.map(Duration::ofMinutes).orElse(null),
                kept(minimumNoticeMinutes, before.minimumNotice()),
                Patch.kept(horizonDays, before.horizonDays()));
    }

    private static Duration kept(@Nullable Optional<Integer> minutes, Duration before) {
        return minutes == null ? before : minutes.map(Duration::ofMinutes).orElse(before);
    }

    private Looks looks(Looks before) {
        String given = Patch.kept(colour, before.colour());
        if (description == null || description.isEmpty()) {
            return new Looks(given, before.english(), before.swahili());
        }
        return new Looks(
                given,
                Patch.or(description.get().en(), before.english()),
                Patch.or(description.get().sw(), before.swahili()));
    }
}
