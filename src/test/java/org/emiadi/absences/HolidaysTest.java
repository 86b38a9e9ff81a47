package org.emiadi.absences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.CountryCode;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class HolidaysTest {
    private static final CountryCode KENYA = new CountryCode("KE");
    private static final Actor ADMIN = TestPeople.admin();
    private static final LocalDate IDD = LocalDate.of(2027, 3, 10);
    private static final LocalDate JAMHURI = LocalDate.of(2026, 12, 12);

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final Holidays holidays = new Holidays(new AuditLog(clock), clock);

    @Test
    void the_calendar_fills_in_this_year_and_the_next_three() {
        int added = fillIn();

        assertThat(added).isEqualTo(list().size());
        assertThat(list()).extracting(holiday -> holiday.day().getYear()).containsOnly(2026, 2027, 2028, 2029);
        assertThat(list()).allMatch(Holiday::observed).allMatch(holiday -> holiday.source() == Holiday.Source.CALENDAR);
        assertThat(list()).extracting(Holiday::day).contains(LocalDate.of(2027, 12, 13));
    }

    @Test
    void filling_in_again_adds_nothing_and_a_new_year_adds_its_own() {
        fillIn();
        assertThat(fillIn()).isZero();
        assertThat(fillInWhereMissing()).isZero();

        clock.advance(Duration.ofDays(60));
        assertThat(fillInWhereMissing()).isBetween(10, 12);
        assertThat(list().getLast().day().getYear()).isEqualTo(2030);
    }

    @Test
    void many_nodes_may_fill_in_at_once() throws Exception {
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> tasks = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(node -> this::fillIn)
                    .toList();
            int added = 0;
            for (var node : nodes.invokeAll(tasks)) {
                added += node.get();
            }
            assertThat(added).isEqualTo(list().size()).isPositive();
        }
    }

    @Test
    void each_country_that_has_a_facility_is_filled_in_and_unknown_ones_do_no_harm() {
        database.write(tx -> tx.update("""
                        insert into facilities (name, country, time_zone)
                        values ('Kampala', 'UG', 'Africa/Kampala'), ('Nowhere', 'QQ', 'UTC')
                        """).execute());

        fillIn();

        List<String> countries = database.read(tx -> tx.query("select distinct country from holidays order by country")
                .mapTo(String.class)
                .list());
        assertThat(countries).containsExactly("KE", "UG");
    }

    @Test
    void what_was_entered_or_set_aside_by_hand_stays() {
        add(JAMHURI, "Jamhuri, at home");
        fillIn();
        var christmas = on(LocalDate.of(2026, 12, 25));
        change(christmas.id(), "Christmas", false);
        fillIn();

        assertThat(on(JAMHURI).name()).isEqualTo("Jamhuri, at home");
        assertThat(on(JAMHURI).source()).isEqualTo(Holiday.Source.CLINIC);
        assertThat(on(christmas.day()).observed()).isFalse();
    }

    @Test
    void a_country_has_one_holiday_a_day() {
        add(IDD, "Idd-ul-Fitr");

        assertThat(tryToAdd(IDD, "Idd")).isEqualTo(new AbsenceOutcome.DayTaken<Holiday>());
    }

    @Test
    void only_what_was_entered_by_hand_can_be_removed() {
        fillIn();
        var idd = add(IDD, "Idd-ul-Fitr");

        assertThat(remove(on(JAMHURI).id())).isEqualTo(new AbsenceOutcome.OfTheCalendar<Holiday>());
        assertThat(remove(idd.id())).isInstanceOf(AbsenceOutcome.Done.class);
        assertThat(remove(idd.id())).isEqualTo(new AbsenceOutcome.Absent<Holiday>());
        assertThat(list()).extracting(Holiday::day).contains(JAMHURI).doesNotContain(IDD);
    }

    @Test
    void a_preview_enters_and_changes_nothing() {
        var idd = add(IDD, "Idd-ul-Fitr");
        var request = new Holiday.Request(KENYA, IDD.plusDays(1), "Idd");

        database.write(tx -> holidays.add(tx, ADMIN, request, true));
        database.write(
                tx -> holidays.change(tx, ADMIN, idd.id(), before -> new Holidays.Details("Other", false), true));

        assertThat(list()).containsExactly(idd);
    }

    @Test
    void lists_run_by_day_page_by_page() {
        fillIn();
        var all = list();
        var first = database.read(tx -> holidays.list(tx, Optional.of(KENYA), Optional.empty(), Slice.first(7)));
        var second = database.read(
                tx -> holidays.list(tx, Optional.of(KENYA), Optional.empty(), new Slice(7, first.next())));

        assertThat(first.rows()).isEqualTo(all.subList(0, 7));
        assertThat(second.rows()).isEqualTo(all.subList(7, 14));
        assertThat(database.read(tx -> holidays.list(tx, Optional.empty(), Optional.of(Year.of(2028)), Slice.first(50)))
                        .rows())
                .hasSize(10);
    }

    private int fillIn() {
        return database.write(holidays::fillIn);
    }

    private int fillInWhereMissing() {
        return database.write(holidays::fillInWhereMissing);
    }

    private AbsenceOutcome<Holiday> tryToAdd(LocalDate day, String name) {
        return database.write(tx -> holidays.add(tx, ADMIN, new Holiday.Request(KENYA, day, name), false));
    }

    private Holiday add(LocalDate day, String name) {
        return TestAbsences.done(tryToAdd(day, name));
    }

    private void change(int id, String name, boolean observed) {
        database.write(tx -> holidays.change(tx, ADMIN, id, before -> new Holidays.Details(name, observed), false));
    }

    private AbsenceOutcome<Holiday> remove(int id) {
        return database.write(tx -> holidays.remove(tx, ADMIN, id));
    }

    private Holiday on(LocalDate day) {
        return list().stream()
                .filter(holiday -> holiday.day().equals(day))
                .findFirst()
                .orElseThrow();
    }

    private List<Holiday> list() {
        return database.read(tx -> holidays.list(tx, Optional.of(KENYA), Optional.empty(), Slice.first(Slice.MOST)))
                .rows();
    }
}
