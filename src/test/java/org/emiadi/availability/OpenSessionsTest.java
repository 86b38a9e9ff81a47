package org.emiadi.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What open_sessions() in the database makes of working hours: instants of sessions, in all zones and on all days.
class OpenSessionsTest {
    private static final FacilityId NAIROBI = TestFacilities.FIRST;
    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

    private final Database database = TestDatabase.fresh();
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void several_spans_a_day_are_several_sessions() {
        weekly(NAIROBI, DayOfWeek.MONDAY, "08:00", "12:00");
        weekly(NAIROBI, DayOfWeek.MONDAY, "13:00", "17:00");

        assertThat(sessions("2027-01-04T00:00+03:00", "2027-01-06T00:00+03:00"))
                .containsExactly("2027-01-04T05:00Z/2027-01-04T09:00Z", "2027-01-04T10:00Z/2027-01-04T14:00Z");
    }

    @Test
    void they_hold_from_the_first_day_to_the_last_both_included() {
        add(NAIROBI, new SessionDays(DayOfWeek.MONDAY, MONDAY, MONDAY.plusWeeks(2), 1), "08:00", "12:00");

        assertThat(days("2026-12-01T00:00Z", "2027-03-01T00:00Z"))
                .containsExactly("2027-01-04", "2027-01-11", "2027-01-18");
    }

    @Test
    void every_second_week_is_counted_from_the_monday_of_the_first_week() {
        LocalDate wednesday = MONDAY.plusDays(2);
        add(NAIROBI, new SessionDays(DayOfWeek.MONDAY, wednesday, null, 2), "08:00", "12:00");
        add(NAIROBI, new SessionDays(DayOfWeek.FRIDAY, wednesday, null, 2), "08:00", "12:00");

        assertThat(days("2027-01-01T00:00Z", "2027-02-02T00:00Z"))
                .containsExactly("2027-01-08", "2027-01-18", "2027-01-22", "2027-02-01");
    }

    @Test
    void the_rule_in_java_and_the_rule_in_the_database_mean_the_same_days() {
        for (int everyWeeks = 1; everyWeeks <= 5; everyWeeks++) {
            var hisProvider = TestPeople.provider(database);
            var days = new SessionDays(
                    DayOfWeek.of(everyWeeks + 1), MONDAY.plusDays(3L * everyWeeks), MONDAY.plusDays(250), everyWeeks);
            TestHours.add(database, hisProvider, TestHours.plan(NAIROBI, days, time("08:00", "12:00"), 1));

            var inJava = MONDAY.minusDays(20)
                    .datesUntil(MONDAY.plusDays(300))
                    .filter(days::holdsOn)
                    .map(LocalDate::toString);
            assertThat(days("2026-12-10T00:00Z", "2027-11-01T00:00Z", hisProvider))
                    .isNotEmpty()
                    .containsExactlyElementsOf(inJava.toList());
        }
    }

    @Test
    void a_session_over_midnight_is_one_session_and_found_from_both_days() {
        weekly(NAIROBI, DayOfWeek.MONDAY, "22:00", "06:00");
        String night = "2027-01-04T19:00Z/2027-01-05T03:00Z";

        assertThat(sessions("2027-01-04T22:00+03:00", "2027-01-04T23:00+03:00")).containsExactly(night);
        assertThat(sessions("2027-01-05T00:00+03:00", "2027-01-05T00:01+03:00")).containsExactly(night);
        assertThat(sessions("2027-01-05T05:59+03:00", "2027-01-05T23:00+03:00")).containsExactly(night);
    }

    @Test
    void a_session_begins_at_its_start_and_is_over_at_its_end() {
        weekly(NAIROBI, DayOfWeek.MONDAY, "08:00", "12:00");

        assertThat(sessions("2027-01-04T12:00+03:00", "2027-01-04T20:00+03:00")).isEmpty();
        assertThat(sessions("2027-01-04T06:00+03:00", "2027-01-04T08:00+03:00")).isEmpty();
        assertThat(sessions("2027-01-04T11:59+03:00", "2027-01-04T12:00+03:00")).hasSize(1);
    }

