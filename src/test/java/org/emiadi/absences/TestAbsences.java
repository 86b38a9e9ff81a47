package org.emiadi.absences;

import java.time.Clock;
import java.time.LocalDate;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.CountryCode;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TimeRange;

/// Made-up absences for tests.
public final class TestAbsences {
    private static final CountryCode KENYA = new CountryCode("KE");
    private static final AuditLog AUDIT = new AuditLog(Clock.systemUTC());

    private TestAbsences() {}

    public static TimeOff leave(Database database, ProviderId provider, TimeRange during, Clock clock) {
        var request = new TimeOff.Request(provider, TimeOff.Kind.LEAVE, new Span.Hours(during), null);
        return done(database.write(tx -> new TimesOff(AUDIT, clock).add(tx, TestPeople.DESK, request, false)));
    }

    public static Closure closure(Database database, FacilityId facility, TimeRange during, Clock clock) {
        var request = new Closure.Request(facility, new Span.Hours(during), "No water");
        return done(database.write(
                tx -> new Closures(new Facilities(AUDIT), AUDIT, clock).add(tx, TestPeople.admin(), request, false)));
    }

    /// A holiday in Kenya.
    public static Holiday holiday(Database database, LocalDate day, Clock clock) {
        var request = new Holiday.Request(KENYA, day, "Idd-ul-Fitr");
        return done(database.write(tx -> new Holidays(AUDIT, clock).add(tx, TestPeople.admin(), request, false)));
    }

    static <T> T done(AbsenceOutcome<T> outcome) {
        return ((AbsenceOutcome.Done<T>) outcome).absence();
    }
}
