package org.emiadi.facilities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A place where care takes place (FHIR `Location`), with a clock on its wall.
public record Facility(FacilityId id, FacilityDetails details, int version) {

    public ZoneId zone() {
        return details.zone();
    }

    /// The day that it is there.
    public LocalDate date(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }
}
