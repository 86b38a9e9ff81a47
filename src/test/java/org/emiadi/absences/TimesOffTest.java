package org.emiadi.absences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

class TimesOffTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final Instant NINE = Instant.parse("2026-11-30T06:00:00Z");

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final TimesOff timesOff = new TimesOff(new AuditLog(clock), clock);
    private final TestVisits visits = new TestVisits(database);
    private final ProviderId provider = TestPeople.provider(database);
    private final ProviderId other = TestPeople.provider(database);

    @Test
    void time_off_tells_what_it_displaces_and_touches_none_of_it() {
        var first = visits.visit(provider, NINE);
        var second = visits.visit(provider, NINE.plusSeconds(3600));
        visits.visit(other, NINE);
        visits.visit(provider, NINE.plusSeconds(86_400));

        var displaced = done(add(DESK, provider, wholeDay(), false)).displaced();

        assertThat(displaced.count()).isEqualTo(2);
        assertThat(displaced.first()).extracting(Displaced::id).containsExactly(first, second);
        assertThat(visits.status(first)).isEqualTo("scheduled");
        assertThat(visits.version(first)).isEqualTo(1);
    }

    @Test
    void a_preview_tells_the_same_and_enters_nothing() {
        visits.visit(provider, NINE);

        var preview = done(add(DESK, provider, wholeDay(), true));

        assertThat(list(DESK)).isEmpty();
        assertThat(done(add(DESK, provider, wholeDay(), false)).displaced()).isEqualTo(preview.displaced());
    }

    @Test
    void days_are_those_of_the_facility_where_the_provider_works() {
        var berlin = TestFacilities.facility(database, "Berlin", "Europe/Berlin");
        TestHours.oneDay(
                database, provider, berlin, MONDAY, SessionTime.between(LocalTime.of(8, 0), LocalTime.of(12, 0)));

        assertThat(done(add(DESK, provider, wholeDay(), false)).absence().during())
                .isEqualTo(wholeDay().during(ZoneId.of("Europe/Berlin")));
        assertThat(done(add(DESK, other, wholeDay(), false)).absence().during())
                .isEqualTo(wholeDay().during(ZoneId.of("Africa/Nairobi")));
    }

    @Test
    void at_most_two_hundred_are_listed_and_all_are_counted() {
        for (int i = 0; i < Displacement.MOST_LISTED + 1; i++) {
            var start = NINE.plusSeconds(60L * i);
            visits.row(provider, TestFacilities.FIRST, new TimeRange(start, start.plusSeconds(60)), "scheduled");
        }

        var displaced = done(add(DESK, provider, wholeDay(), true)).displaced();

        assertThat(displaced.count()).isEqualTo(Displacement.MOST_LISTED + 1);
        assertThat(displaced.first()).hasSize(Displacement.MOST_LISTED);
    }

    @Test
    void providers_look_after_their_own_time_off_only() {
        var own = TestPeople.as(provider);
        var others = done(add(DESK, other, wholeDay(), false)).absence();

        assertThat(add(own, provider, wholeDay(), false)).isInstanceOf(AbsenceOutcome.Done.class);
        assertThat(add(own, other, wholeDay(), false)).isEqualTo(new AbsenceOutcome.NotOwn<TimeOff>());
        assertThat(find(own, others.id())).isEmpty();
        assertThat(remove(own, others.id())).isEqualTo(new AbsenceOutcome.Absent<TimeOff>());
        assertThat(list(own)).extracting(TimeOff::provider).containsOnly(provider);
        assertThat(find(DESK, others.id())).contains(others);
    }

    @Test
    void patients_and_strangers_see_none_and_enter_none() {
        var entered = done(add(DESK, provider, wholeDay(), false)).absence();
        var patient = TestPeople.as(TestPeople.patient(database));

        assertThat(find(patient, entered.id())).isEmpty();
        assertThat(list(patient)).isEmpty();
        assertThat(add(patient, provider, wholeDay(), false)).isEqualTo(new AbsenceOutcome.NotOwn<TimeOff>());
        assertThat(remove(patient, entered.id())).isEqualTo(new AbsenceOutcome.Absent<TimeOff>());
    }

    @Test
    void time_off_is_of_a_provider_who_is_there() {
        assertThat(add(DESK, new ProviderId(999_999), wholeDay(), false))
                .isEqualTo(new AbsenceOutcome.NobodyThere<TimeOff>());
    }

    @Test
    void removed_time_off_is_gone_and_leaves_its_trace() {
        var entered = done(add(DESK, provider, wholeDay(), false)).absence();

        assertThat(remove(DESK, entered.id())).isInstanceOf(AbsenceOutcome.Done.class);

        assertThat(list(DESK)).isEmpty();
        assertThat(trail()).containsSubsequence("time-off.added success", "time-off.removed success");
    }

    @Test
    void lists_have_what_touches_the_period_by_start_page_by_page() {
        var monday = done(add(DESK, provider, wholeDay(), false)).absence();
        var tuesday = done(add(DESK, other, new Span.Days(MONDAY.plusDays(1), MONDAY.plusDays(1)), false))
                .absence();
        var since = new Period(Optional.of(monday.during().end()), Optional.empty());
        var until = new Period(Optional.empty(), Optional.of(tuesday.during().start()));

        assertThat(list(since)).containsExactly(tuesday);
        assertThat(list(until)).containsExactly(monday);
        var first = database.write(tx -> timesOff.list(tx, DESK, Optional.empty(), always(), Slice.first(1)));
        assertThat(first.rows()).containsExactly(monday);
        assertThat(database.write(tx -> timesOff.list(tx, DESK, Optional.empty(), always(), new Slice(1, first.next())))
                        .rows())
                .containsExactly(tuesday);
    }

    private static Span wholeDay() {
        return new Span.Days(MONDAY, MONDAY);
    }

    private static Period always() {
        return new Period(Optional.empty(), Optional.empty());
    }

    private AbsenceOutcome<TimeOff> add(Actor actor, ProviderId whose, Span span, boolean preview) {
        var request = new TimeOff.Request(whose, TimeOff.Kind.SICK, span, "Flu");
        return database.write(tx -> timesOff.add(tx, actor, request, preview));
    }

    private static AbsenceOutcome.Done<TimeOff> done(AbsenceOutcome<TimeOff> outcome) {
        return (AbsenceOutcome.Done<TimeOff>) outcome;
    }

    private AbsenceOutcome<TimeOff> remove(Actor actor, int id) {
        return database.write(tx -> timesOff.remove(tx, actor, id));
    }

    private Optional<TimeOff> find(Actor actor, int id) {
        return database.write(tx -> timesOff.find(tx, actor, id));
    }

    private List<TimeOff> list(Actor actor) {
        return database.write(tx -> timesOff.list(tx, actor, Optional.empty(), always(), Slice.first(50)))
                .rows();
    }

    private List<TimeOff> list(Period period) {
        return database.write(tx -> timesOff.list(tx, DESK, Optional.empty(), period, Slice.first(50)))
                .rows();
    }

    private List<String> trail() {
        return database.read(tx -> tx.query("select action || ' ' || outcome from audit_entries order by id")
                .mapTo(String.class)
                .list());
    }
}
