package org.emiadi.absences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emiadi.absences.Reason.Absence;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedsMovingTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final Instant NINE = Instant.parse("2026-11-30T06:00:00Z");
    private static final TimeRange MORNING = new TimeRange(NINE, NINE.plus(Duration.ofHours(3)));

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final AuditLog audit = new AuditLog(clock);
    private final Appointments appointments =
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), audit, clock);
    private final NeedsMoving needsMoving = new NeedsMoving(appointments, audit, clock);
    private final TestVisits visits = new TestVisits(database);
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void each_row_says_why() {
        var visit = visits.visit(provider, NINE);
        assertThat(list()).isEmpty();

        var leave = TestAbsences.leave(database, provider, MORNING, clock);
        var closure = TestAbsences.closure(database, TestFacilities.FIRST, MORNING, clock);
        var holiday = TestAbsences.holiday(database, MONDAY, clock);

        assertThat(list()).hasSize(1);
        assertThat(list().getFirst().appointment().id()).isEqualTo(visit);
        assertThat(list().getFirst().reasons())
                .containsExactly(
                        new Reason(Absence.CLOSURE, closure.id(), "No water"),
                        new Reason(Absence.HOLIDAY, holiday.id(), "Idd-ul-Fitr"),
                        new Reason(Absence.TIME_OFF, leave.id(), "leave"));
    }

    @Test
    void what_only_touches_an_absence_does_not_need_moving() {
        visits.visit(provider, MORNING.start().minus(TestVisits.LENGTH));
        var into = visits.visit(provider, MORNING.end().minusSeconds(60));
        var other = TestPeople.provider(database);
        visits.visit(other, MORNING.end());

        TestAbsences.leave(database, provider, MORNING, clock);
        TestAbsences.leave(database, other, MORNING, clock);

        assertThat(ids()).containsExactly(into);
    }

    @Test
    void a_visit_over_midnight_is_displaced_by_either_day() {
        var midnight = Instant.parse("2026-11-29T21:00:00Z");
        var visit = visits.visit(provider, midnight.minusSeconds(60));

        TestAbsences.holiday(database, MONDAY, clock);

        assertThat(ids()).containsExactly(visit);
    }

    @Test
    void a_whole_day_long_visit_is_found_by_an_absence_at_its_end() {
        var visit = visits.row(
                provider,
                TestFacilities.FIRST,
                new TimeRange(NINE.minus(Duration.ofHours(24)).plusSeconds(1), NINE.plusSeconds(1)),
                "scheduled");

        TestAbsences.leave(database, provider, MORNING, clock);

        assertThat(ids()).containsExactly(visit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"held", "completed", "cancelled", "no_show", "checked_in", "in_progress"})
    void only_what_is_still_to_take_place_needs_moving(String status) {
        visits.row(provider, TestFacilities.FIRST, MORNING, status);
        TestAbsences.leave(database, provider, MORNING, clock);

        assertThat(onDisk()).isZero();
    }

    @Test
    void a_moved_visit_counts_where_it_was_moved_to() {
        var visit = visits.row(provider, TestFacilities.FIRST, MORNING, "rescheduled");
        TestAbsences.leave(database, provider, MORNING, clock);

        assertThat(ids()).containsExactly(visit);
    }

    @Test
    void what_is_over_is_not_on_the_list_and_what_goes_on_is() {
        visits.visit(provider, NINE);
        TestAbsences.leave(database, provider, MORNING, clock);

        clock.advance(Duration.between(clock.instant(), NINE.plusSeconds(60)));
        assertThat(ids()).hasSize(1);
        clock.advance(TestVisits.LENGTH);
        assertThat(ids()).isEmpty();
    }

    @Test
    void a_holiday_counts_in_its_country_on_the_local_day_where_it_is_observed() {
        var kathmandu = TestFacilities.facility(database, "Kathmandu", "Asia/Kathmandu");
        var early = Instant.parse("2026-11-29T19:00:00Z");
        var there = visits.visit(provider, kathmandu, early);
        visits.visit(TestPeople.provider(database), TestFacilities.FIRST, early);
        var holiday = TestAbsences.holiday(database, MONDAY, clock);

        assertThat(ids()).as("midnight comes earlier there").containsExactly(there);

        set("update holidays set observed = false where id = " + holiday.id());
        assertThat(ids()).isEmpty();
        set("update holidays set observed = true");
        set("update facilities set open_on_holidays = true");
        assertThat(ids()).isEmpty();
        set("update facilities set open_on_holidays = false, country = 'NP' where name = 'Kathmandu'");
        assertThat(ids()).isEmpty();
    }

    @Test
    void a_removed_absence_takes_everything_off_the_list() {
        visits.visit(provider, NINE);
        var leave = TestAbsences.leave(database, provider, MORNING, clock);

        database.write(tx -> new TimesOff(audit, clock).remove(tx, DESK, leave.id()));

        assertThat(ids()).isEmpty();
    }

    @Test
    void moving_and_cancelling_take_a_visit_off_the_list() {
        var moved = visits.visit(provider, NINE);
        var cancelled = visits.visit(provider, NINE.plusSeconds(3600));
        TestAbsences.leave(database, provider, MORNING, clock);

        change(moved, StatusRequest.moveTo(MORNING.end(), null));
        change(cancelled, StatusRequest.of(AppointmentStatus.CANCELLED));

        assertThat(ids()).isEmpty();
    }

    @Test
    void what_was_booked_after_the_absence_is_on_the_list_as_well() {
        TestAbsences.leave(database, provider, MORNING, clock);

        var visit = visits.visit(provider, NINE);

        assertThat(ids()).containsExactly(visit);
    }

    @Test
    void a_kept_visit_is_off_the_list_until_another_absence_displaces_it() {
        var visit = visits.visit(provider, NINE);
        TestAbsences.leave(database, provider, MORNING, clock);
        clock.advance(Duration.ofMinutes(1));

        assertThat(keep(DESK, visit)).isEqualTo(new Keeping.Kept(visit, clock.instant(), 2));
        assertThat(ids()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        TestAbsences.closure(database, TestFacilities.FIRST, MORNING, clock);
        assertThat(list().getFirst().reasons()).extracting(Reason::absence).containsExactly(Absence.CLOSURE);
    }

    @Test
    void keeping_again_or_where_nothing_displaces_changes_nothing() {
        var visit = visits.visit(provider, NINE);
        assertThat(keep(DESK, visit)).isEqualTo(new Keeping.Kept(visit, null, 1));

        TestAbsences.leave(database, provider, MORNING, clock);
        var once = keep(DESK, visit);
        clock.advance(Duration.ofMinutes(1));

        assertThat(keep(DESK, visit)).isEqualTo(once);
        assertThat(visits.version(visit)).isEqualTo(2);
    }

    @Test
    void keeping_stands_in_the_history_with_its_reason_and_in_the_trail() {
        var visit = visits.visit(provider, NINE);
        TestAbsences.leave(database, provider, MORNING, clock);

        keep(TestPeople.as(provider), visit);

        assertThat(text("select role || ' ' || to_status || ' ' || reason from appointment_history"))
                .containsExactly("provider scheduled Somebody stands in");
        assertThat(text("select action || ' ' || outcome from audit_entries where patient_id is not null"))
                .contains("appointment.kept success");
    }

    @Test
    void a_kept_visit_that_is_moved_is_no_longer_kept() {
        var visit = visits.visit(provider, NINE);
        TestAbsences.leave(database, provider, MORNING, clock);
        keep(DESK, visit);

        change(visit, StatusRequest.moveTo(NINE.plusSeconds(3600), null));

        assertThat(ids()).containsExactly(visit);
    }

    @Test
    void a_holiday_that_is_observed_again_displaces_what_was_kept_before() {
        var visit = visits.visit(provider, NINE);
        var holiday = TestAbsences.holiday(database, MONDAY, clock);
        keep(DESK, visit);
        var holidays = new Holidays(audit, clock);
        clock.advance(Duration.ofMinutes(1));
        observe(holidays, holiday.id(), false);
        clock.advance(Duration.ofMinutes(1));

        var again = (AbsenceOutcome.Done<Holiday>) observe(holidays, holiday.id(), true);

        assertThat(again.displaced().first()).extracting(Displaced::id).containsExactly(visit);
        assertThat(ids()).containsExactly(visit);
        assertThat(((AbsenceOutcome.Done<Holiday>) observe(holidays, holiday.id(), true)).displaced())
                .as("it is observed already")
                .isEqualTo(Displacement.NONE);
    }

    @Test
    void only_the_desk_and_its_provider_keep_a_visit() {
        var visit = visits.visit(provider, NINE);
        TestAbsences.leave(database, provider, MORNING, clock);

        assertThat(keep(TestPeople.as(TestPeople.provider(database)), visit)).isEqualTo(new Keeping.Absent());
        assertThat(keep(TestPeople.as(TestPeople.patient(database)), visit)).isEqualTo(new Keeping.Absent());
        assertThat(keep(DESK, new AppointmentId(999_999))).isEqualTo(new Keeping.Absent());
        assertThat(ids()).containsExactly(visit);
    }

    @Test
    void what_will_not_take_place_cannot_be_kept() {
        var cancelled = visits.row(provider, TestFacilities.FIRST, MORNING, "cancelled");
        var over = visits.visit(provider, clock.instant().minus(TestVisits.LENGTH));

        assertThat(keep(DESK, cancelled)).isEqualTo(new Keeping.NotToCome(AppointmentStatus.CANCELLED));
        assertThat(keep(DESK, over)).isEqualTo(new Keeping.NotToCome(AppointmentStatus.SCHEDULED));
    }

    @Test
    void providers_see_their_own_only() {
        var other = TestPeople.provider(database);
        var own = visits.visit(provider, NINE);
        var others = visits.visit(other, NINE);
        TestAbsences.closure(database, TestFacilities.FIRST, MORNING, clock);
        var everybody = NeedsMoving.Filter.all();
        var ofOther = new NeedsMoving.Filter(Optional.of(other), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(ids(TestPeople.as(provider), everybody)).containsExactly(own);
        assertThat(ids(TestPeople.as(provider), ofOther)).isEmpty();
        assertThat(ids(DESK, ofOther)).containsExactly(others);
        assertThat(ids(TestPeople.as(TestPeople.patient(database)), everybody)).isEmpty();
    }

    @Test
    void lists_can_be_narrowed_and_run_by_start_page_by_page() {
        var kathmandu = TestFacilities.facility(database, "Kathmandu", "Asia/Kathmandu");
        var second = visits.visit(provider, NINE.plusSeconds(3600));
        var first = visits.visit(provider, NINE);
        var third = visits.visit(provider, kathmandu, NINE.plusSeconds(7200));
        TestAbsences.leave(database, provider, MORNING, clock);

        assertThat(ids()).containsExactly(first, second, third);
        assertThat(ids(DESK, between(NINE.plusSeconds(1), NINE.plusSeconds(7200))))
                .containsExactly(second);
        assertThat(ids(DESK, between(NINE, NINE.plusSeconds(3600)))).containsExactly(first);
        assertThat(ids(DESK, between(NINE.minusSeconds(9), NINE))).isEmpty();
        assertThat(ids(
                        DESK,
                        new NeedsMoving.Filter(
                                Optional.empty(), Optional.of(kathmandu), Optional.empty(), Optional.empty())))
                .containsExactly(third);
        var page = database.write(tx -> needsMoving.list(tx, DESK, NeedsMoving.Filter.all(), Slice.first(2)));
        var next =
                database.write(tx -> needsMoving.list(tx, DESK, NeedsMoving.Filter.all(), new Slice(2, page.next())));
        assertThat(next.rows()).extracting(row -> row.appointment().id()).containsExactly(third);
    }

    @Test
    void what_lies_before_now_is_an_empty_list() {
        assertThat(ids(DESK, between(NINE.minus(Duration.ofDays(30)), NINE.minus(Duration.ofDays(29)))))
                .isEmpty();
    }

    private static NeedsMoving.Filter between(Instant from, Instant to) {
        return new NeedsMoving.Filter(Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to));
    }

    private List<ToMove> list() {
        return database.write(tx -> needsMoving.list(tx, DESK, NeedsMoving.Filter.all(), Slice.first(50)))
                .rows();
    }

    private List<AppointmentId> ids() {
        return ids(DESK, NeedsMoving.Filter.all());
    }

    private List<AppointmentId> ids(Actor actor, NeedsMoving.Filter filter) {
        return database.write(tx -> needsMoving.list(tx, actor, filter, Slice.first(50))).rows().stream()
                .map(row -> row.appointment().id())
                .toList();
    }

    private Keeping keep(Actor actor, AppointmentId id) {
        return database.write(tx -> needsMoving.keep(tx, actor, id, "Somebody stands in"));
    }

    private AbsenceOutcome<Holiday> observe(Holidays holidays, int id, boolean observed) {
        return database.write(tx -> holidays.change(
                tx, TestPeople.admin(), id, before -> new Holidays.Details(before.name(), observed), false));
    }

    private void change(AppointmentId id, StatusRequest request) {
        StatusChange outcome = database.write(tx -> appointments.change(tx, DESK, id, request));
        assertThat(outcome).isInstanceOf(StatusChange.Changed.class);
    }

    private void set(String sql) {
        database.write(tx -> tx.update(sql).execute());
    }

    private long onDisk() {
        return database.read(tx -> tx.query("select count(*) from displacements(tstzrange(:now, null), null)")
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
    }

    private List<String> text(String sql) {
        return database.read(tx -> tx.query(sql).mapTo(String.class).list());
    }
}
