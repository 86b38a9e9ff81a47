package org.emiadi.absences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class ClosuresTest {
    private static final Actor ADMIN = TestPeople.admin();
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final Span ALL_DAY = new Span.Days(MONDAY, MONDAY);
    private static final Instant NINE = Instant.parse("2026-11-30T06:00:00Z");

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final AuditLog audit = new AuditLog(clock);
    private final Closures closures = new Closures(new Facilities(audit), audit, clock);
    private final TestVisits visits = new TestVisits(database);
    private final FacilityId other = TestFacilities.facility(database, "Kathmandu", "Asia/Kathmandu");

    @Test
    void a_closure_displaces_the_visits_at_its_facility_whoever_the_provider_is() {
        var one = visits.visit(TestPeople.provider(database), NINE);
        var two = visits.visit(TestPeople.provider(database), NINE);
        visits.visit(TestPeople.provider(database), other, NINE);

        var displaced = done(add(TestFacilities.FIRST, false)).displaced();

        assertThat(displaced.first()).extracting(Displaced::id).containsExactlyInAnyOrder(one, two);
        assertThat(displaced.count()).isEqualTo(2);
    }

    @Test
    void a_preview_tells_the_same_and_enters_nothing() {
        visits.visit(TestPeople.provider(database), NINE);

        var preview = done(add(TestFacilities.FIRST, true)).displaced();

        assertThat(list(Optional.empty())).isEmpty();
        assertThat(done(add(TestFacilities.FIRST, false)).displaced()).isEqualTo(preview);
    }

    @Test
    void days_are_those_of_the_facility() {
        assertThat(done(add(other, false)).absence().during().start()).isEqualTo(Instant.parse("2026-11-29T18:15:00Z"));
    }

    @Test
    void a_closure_is_of_a_facility_that_is_there() {
        assertThat(add(new FacilityId(999), false)).isEqualTo(new AbsenceOutcome.NobodyThere<Closure>());
    }

    @Test
    void a_closure_can_be_found_listed_and_removed() {
        var closure = done(add(other, false)).absence();
        done(add(TestFacilities.FIRST, false));

        var found = database.read(tx -> closures.find(tx, closure.id()));
        assertThat(found).contains(closure);
        assertThat(list(Optional.of(other))).containsExactly(closure);
        assertThat(list(Optional.empty())).hasSize(2);
        assertThat(remove(closure.id())).isInstanceOf(AbsenceOutcome.Done.class);
        assertThat(remove(closure.id())).isEqualTo(new AbsenceOutcome.Absent<Closure>());
        assertThat(list(Optional.of(other))).isEmpty();
    }

    @Test
    void lists_run_by_start_page_by_page() {
        var kathmandu = done(add(other, false)).absence();
        var nairobi = done(add(TestFacilities.FIRST, false)).absence();
        var always = new Period(Optional.empty(), Optional.empty());

        var first = database.read(tx -> closures.list(tx, Optional.empty(), always, Slice.first(1)));
        var second = database.read(tx -> closures.list(tx, Optional.empty(), always, new Slice(1, first.next())));

        assertThat(first.rows()).containsExactly(kathmandu);
        assertThat(second.rows()).containsExactly(nairobi);
        assertThat(second.next()).isEmpty();
    }

    private AbsenceOutcome<Closure> add(FacilityId facility, boolean preview) {
        var request = new Closure.Request(facility, ALL_DAY, "No water");
        return database.write(tx -> closures.add(tx, ADMIN, request, preview));
    }

    private static AbsenceOutcome.Done<Closure> done(AbsenceOutcome<Closure> outcome) {
        return (AbsenceOutcome.Done<Closure>) outcome;
    }

    private AbsenceOutcome<Closure> remove(int id) {
        return database.write(tx -> closures.remove(tx, ADMIN, id));
    }

    private List<Closure> list(Optional<FacilityId> facility) {
        var always = new Period(Optional.empty(), Optional.empty());
        return database.read(tx -> closures.list(tx, facility, always, Slice.first(50)))
                .rows();
    }
}
