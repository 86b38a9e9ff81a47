package org.emiadi.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.emiadi.absences.Reason;
import org.emiadi.absences.TestAbsences;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.SessionDays;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoardsTest {
    private static final Actor DESK = TestPeople.DESK;
    /// A Monday.
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final TestDatabase.Named named = TestDatabase.named();
    private final Database database = named.database();
    /// Ten in the morning in Nairobi.
    private final TestClock clock = TestClock.mondayMorning();

    private final AuditLog audit = new AuditLog(clock);
    private final Boards boards = new Boards(new Facilities(audit), audit, clock);
    private final ProviderId otieno = TestPeople.provider(database, "Otieno", "Odhiambo");
    private final ProviderId achieng = TestPeople.provider(database, "Achieng", "Akinyi");

    @Test
    void all_who_have_hours_or_visits_are_side_by_side_by_last_name() {
        TestHours.everyDay(database, otieno, LocalTime.of(8, 0), LocalTime.of(13, 0));
        visit(achieng, at(9, 0), "scheduled");
        TestPeople.provider(database, "Nobody", "Free");

        var board = day(DESK);

        assertThat(board.day()).isEqualTo(TODAY);
        assertThat(board.columns())
                .extracting(column -> column.provider().name())
                .containsExactly("Achieng Akinyi", "Otieno Odhiambo");
        assertThat(board.columns().getFirst().sessions()).isEmpty();
        assertThat(board.columns().getFirst().visits()).hasSize(1);
        assertThat(board.columns().getLast().sessions())
                .containsExactly(new Session(
                        otieno,
                        TestFacilities.FIRST,
                        "Main clinic",
                        range(at(8, 0), at(13, 0)),
                        1,
                        List.of(range(at(8, 0), at(13, 0)))));
    }

    @Test
    void a_visit_tells_who_comes_what_for_and_how_far_it_has_gone() {
        var room = TestFacilities.room(database, TestFacilities.FIRST, "Room 3").value();
        var patient = TestPeople.patient(database, "Élise", "Kamau");
        int id = visit(otieno, patient, at(9, 0), "checked_in");
        sql("update appointments set appointment_type_id = 1, room_id = " + room + ", arrived_at = '" + at(8, 50)
                + "', priority = 'routine', ticket = 4, outside_hours = true where id = " + id);

        var visit = day(DESK).columns().getFirst().visits().getFirst();

        assertThat(visit.id().value()).isEqualTo(id);
        assertThat(visit.patient().id()).isEqualTo(patient);
        assertThat(visit.patient().name()).isEqualTo("Élise Kamau");
        assertThat(visit.patient().number()).startsWith("PAT-");
        assertThat(visit.during()).isEqualTo(range(at(9, 0), at(9, 30)));
        assertThat(visit.status()).isEqualTo(AppointmentStatus.CHECKED_IN);
        assertThat(visit.type()).isEqualTo(new Visit.Kind(1, "Consultation", "#4a3fb5"));
        assertThat(visit.room()).isEqualTo("Room 3");
        assertThat(visit.outsideHours()).isTrue();
        assertThat(visit.presence()).isEqualTo(new Visit.Presence(at(8, 50), null, null, 4));
    }

    @Test
    void who_did_not_come_stays_on_the_board_and_what_is_cancelled_does_not() {
        visit(otieno, at(8, 0), "no_show");
        visit(otieno, at(9, 0), "cancelled");
        visit(otieno, at(9, 0).plus(Duration.ofDays(1)), "scheduled");

        assertThat(day(DESK).columns())
                .singleElement()
                .satisfies(column -> assertThat(column.visits())
                        .extracting(Visit::status)
                        .containsExactly(AppointmentStatus.NO_SHOW));
    }

    @Test
    void times_are_held_until_they_are_not() {
        visit(otieno, at(11, 0), "held");
        visit(otieno, at(12, 0), "held");
        sql("update appointments set held_until = '" + at(10, 0) + "' where start_time = '" + at(12, 0) + "'");

        assertThat(day(DESK).columns())
                .singleElement()
                .satisfies(column -> assertThat(column.held())
                        .extracting(Held::during, Held::until)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple(range(at(11, 0), at(11, 30)), at(11, 30))));
    }

    @Test
    void absences_are_shown_and_what_they_leave_open_and_what_they_displace() {
        TestHours.everyDay(database, otieno, LocalTime.of(8, 0), LocalTime.of(17, 0));
        TestHours.everyDay(database, achieng, LocalTime.of(8, 0), LocalTime.of(17, 0));
        visit(otieno, at(14, 0), "scheduled");
        visit(otieno, at(16, 0), "scheduled");
        TestAbsences.leave(database, otieno, range(at(13, 0), at(15, 0)), clock);
        TestAbsences.closure(database, TestFacilities.FIRST, range(at(16, 30), at(18, 0)), clock);

        var columns = day(DESK).columns();
        var his = columns.getLast();

        assertThat(his.absences())
                .extracting(away -> away.why().absence())
                .containsExactly(Reason.Absence.TIME_OFF, Reason.Absence.CLOSURE);
        assertThat(columns.getFirst().absences())
                .extracting(away -> away.why().name())
                .as("the leave of one is nobody else's")
                .containsExactly("No water");
        assertThat(his.sessions().getFirst().open())
                .containsExactly(range(at(8, 0), at(13, 0)), range(at(15, 0), at(16, 30)));
        assertThat(his.visits()).extracting(Visit::displaced).containsExactly(true, false);
    }

    @Test
    void on_a_holiday_nothing_is_open_and_its_name_is_told() {
        TestHours.everyDay(database, otieno, LocalTime.of(8, 0), LocalTime.of(17, 0));
        TestAbsences.holiday(database, TODAY.plusDays(1), clock);

        var column = read(TODAY.plusDays(1), DESK, null).columns().getFirst();

        assertThat(column.absences()).extracting(away -> away.why().name()).containsExactly("Idd-ul-Fitr");
        assertThat(column.sessions().getFirst().open()).isEmpty();
        assertThat(day(DESK).columns().getFirst().absences()).isEmpty();
    }

    @Test
    void each_facility_has_its_board_by_its_own_clock() {
        var chatham = TestFacilities.facility(database, "Waitangi", "Pacific/Chatham");
        TestHours.oneDay(
                database,
                otieno,
                chatham,
                LocalDate.of(2026, 11, 24),
                SessionTime.between(LocalTime.of(8, 0), LocalTime.of(9, 0)));

        assertThat(day(DESK).columns()).isEmpty();
        var there = read(LocalDate.of(2026, 11, 24), DESK, chatham);
        assertThat(there.columns().getFirst().sessions().getFirst().during())
                .isEqualTo(range(Instant.parse("2026-11-23T18:15:00Z"), Instant.parse("2026-11-23T19:15:00Z")));
        var nowhere = database.write(tx -> boards.day(tx, DESK, new FacilityId(999), null, Slice.first(1)));
        assertThat(nowhere).isEmpty();
    }

    @Test
    void a_session_over_midnight_is_on_both_days_of_the_week() {
        TestHours.oneDay(
                database,
                otieno,
                TestFacilities.FIRST,
                TODAY.plusDays(2),
                SessionTime.between(LocalTime.of(22, 0), LocalTime.of(6, 0)));
        visit(otieno, at(23, 45).plus(Duration.ofDays(2)), "scheduled");

        var week = database.write(tx -> boards.week(tx, DESK, otieno, null)).orElseThrow();

        assertThat(week.from()).isEqualTo(TODAY);
        assertThat(week.days())
                .extracting(Column::day)
                .containsExactlyElementsOf(TODAY.datesUntil(TODAY.plusDays(7)).toList());
        assertThat(week.days()).extracting(column -> column.sessions().size()).containsExactly(0, 0, 1, 1, 0, 0, 0);
        assertThat(week.days()).extracting(column -> column.visits().size()).containsExactly(0, 0, 1, 1, 0, 0, 0);
    }

    @Test
    void the_week_of_a_day_with_another_clock_change_has_seven_days() {
        var berlin = TestFacilities.facility(database, "Berlin", "Europe/Berlin");
        TestHours.add(
                database,
                otieno,
                TestHours.plan(
                        berlin,
                        new SessionDays(DayOfWeek.SUNDAY, LocalDate.of(2020, 1, 1), null, 1),
                        SessionTime.between(LocalTime.of(8, 0), LocalTime.of(9, 0)),
                        1));

        var week = database.write(tx -> boards.week(tx, DESK, otieno, LocalDate.of(2027, 3, 22)))
                .orElseThrow();

        assertThat(week.zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(week.days().getLast().sessions().getFirst().during())
                .isEqualTo(range(Instant.parse("2027-03-28T06:00:00Z"), Instant.parse("2027-03-28T07:00:00Z")));
        assertThat(week.days().getFirst().sessions()).isEmpty();
    }

    @Test
    void providers_see_themselves_only_and_patients_nobody() {
        var patient = TestPeople.patient(database);
        visit(otieno, patient, at(9, 0), "scheduled");
        visit(achieng, at(9, 0), "scheduled");

        assertThat(day(TestPeople.as(otieno)).columns())
                .extracting(column -> column.provider().id())
                .containsExactly(otieno);
        assertThat(day(TestPeople.as(patient)).columns()).isEmpty();
        assertThat(week(TestPeople.as(otieno), otieno)).isTrue();
        assertThat(week(TestPeople.as(otieno), achieng)).isFalse();
        assertThat(week(TestPeople.as(patient), otieno)).isFalse();
        assertThat(week(DESK, new ProviderId(999_999))).isFalse();
    }

    @Test
    void the_providers_of_a_day_have_pages() {
        visit(otieno, at(9, 0), "scheduled");
        visit(achieng, at(9, 0), "scheduled");

        var first = database.write(tx -> boards.day(tx, DESK, null, TODAY, Slice.first(1)))
                .orElseThrow();
        var second = database.write(tx -> boards.day(tx, DESK, null, TODAY, new Slice(1, first.next())))
                .orElseThrow();

        assertThat(first.columns()).extracting(column -> column.provider().id()).containsExactly(achieng);
        assertThat(second.columns())
                .extracting(column -> column.provider().id())
                .containsExactly(otieno);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void reading_a_board_is_in_the_trail() {
        visit(otieno, at(9, 0), "scheduled");
        day(DESK);
        week(DESK, otieno);
        week(TestPeople.as(achieng), otieno);

        var trail = database.read(tx -> tx.query("""
                        select concat_ws(' ', action, outcome, subject_type, detail)
                          from audit_entries
                         where action = 'board.read'
                         order by id
                        """).mapTo(String.class).list());
        assertThat(trail)
                .containsExactly(
                        "board.read success facility 1 visits",
                        "board.read success provider 1 visits",
                        "board.read refused provider");
    }

    @Test
    void the_mark_is_another_as_soon_as_there_is_something_else_to_see() {
        String empty = mark();
        int visit = visit(otieno, at(14, 0), "scheduled");
        String one = mark();
        assertThat(one).isNotEqualTo(empty).isEqualTo(mark());

        sql(
                "update appointments set status = 'checked_in', arrived_at = now(), priority = 'routine', version = 2 where id = "
                        + visit);
        String arrived = mark();
        assertThat(arrived).isNotEqualTo(one);

        TestAbsences.leave(database, otieno, range(at(13, 0), at(15, 0)), clock);
        assertThat(mark()).isNotEqualTo(arrived);
        var week = database.read(tx -> boards.mark(tx, otieno, TODAY));
        var nobody = database.read(tx -> boards.mark(tx, new ProviderId(999_999), TODAY));
        assertThat(week).isPresent();
        assertThat(nobody).isEmpty();
    }

    @Test
    void many_providers_cost_as_many_statements_as_one() {
        visit(otieno, at(9, 0), "scheduled");
        int few = statements();
        IntStream.range(0, 8).forEach(n -> {
            var provider = TestPeople.provider(database, "Provider", "Number " + n);
            TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0));
            visit(provider, at(9, 0), "scheduled");
        });

        int many = statements();

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(6);
    }

    private int statements() {
        var counted = new AtomicInteger();
        var board = new Database(counting(named.source(), counted))
                .write(tx -> boards.day(tx, DESK, null, null, Slice.first(50)));
        assertThat(board).isPresent();
        return counted.get();
    }

    private DayBoard day(Actor actor) {
        return read(null, actor, null);
    }

    private DayBoard read(@Nullable LocalDate day, Actor actor, @Nullable FacilityId where) {
        return database.write(tx -> boards.day(tx, actor, where, day, Slice.first(50)))
                .orElseThrow();
    }

    private boolean week(Actor actor, ProviderId provider) {
        return database.write(tx -> boards.week(tx, actor, provider, TODAY)).isPresent();
    }

    private String mark() {
        return database.read(tx -> boards.mark(tx, (FacilityId) null, TODAY)).orElseThrow();
    }

    private int visit(ProviderId provider, Instant start, String status) {
        return visit(provider, TestPeople.patient(database), start, status);
    }

    private int visit(ProviderId provider, PatientId patient, Instant start, String status) {
        return database.write(tx -> tx.query("""
                        insert into appointments (patient_id, provider_id, facility_id, start_time, end_time, status, held_until)
                        values (:patient, :provider, 1, :start, :end, :status,
                                case when :status = 'held' then cast(:end as timestamptz) end)
                        returning id
                        """)
                .bind("patient", patient.value())
                .bind("provider", provider.value())
                .bind("start", start)
                .bind("end", start.plus(Duration.ofMinutes(30)))
                .bind("status", status)
                .mapTo(Integer.class)
                .one());
    }

    private void sql(String sql) {
        database.write(tx -> tx.update(sql).execute());
    }

    /// On the clock of the wall in Nairobi.
    private static Instant at(int hour, int minute) {
        return TODAY.atTime(hour, minute)
                .atZone(java.time.ZoneId.of("Africa/Nairobi"))
                .toInstant();
    }

    private static TimeRange range(Instant start, Instant end) {
        return new TimeRange(start, end);
    }

    private static DataSource counting(DataSource source, AtomicInteger counted) {
        return (DataSource) Proxy.newProxyInstance(
                BoardsTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    Object result = method.invoke(source, args);
                    return result instanceof Connection connection ? counting(connection, counted) : result;
                });
    }

    private static Connection counting(Connection connection, AtomicInteger counted) {
        return (Connection) Proxy.newProxyInstance(
                BoardsTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().startsWith("prepare")) {
                        counted.incrementAndGet();
                    }
                    return method.invoke(connection, args);
                });
    }
}
