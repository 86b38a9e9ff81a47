package org.emiadi.slots;

import java.time.ZoneId;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// A time for which a visit can be booked (FHIR `Slot`).
///
/// @param during the visit, without the minutes that are kept free around it
/// @param places how many can still be booked for this very time
public record Slot(By by, At at, TimeRange during, int places) {

    /// The provider, as on the board at the door.
    public record By(
            ProviderId id,
            String name,
            String cadre,
            @Nullable String specialization) {}

    /// The facility, with the zone of the clock on its wall.
    public record At(FacilityId id, String name, ZoneId zone) {}
}
