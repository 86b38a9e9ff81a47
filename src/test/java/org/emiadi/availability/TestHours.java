package org.emiadi.availability;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;

/// Made-up working hours for tests.
public final class TestHours {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final WorkingHours HOURS = new WorkingHours(new AuditLog(Clock.systemUTC()));

    private TestHours() {}

    /// On all seven weekdays at the first facility, one patient at a time; midnight as an end is that which follows.
    public static List<Hours> everyDay(Database database, ProviderId provider, LocalTime from, LocalTime to) {
        return everyDay(database, provider, from, to, 1);
    }

    /// The same with several patients at a time.
    public static List<Hours> everyDay(
            Database database, ProviderId provider, LocalTime from, LocalTime to, int capacity) {
        var time = SessionTime.between(from, to);
        return Stream.of(DayOfWeek.values())
                .map(weekday -> plan(TestFacilities.FIRST, weekly(weekday), time, capacity))
                .map(plan -> add(database, provider, plan))
                .toList();
    }

    /// A session on one day, one patient at a time.
    public static Hours oneDay(
            Database database, ProviderId provider, FacilityId facility, LocalDate day, SessionTime time) {
        return add(database, provider, plan(facility, SessionDays.on(day), time, 1));
    }

    public static SessionDays weekly(DayOfWeek weekday) {
        return new SessionDays(weekday, LONG_AGO, null, 1);
    }

    /// A plan that serves all types.
    public static HoursPlan plan(FacilityId facility, SessionDays days, SessionTime time, int capacity) {
        return new HoursPlan(facility, days, time, capacity, Set.of());
    }

    public static Hours add(Database database, ProviderId provider, HoursPlan plan) {
        var outcome = database.write(tx -> HOURS.add(tx, TestPeople.admin(), provider, plan));
        return ((HoursOutcome.Done) outcome).hours();
    }
}
