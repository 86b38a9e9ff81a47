package org.emiadi.facilities;

import java.time.Clock;
import java.time.ZoneId;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;

/// Made-up facilities for tests, beside the one that stands from the start.
public final class TestFacilities {
    /// The one that stands from the start, in Nairobi.
    public static final FacilityId FIRST = new FacilityId(1);

    private static final CountryCode KENYA = new CountryCode("KE");
    private static final AuditLog AUDIT = new AuditLog(Clock.systemUTC());

    private TestFacilities() {}

    public static FacilityId facility(Database database, String name, String zone) {
        var outcome =
                database.write(tx -> new Facilities(AUDIT).add(tx, TestPeople.admin(), named(name, ZoneId.of(zone))));
        return ((FacilityOutcome.Done) outcome).facility().id();
    }

    public static RoomId room(Database database, FacilityId facility, String name) {
        var outcome = database.write(tx -> new Rooms(AUDIT).add(tx, TestPeople.admin(), facility, name));
        return ((RoomOutcome.Done) outcome).room().id();
    }

    public static FacilityDetails named(String name, ZoneId zone) {
        return new FacilityDetails(name, null, KENYA, null, null, null, zone, false);
    }
}
