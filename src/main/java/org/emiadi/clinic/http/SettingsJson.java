package org.emiadi.clinic.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.clinic.ClinicDetails;
import org.emiadi.clinic.ClinicDetails.WhatToBring;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.http.NotCleared;
import org.emiadi.platform.http.OneLine;
import org.emiadi.platform.http.Patch;
import org.jspecify.annotations.Nullable;

/// The settings as JSON.
@Schema(name = "Settings")
record SettingsJson(
        @Schema(description = "Of the clinic; stands on every page")
        String name,

        @Schema(description = "Whom to ring where a page cannot help") @Nullable
        String phone,

        BringJson whatToBring,

        @Schema(description = "How long a member of staff may do nothing before they are signed out")
        int idleMinutes,

        @Schema(
                description = "Of the pages for readers whose browser names neither",
                enumeration = {"en", "sw"})
        String language) {

    static SettingsJson of(ClinicDetails details) {
        return new SettingsJson(
                details.name(),
                details.phone() == null ? null : details.phone().e164(),
                new BringJson(details.bring().english(), details.bring().swahili()),
                Math.toIntExact(details.idle().toMinutes()),
                details.language().getLanguage());
    }

    /// What patients bring to a visit.
    @Schema(name = "WhatToBring")
    record BringJson(@Nullable String en, @Nullable String sw) {}

    /// What to change of it.
    @Schema(name = "WhatToBringChanges")
    record BringChanges(
            @Nullable Optional<@Size(max = ClinicDetails.LONGEST_WORDS) String> en,
            @Nullable Optional<@Size(max = ClinicDetails.LONGEST_WORDS) String> sw) {

        WhatToBring applyTo(WhatToBring before) {
            return new WhatToBring(Patch.or(en, before.english()), Patch.or(sw, before.swahili()));
        }
    }

    /// What to change of the settings.
    @Schema(
            name = "SettingsChanges",
            description = "What is sent is changed, null clears, what is absent stays (RFC 7396)")
    record Changes(
            @NotCleared @Nullable Optional<@NotBlank @Size(max = ClinicDetails.LONGEST_NAME) @OneLine String> name,

            @Nullable Optional<@Telephone @Size(max = 40) String> phone,
            @NotCleared @Nullable Optional<@Valid BringChanges> whatToBring,

            @NotCleared @Nullable
            Optional<@Min(ClinicDetails.SHORTEST_IDLE_MINUTES) @Max(ClinicDetails.LONGEST_IDLE_MINUTES) Integer>
                    idleMinutes,

            @NotCleared @Nullable Optional<@Pattern(regexp = "en|sw", message = "language") String> language) {

        ClinicDetails applyTo(ClinicDetails before) {
            return new ClinicDetails(
                    Patch.kept(name, before.name()),
                    phone == null
                            ? before.phone()
                            : phone.flatMap(PhoneNumber::parse).orElse(null),
                    whatToBring == null
                            ? before.bring()
                            : whatToBring
                                    .map(changes -> changes.applyTo(before.bring()))
                                    .orElse(before.bring()),
                    idleMinutes == null
                            ? before.idle()
                            : idleMinutes.map(Duration::ofMinutes).orElse(before.idle()),
                    language == null
                            ? before.language()
                            : language.map(Locale::forLanguageTag).orElse(before.language()));
        }
    }
}
