package org.emiadi.facilities;

import java.time.ZoneId;
import java.util.Optional;
import org.emiadi.platform.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// What is known of a facility.
///
/// @param mflCode        in Kenya's master facility list; null where it has none
/// @param country        whose public holidays it observes
/// @param zone           of the clock on its wall
/// @param openOnHolidays whether work goes on there on public holidays
public record FacilityDetails(
        String name,
        @Nullable MflCode mflCode,
        CountryCode country,
        @Nullable String county,
        @Nullable String address,
        @Nullable PhoneNumber phone,
        ZoneId zone,
        boolean openOnHolidays) {

    public FacilityDetails {
        name = name.strip();
        county = county == null || county.isBlank() ? null : county.strip();
        address = address == null || address.isBlank() ? null : address.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a facility has a name");
        }
    }

    /// Reads the name of a region of the IANA list: `Africa/Nairobi`, or `UTC`. Offsets and abbreviations are not
    /// taken,
    /// as they keep no daylight-saving time and PostgreSQL reads some of them the other way round.
    public static Optional<ZoneId> zone(String written) {
        return Optional.of(written.strip())
                .filter(id -> id.indexOf('/') > 0 || id.equals("UTC"))
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of);
    }
}
