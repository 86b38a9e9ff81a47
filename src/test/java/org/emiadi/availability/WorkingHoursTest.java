package org.emiadi.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.platform.Race.race;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {
    private static final FacilityId HERE = TestFacilities.FIRST;
    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);
    private static final SessionTime MORNING = SessionTime.between(LocalTime.of(8, 0), LocalTime.of(12, 0));
    private static final SessionTime AFTERNOON = SessionTime.between(LocalTime.of(13, 0), LocalTime.of(17, 0));
    private static final SessionTime NIGHT = SessionTime.between(LocalTime.of(22, 0), LocalTime.of(6, 0));
    private static final SessionDays MONDAYS = new SessionDays(DayOfWeek.MONDAY, MONDAY, null, 1);
    private static final int RIVALS = 16;

    private final Database database = TestDatabase.fresh();
    private final WorkingHours hours = new WorkingHours(new AuditLog(TestClock.mondayMorning()));
    private final ProviderId provider = TestPeople.provider(database);
    private final ProviderId other = TestPeople.provider(database);
    private final Actor admin = TestPeople.admin();

    @Test
    void what_was_planned_is_read_again() {
        var plan = new HoursPlan(
                HERE, new SessionDays(DayOfWeek.FRIDAY, MONDAY, MONDAY.plusYears(1), 2), NIGHT, 3, Set.of(1, 3));

        var added = added(provider, plan);

        assertThat(added).isEqualTo(new Hours(added.id(), provider, plan, 1));
        assertThat(find(added.id())).contains(added);
    }

    @Test
    void a_day_may_have_several_spans_and_a_whole_day_is_one() {
        added(provider, plan(MONDAYS, MORNING));
        added(provider, plan(MONDAYS, AFTERNOON));
        var day = SessionDays.on(MONDAY.plusDays(2));
        var whole = added(provider, plan(day, SessionTime.between(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));

        assertThat(list(Optional.of(provider), Optional.empty())).hasSize(3);
        assertThat(find(whole.id()).orElseThrow().plan().time().length()).hasHours(24);
    }

    @Test
    void the_same_hours_twice_are_a_mistake_and_the_first_are_named() {
        var first = added(provider, plan(MONDAYS, MORNING));

        assertThat(add(admin, provider, plan(MONDAYS, MORNING))).isEqualTo(new HoursOutcome.Overlap(first.id()));
        assertThat(add(admin, provider, plan(SessionDays.on(MONDAY.plusWeeks(5)), MORNING)))
                .isEqualTo(new HoursOutcome.Overlap(first.id()));
        assertThat(list(Optional.of(provider), Optional.empty())).containsExactly(first);
    }

    @Test
    void a_night_is_found_from_the_days_on_both_sides() {
        var sunday = added(provider, plan(SessionDays.on(MONDAY.minusDays(1)), NIGHT));
        var early = SessionTime.between(LocalTime.of(5, 0), LocalTime.of(7, 0));

        assertThat(add(admin, provider, plan(MONDAYS, early))).isEqualTo(new HoursOutcome.Overlap(sunday.id()));

        var tuesday = added(provider, plan(SessionDays.on(MONDAY.plusDays(1)), early));
        assertThat(add(admin, provider, plan(SessionDays.on(MONDAY), NIGHT)))
                .isEqualTo(new HoursOutcome.Overlap(tuesday.id()));
    }

    @Test
    void hours_of_others_at_other_facilities_and_for_other_types_are_no_mistake() {
        var there = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        added(provider, new HoursPlan(HERE, MONDAYS, MORNING, 1, Set.of(1)));

        added(other, plan(MONDAYS, MORNING));
        added(provider, TestHours.plan(there, MONDAYS, MORNING, 1));
        added(provider, new HoursPlan(HERE, MONDAYS, MORNING, 1, Set.of(2)));
    }

    @Test
    void hours_name_people_places_and_types_that_there_are() {
        var patient = new ProviderId(TestPeople.patient(database).value());

        assertThat(add(admin, patient, plan(MONDAYS, MORNING)))
                .isEqualTo(new HoursOutcome.Unknown(HoursOutcome.Named.PROVIDER));
        assertThat(add(admin, provider, TestHours.plan(new FacilityId(99), MONDAYS, MORNING, 1)))
                .isEqualTo(new HoursOutcome.Unknown(HoursOutcome.Named.FACILITY));
        assertThat(add(admin, provider, new HoursPlan(HERE, MONDAYS, MORNING, 1, Set.of(1, 99))))
                .isEqualTo(new HoursOutcome.Unknown(HoursOutcome.Named.TYPE));
        assertThat(list(Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void hours_hold_on_at_least_one_day() {
        var days = new SessionDays(DayOfWeek.SUNDAY, MONDAY, MONDAY.plusDays(5), 1);

        assertThat(add(admin, provider, plan(days, MORNING))).isEqualTo(new HoursOutcome.NoDay());
        var added = added(provider, plan(MONDAYS, MORNING));
        assertThat(change(admin, added, before -> plan(days, MORNING))).isEqualTo(new HoursOutcome.NoDay());
    }

    @Test
    void providers_plan_their_own_hours_only() {
        var own = TestPeople.as(provider);
        var others = added(other, plan(MONDAYS, MORNING));

        assertThat(add(own, provider, plan(MONDAYS, MORNING))).isInstanceOf(HoursOutcome.Done.class);
        assertThat(add(own, other, plan(MONDAYS, AFTERNOON))).isEqualTo(new HoursOutcome.NotOwn());
        assertThat(change(own, others, UnaryOperator.identity())).isEqualTo(new HoursOutcome.Absent());
        assertThat(remove(own, others, OptionalInt.empty())).isEqualTo(new HoursOutcome.Absent());
        assertThat(find(others.id())).contains(others);
    }

    @Test
    void the_desk_and_patients_plan_no_hours() {
        var added = added(provider, plan(MONDAYS, MORNING));
        for (Actor actor : List.of(TestPeople.DESK, TestPeople.as(TestPeople.patient(database)))) {
            assertThat(add(actor, provider, plan(MONDAYS, AFTERNOON))).isEqualTo(new HoursOutcome.NotOwn());
            assertThat(change(actor, added, UnaryOperator.identity())).isEqualTo(new HoursOutcome.Absent());
            assertThat(remove(actor, added, OptionalInt.empty())).isEqualTo(new HoursOutcome.Absent());
        }
    }

    @Test
    void a_change_is_kept_whole() {
        var added = added(provider, new HoursPlan(HERE, MONDAYS, MORNING, 1, Set.of(1, 2)));
        var after = new HoursPlan(HERE, SessionDays.on(MONDAY), NIGHT, 5, Set.of(2, 3));

        assertThat(change(admin, added, before -> after))
                .isEqualTo(new HoursOutcome.Done(new Hours(added.id(), provider, after, 2)));
        assertThat(find(added.id())).contains(new Hours(added.id(), provider, after, 2));
    }

    @Test
    void a_change_does_not_run_into_what_it_replaces_but_into_others() {
        var morning = added(provider, plan(MONDAYS, MORNING));
        var afternoon = added(provider, plan(MONDAYS, AFTERNOON));

        assertThat(change(admin, morning, before -> plan(MONDAYS, AFTERNOON)))
                .isEqualTo(new HoursOutcome.Overlap(afternoon.id()));
        assertThat(change(
                        admin,
                        morning,
                        before -> plan(MONDAYS, SessionTime.between(LocalTime.of(9, 0), LocalTime.of(13, 0)))))
                .isInstanceOf(HoursOutcome.Done.class);
    }

    @Test
    void a_change_made_on_an_old_version_is_refused() {
        var added = added(provider, plan(MONDAYS, MORNING));
        change(admin, added, before -> plan(MONDAYS, AFTERNOON));

        assertThat(change(admin, added, before -> plan(MONDAYS, MORNING))).isEqualTo(new HoursOutcome.Stale());
        assertThat(remove(admin, added, OptionalInt.of(1))).isEqualTo(new HoursOutcome.Stale());
        assertThat(find(added.id()).orElseThrow().plan().time()).isEqualTo(AFTERNOON);
    }

    @Test
    void a_refused_change_leaves_everything_as_it_was() {
        var added = added(provider, new HoursPlan(HERE, MONDAYS, MORNING, 1, Set.of(1)));

        assertThat(change(admin, added, before -> new HoursPlan(HERE, MONDAYS, AFTERNOON, 1, Set.of(99))))
                .isEqualTo(new HoursOutcome.Unknown(HoursOutcome.Named.TYPE));

        assertThat(find(added.id())).contains(added);
    }

    @Test
    void what_is_not_there_is_absent() {
        var nowhere = new Hours(new HoursId(99), provider, plan(MONDAYS, MORNING), 1);

        assertThat(find(nowhere.id())).isEmpty();
        assertThat(change(admin, nowhere, UnaryOperator.identity())).isEqualTo(new HoursOutcome.Absent());
        assertThat(remove(admin, nowhere, OptionalInt.empty())).isEqualTo(new HoursOutcome.Absent());
    }

    @Test
    void removed_hours_are_gone_and_the_trail_keeps_what_they_said() {
        var added = added(provider, plan(MONDAYS, MORNING));

        assertThat(remove(admin, added, OptionalInt.of(1))).isEqualTo(new HoursOutcome.Done(added));

        assertThat(find(added.id())).isEmpty();
        assertThat(trail())
                .contains(
                        "working-hours.removed success provider " + provider.value()
                                + " at facility 1: MONDAY every 1 weeks from 2027-01-04 to further notice, 08:00 for PT4H, 1 places");
    }

    @Test
    void refusals_are_in_the_trail() {
        added(provider, plan(MONDAYS, MORNING));
        add(admin, provider, plan(MONDAYS, MORNING));
        add(TestPeople.as(other), provider, plan(MONDAYS, AFTERNOON));

        assertThat(trail()).contains("working-hours.added refused Overlap", "working-hours.added refused NotOwn");
    }

    @Test
    void changing_and_removing_hours_touches_no_appointment() {
        var added = added(provider, plan(MONDAYS, MORNING));
        var patient = TestPeople.patient(database);
        database.write(tx -> tx.update("""
                        insert into appointments (patient_id, provider_id, start_time, end_time, status)
                        values (:patient, :provider, '2027-01-11 09:00+03', '2027-01-11 09:30+03', 'scheduled')
                        """)
                .bind("patient", patient.value())
                .bind("provider", provider.value())
                .execute());
        String before = appointments();

        change(admin, added, plan -> plan(MONDAYS, NIGHT));
        assertThat(appointments()).isEqualTo(before);
        remove(admin, added, OptionalInt.empty());
        assertThat(appointments()).isEqualTo(before);
    }

    @Test
    void lists_are_narrowed_and_paged() {
        var there = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        var one = added(provider, plan(MONDAYS, MORNING));
        var two = added(provider, TestHours.plan(there, MONDAYS, MORNING, 1));
        var three = added(other, plan(MONDAYS, MORNING));

        assertThat(list(Optional.empty(), Optional.empty())).containsExactly(one, two, three);
        assertThat(list(Optional.of(provider), Optional.empty())).containsExactly(one, two);
        assertThat(list(Optional.empty(), Optional.of(HERE))).containsExactly(one, three);
        assertThat(list(Optional.of(other), Optional.of(there))).isEmpty();
        var wanted = new WorkingHours.Wanted(Optional.empty(), Optional.empty());
        var page = database.read(tx -> hours.list(tx, wanted, Slice.first(2)));
        assertThat(page.rows()).containsExactly(one, two);
        assertThat(page.next()).contains(Cursor.of(two.id().value()));
        var rest = database.read(tx -> hours.list(tx, wanted, new Slice(2, page.next())));
        assertThat(rest.rows()).containsExactly(three);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void of_16_who_add_the_same_hours_at_once_one_succeeds() {
        var outcomes = race(RIVALS, rival -> () -> {
            // Every second week or every week, over midnight or not: each overlaps each.
            var days = new SessionDays(DayOfWeek.MONDAY, MONDAY, null, 1 + rival % 2);
            return add(admin, provider, plan(days, SessionTime.between(LocalTime.of(8, 0), LocalTime.of(rival, 0))));
        });

        assertThat(outcomes).filteredOn(HoursOutcome.Done.class::isInstance).hasSize(1);
        assertThat(list(Optional.of(provider), Optional.empty())).hasSize(1);
    }

    private static HoursPlan plan(SessionDays days, SessionTime time) {
        return TestHours.plan(HERE, days, time, 1);
    }

    private Hours added(ProviderId whose, HoursPlan plan) {
        return ((HoursOutcome.Done) add(admin, whose, plan)).hours();
    }

    private HoursOutcome add(Actor actor, ProviderId whose, HoursPlan plan) {
        return database.write(tx -> hours.add(tx, actor, whose, plan));
    }

    private HoursOutcome change(Actor actor, Hours before, UnaryOperator<HoursPlan> change) {
        return database.write(tx -> hours.change(tx, actor, before.id(), OptionalInt.of(before.version()), change));
    }

    private HoursOutcome remove(Actor actor, Hours before, OptionalInt expected) {
        return database.write(tx -> hours.remove(tx, actor, before.id(), expected));
    }

    private Optional<Hours> find(HoursId id) {
        return database.read(tx -> hours.find(tx, id));
    }

    private List<Hours> list(Optional<ProviderId> whose, Optional<FacilityId> where) {
        return database.read(tx -> hours.list(tx, new WorkingHours.Wanted(whose, where), Slice.first(Slice.MOST)))
                .rows();
    }

    private String appointments() {
        return database.read(tx -> tx.query("select string_agg(a::text, ';') from appointments a")
                .mapTo(String.class)
                .one());
    }

    private List<String> trail() {
        return database.read(tx -> tx.query(
                        "select action || ' ' || outcome || ' ' || detail from audit_entries where detail is not null")
                .mapTo(String.class)
                .list());
    }
}
