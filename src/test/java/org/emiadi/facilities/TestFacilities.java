package org.emiadi.facilities;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
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

    /// One whose clock shows an hour of the day, with most of the day to come, whenever the test runs.
    public static FacilityId whereItIsDay(Database database) {
        int hour = Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).getHour();
        String zone = hour >= 3 && hour < 15 ? "Africa/Nairobi" : "Pacific/Honolulu";
        return facility(database, "Day " + UUID.randomUUID(), zone);
    }

    public static RoomId room(Database database, FacilityId facility, String name) {
        var outcome = database.write(tx -> new Rooms(AUDIT).add(tx, TestPeople.admin(), facility, name));
        return ((RoomOutcome.Done) outcome).room().id();
    }

    public static FacilityDetails named(String name, ZoneId zone) {
        return new FacilityDetails(name, null, KENYA, null, null, null, zone, false);
    }
}