    @Test
    void a_session_may_last_all_day_and_all_week() {
        TestHours.everyDay(database, provider, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        assertThat(sessions("2027-01-04T12:00+03:00", "2027-01-05T12:00+03:00"))
                .containsExactly("2027-01-03T21:00Z/2027-01-04T21:00Z", "2027-01-04T21:00Z/2027-01-05T21:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // The clock goes from 02:00 to 03:00 at 01:00Z.
        "2027-03-28, 01:00, 04:00, 2027-03-28T00:00Z/2027-03-28T02:00Z",
        "2027-03-28, 08:00, 12:00, 2027-03-28T06:00Z/2027-03-28T10:00Z",
        "2027-03-28, 02:30, 05:00, 2027-03-28T01:30Z/2027-03-28T03:00Z",
        "2027-03-28, 01:00, 02:30, 2027-03-28T00:00Z/2027-03-28T01:30Z",
        "2027-03-28, 02:15, 02:45, 2027-03-28T01:15Z/2027-03-28T01:45Z",
        "2027-03-27, 22:00, 06:00, 2027-03-27T21:00Z/2027-03-28T04:00Z",
        "2027-03-28, 00:00, 24:00, 2027-03-27T23:00Z/2027-03-28T22:00Z",
        // The clock goes from 03:00 back to 02:00 at 01:00Z.
        "2027-10-31, 01:00, 04:00, 2027-10-30T23:00Z/2027-10-31T03:00Z",
        "2027-10-31, 08:00, 12:00, 2027-10-31T07:00Z/2027-10-31T11:00Z",
        "2027-10-31, 02:30, 03:30, 2027-10-31T01:30Z/2027-10-31T02:30Z",
        "2027-10-31, 01:30, 02:30, 2027-10-30T23:30Z/2027-10-31T01:30Z",
        "2027-10-31, 02:15, 02:45, 2027-10-31T01:15Z/2027-10-31T01:45Z",
        "2027-10-30, 22:00, 06:00, 2027-10-30T20:00Z/2027-10-31T05:00Z",
        "2027-10-31, 00:00, 24:00, 2027-10-30T22:00Z/2027-10-31T23:00Z",
    })
    void in_berlin_hours_follow_the_clock_on_the_wall(LocalDate day, String start, String end, String session) {
        add(facility("Europe/Berlin"), SessionDays.on(day), start, end);

        assertThat(sessions(day.minusDays(2) + "T00:00Z", day.plusDays(3) + "T00:00Z"))
                .containsExactly(session);
    }

    @Test
    void a_session_that_would_end_before_it_begins_does_not_take_place() {
        // 02:30 is never shown and becomes 03:30; 03:15 is before that.
        add(facility("Europe/Berlin"), SessionDays.on(LocalDate.of(2027, 3, 28)), "02:30", "03:15");

        assertThat(sessions("2027-03-27T00:00Z", "2027-03-30T00:00Z")).isEmpty();
    }

    @Test
    void in_new_york_a_weekly_session_keeps_its_place_on_the_clock() {
        weekly(facility("America/New_York"), DayOfWeek.SUNDAY, "08:00", "12:00");

        assertThat(sessions("2027-03-07T00:00Z", "2027-03-15T00:00Z"))
                .containsExactly("2027-03-07T13:00Z/2027-03-07T17:00Z", "2027-03-14T12:00Z/2027-03-14T16:00Z");
        assertThat(sessions("2027-10-31T00:00Z", "2027-11-08T00:00Z"))
                .containsExactly("2027-10-31T12:00Z/2027-10-31T16:00Z", "2027-11-07T13:00Z/2027-11-07T17:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Kathmandu, 2027-01-04T02:15Z/2027-01-04T11:15Z",
        "Pacific/Kiritimati, 2027-01-03T18:00Z/2027-01-04T03:00Z",
        "Pacific/Pago_Pago, 2027-01-04T19:00Z/2027-01-05T04:00Z",
        "Pacific/Chatham, 2027-01-03T18:15Z/2027-01-04T03:15Z",
        "UTC, 2027-01-04T08:00Z/2027-01-04T17:00Z",
    })
    void every_zone_has_its_own_monday(String zone, String session) {
        weekly(facility(zone), DayOfWeek.MONDAY, "08:00", "17:00");
        String start = session.substring(0, session.indexOf('/'));

        assertThat(sessions("2027-01-02T00:00Z", "2027-01-08T00:00Z")).containsExactly(session);
        assertThat(sessions(start, start.replace("00Z", "01Z").replace("15Z", "16Z")))
                .containsExactly(session);
    }

    @Test
    void a_provider_may_work_in_two_zones() {
        var berlin = facility("Europe/Berlin");
        weekly(NAIROBI, DayOfWeek.MONDAY, "08:00", "10:00");
        weekly(berlin, DayOfWeek.MONDAY, "08:00", "10:00");

        assertThat(sessions("2027-01-04T00:00Z", "2027-01-05T00:00Z"))
                .containsExactly("2027-01-04T05:00Z/2027-01-04T07:00Z", "2027-01-04T07:00Z/2027-01-04T09:00Z");
        assertThat(sessions("2027-07-05T00:00Z", "2027-07-06T00:00Z"))
                .containsExactly("2027-07-05T05:00Z/2027-07-05T07:00Z", "2027-07-05T06:00Z/2027-07-05T08:00Z");
    }

    @Test
    void a_session_on_one_day_takes_place_on_that_day_and_no_other() {
        add(NAIROBI, SessionDays.on(MONDAY.plusDays(5)), "08:00", "12:00");

        assertThat(days("2026-01-01T00:00Z", "2028-01-01T00:00Z")).containsExactly("2027-01-09");
    }

    @Test
    void places_and_where_they_are_come_with_the_session() {
        var berlin = facility("Europe/Berlin");
        var plan = new HoursPlan(berlin, SessionDays.on(MONDAY), time("08:00", "12:00"), 4, Set.of(1));
        var hours = TestHours.add(database, provider, plan);

        String told = database.read(tx -> tx.query("""
                        select concat_ws(' ', provider_id, facility_id, working_hours_id, capacity, time_zone,
                                         open_times = tstzmultirange(during))
                          from open_sessions(tstzrange('2027-01-04', '2027-01-05'))
                        """).mapTo(String.class).one());

        assertThat(told)
                .isEqualTo("%d %d %d 4 Europe/Berlin t"
                        .formatted(provider.value(), berlin.value(), hours.id().value()));
    }

    private FacilityId facility(String zone) {
        return TestFacilities.facility(database, zone, zone);
    }

    private void weekly(FacilityId facility, DayOfWeek weekday, String start, String end) {
        add(facility, TestHours.weekly(weekday), start, end);
    }

    private void add(FacilityId facility, SessionDays days, String start, String end) {
        TestHours.add(database, provider, TestHours.plan(facility, days, time(start, end), 1));
    }

    private static SessionTime time(String start, String end) {
        return SessionTime.between(
                LocalTime.parse(start), end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end));
    }

    private List<String> days(String from, String to) {
        return days(from, to, provider);
    }

    private List<String> days(String from, String to, ProviderId whose) {
        return during(from, to, whose).map(session -> session.substring(0, 10)).toList();
    }

    /// Start and end of each session that touches a span, in UTC.
    private List<String> sessions(String from, String to) {
        return during(from, to, provider).toList();
    }

    private Stream<String> during(String from, String to, ProviderId whose) {
        return database
                .read(tx -> tx.query("""
                        select lower(during) as starts, upper(during) as ends
                          from open_sessions(tstzrange(cast(:from as timestamptz), cast(:to as timestamptz), '[)'))
                         where provider_id = :provider
                         order by 1, 2
                        """)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("provider", whose.value())
                        .map((row, context) -> utc(row.getObject("starts", OffsetDateTime.class)) + "/"
                                + utc(row.getObject("ends", OffsetDateTime.class)))
                        .list())
                .stream();
    }

    private static String utc(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).toString();
    }
}
