package org.emiadi.facilities.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.facilities.CountryCode;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityDetails;
import org.emiadi.facilities.MflCode;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.http.NotCleared;
import org.emiadi.platform.http.OneLine;
import org.emiadi.platform.http.Patch;
import org.jspecify.annotations.Nullable;

/// A facility as JSON.
@Schema(name = "Facility")
public record FacilityJson(
        int id,
        String name,

        @Schema(description = "Its code in Kenya's master facility list", examples = "13023") @Nullable
        String mflCode,

        @Schema(description = "ISO 3166-1; whose public holidays it observes", examples = "KE")
        String country,

        @Nullable String county,
        @Nullable String address,
        @Nullable String phone,

        @Schema(description = "Of the clock on its wall, from the IANA list", examples = "Africa/Nairobi")
        String timeZone,

        @Schema(description = "Whether work goes on there on public holidays")
        boolean openOnHolidays) {

    static FacilityJson of(Facility facility) {
        var details = facility.details();
        return new FacilityJson(
                facility.id().value(),
                details.name(),
                details.mflCode() == null ? null : details.mflCode().value(),
                details.country().letters(),
                details.county(),
                details.address(),
                details.phone() == null ? null : details.phone().e164(),
                details.zone().getId(),
                details.openOnHolidays());
    }

    /// A facility to be added.
    @Schema(name = "NewFacility")
    record New(
            @NotBlank @Size(max = 120) @OneLine @Schema(examples = "Kisumu clinic")
            String name,

            @Form(Form.Of.MFL_CODE) @Size(max = 30) @Schema(examples = "13023") @Nullable
            String mflCode,

            @NotBlank @Form(Form.Of.COUNTRY) @Size(max = 10) @Schema(examples = "KE")
            String country,

            @Size(max = 60) @OneLine @Schema(examples = "Kisumu") @Nullable
            String county,

            @Size(max = 250) @OneLine @Nullable String address,

            @Form(Form.Of.PHONE) @Size(max = 40) @Schema(examples = "0712 345 678") @Nullable
            String phone,

            @NotBlank @Form(Form.Of.TIME_ZONE) @Size(max = 60) @Schema(examples = "Africa/Nairobi")
            String timeZone,

            @Schema(description = "False unless given") @Nullable
            Boolean openOnHolidays) {

        FacilityDetails toDetails() {
            return new FacilityDetails(
                    name,
                    parsed(Optional.ofNullable(mflCode), MflCode::parse).orElse(null),
                    CountryCode.parse(country).orElseThrow(),
                    county,
                    address,
                    parsed(Optional.ofNullable(phone), PhoneNumber::parse).orElse(null),
                    FacilityDetails.zone(timeZone).orElseThrow(),
                    openOnHolidays != null && openOnHolidays);
        }
    }

    /// What to change of a facility; null clears a member, an absent one stays as it is.
    @Schema(
            name = "FacilityChanges",
            description = "What is sent is changed, null clears, what is absent stays (RFC 7396)")
    record Changes(
            @NotCleared @Nullable Optional<@NotBlank @Size(max = 120) @OneLine String> name,
            @Nullable Optional<@Form(Form.Of.MFL_CODE) @Size(max = 30) String> mflCode,

            @NotCleared @Nullable Optional<@NotBlank @Form(Form.Of.COUNTRY) @Size(max = 10) String> country,

            @Nullable Optional<@Size(max = 60) @OneLine String> county,
            @Nullable Optional<@Size(max = 250) @OneLine String> address,
            @Nullable Optional<@Form(Form.Of.PHONE) @Size(max = 40) String> phone,

            @NotCleared @Nullable Optional<@NotBlank @Form(Form.Of.TIME_ZONE) @Size(max = 60) String> timeZone,

            @NotCleared @Nullable Optional<Boolean> openOnHolidays) {

        FacilityDetails applyTo(FacilityDetails before) {
            return new FacilityDetails(
                    Patch.kept(name, before.name()),
                    Patch.or(read(mflCode, MflCode::parse), before.mflCode()),
                    Patch.kept(read(country, CountryCode::parse), before.country()),
                    Patch.or(county, before.county()),
                    Patch.or(address, before.address()),
                    Patch.or(read(phone, PhoneNumber::parse), before.phone()),
                    Patch.kept(read(timeZone, FacilityDetails::zone), before.zone()),
                    Patch.kept(openOnHolidays, before.openOnHolidays()));
        }

        private static <T> @Nullable Optional<T> read(
                @Nullable Optional<String> sent, Function<String, Optional<T>> parse) {
            return sent == null ? null : parsed(sent, parse);
        }
    }

    // It was checked before, so it can be read.
    private static <T> Optional<T> parsed(Optional<String> written, Function<String, Optional<T>> parse) {
        return written.filter(text -> !text.isBlank())
                .map(text -> parse.apply(text).orElseThrow());
    }

    /// What is told of a facility that was added.
    @Schema(name = "FacilityAdded")
    record Added(String message, int facilityId) {}
}
