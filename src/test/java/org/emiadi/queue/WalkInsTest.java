package org.emiadi.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.Priority;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.HoursPlan;
import org.emiadi.availability.SessionDays;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.emiadi.queue.WalkInOutcome.Entered;
import org.emiadi.queue.WalkInOutcome.NobodyFree;
import org.emiadi.queue.WalkInOutcome.Refused;
import org.junit.jupiter.api.Test;

class WalkInsTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final int FOLLOW_UP = 2;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    private final Database database = TestDatabase.fresh();
    /// Ten in the morning in Nairobi, on a Monday.
    private final TestClock clock = TestClock.mondayMorning();

    private final AuditLog audit = new AuditLog(clock);
    private final Appointments appointments = new Appointments(new BookingRules(new ClinicTime(NAIROBI)), audit, clock);
    private final WalkIns walkIns = new WalkIns(appointments, audit, clock);
    private final PatientId patient = TestPeople.patient(database);
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void who_walks_in_is_booked_from_this_minute_on_and_waits_at_once() {
        clock.advance(Duration.ofSeconds(59));

        var appointment = entered(with(provider)).appointment();

        assertThat(appointment.during()).isEqualTo(new TimeRange(at("10:00"), at("10:30")));
        assertThat(appointment.status()).isEqualTo(AppointmentStatus.CHECKED_IN);
        assertThat(appointment.visit().arrived()).isEqualTo(clock.instant());
        assertThat(appointment.visit().ticket()).isEqualTo(1);
        assertThat(appointment.visit().priority()).isEqualTo(Priority.ROUTINE);
    }

    @Test
    void whoever_waits_already_is_not_entered_again_but_for_another_provider() {
        var first = entered(new WalkIn(patient, new WalkIn.Chosen(provider, false), null, null, null, null))
                .appointment();
        var waits = new WalkInOutcome.WaitsAlready(first.id().value(), 1);

        assertThat(enter(
                        TestPeople.DESK,
                        new WalkIn(patient, new WalkIn.Chosen(provider, false), null, null, null, null)))
                .isEqualTo(waits);
        assertThat(enter(TestPeople.DESK, new WalkIn(patient, new WalkIn.Whoever(null, null), null, null, null, null)))
                .isEqualTo(waits);
        var other = TestPeople.provider(database);
        assertThat(entered(new WalkIn(patient, new WalkIn.Chosen(other, false), null, null, null, null))
                        .appointment()
                        .provider())
                .isEqualTo(other);
    }

    @Test
    void the_desk_may_say_what_for_how_urgent_and_why() {
        var appointment = entered(new WalkIn(
                        patient,
                        new WalkIn.Chosen(provider, false),
                        TestFacilities.FIRST,
                        FOLLOW_UP,
                        Priority.EMERGENCY,
                        "Bleeds"))
                .appointment();

        assertThat(appointment.during()).isEqualTo(new TimeRange(at("10:00"), at("10:20")));
        assertThat(appointment.typeId()).isEqualTo(FOLLOW_UP);
        assertThat(appointment.visit().priority()).isEqualTo(Priority.EMERGENCY);
        assertThat(appointment.reason()).isEqualTo("Bleeds");
    }

    @Test
    void the_position_counts_those_who_are_called_in_before() {
        assertThat(entered(with(provider)).position()).isEqualTo(1);
        assertThat(entered(with(provider)).position()).isEqualTo(2);
        assertThat(entered(new WalkIn(
                                TestPeople.patient(database),
                                new WalkIn.Chosen(provider, false),
                                null,
                                null,
                                Priority.EMERGENCY,
                                null))
                        .position())
                .isEqualTo(1);
    }

    @Test
    void where_now_is_taken_the_first_gap_that_is_long_enough_is_given() {
        hours(provider, "08:00", "17:00");
        booked(provider, "09:45", "10:10");
        booked(provider, "10:35", "11:00");
        booked(provider, "11:30", "12:00");

        assertThat(start(with(provider))).as("25 minutes are too few").isEqualTo(at("11:00"));
        assertThat(start(with(provider))).isEqualTo(at("12:00"));
    }

    @Test
    void the_minutes_before_and_after_a_visit_are_kept_free() {
        hours(provider, "08:00", "17:00");
        sql("update appointment_types set buffer_before_minutes = 5, buffer_after_minutes = 10 where id = "
                + FOLLOW_UP);
        booked(provider, "10:00", "10:30");
        booked(provider, "11:00", "11:30");

        assertThat(start(with(provider, FOLLOW_UP)))
                .as("5 and 20 and 10 minutes do not fit between")
                .isEqualTo(at("11:35"));
    }

    @Test
    void all_places_of_a_session_are_looked_at() {
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0), 2);

        assertThat(start(with(provider))).isEqualTo(at("10:00"));
        assertThat(start(with(provider))).isEqualTo(at("10:00"));
        assertThat(start(with(provider))).isEqualTo(at("10:30"));
    }

    @Test
    void a_hold_is_in_the_way_until_it_expires() {
        held("10:00", "10:30", "10:05");
        assertThat(start(with(provider))).isEqualTo(at("10:30"));

        clock.advance(Duration.ofMinutes(5));
        assertThat(start(new WalkIn(
                        TestPeople.patient(database), new WalkIn.Chosen(provider, false), null, FOLLOW_UP, null, null)))
                .isEqualTo(at("10:05"));
    }

    @Test
    void a_patient_is_not_seen_by_two_at_once() {
        var elsewhere = TestPeople.provider(database);
        book(patient, elsewhere, "10:15", "11:00");

        assertThat(start(new WalkIn(patient, new WalkIn.Chosen(provider, false), null, null, null, null)))
                .isEqualTo(at("11:00"));
    }

    @Test
    void whoever_has_time_first_is_taken() {
        var second = TestPeople.provider(database);
        hours(provider, "08:00", "17:00");
        hours(second, "08:00", "17:00");
        booked(provider, "10:00", "11:00");

        assertThat(entered(whoever()).appointment().provider()).isEqualTo(second);
        var third = entered(whoever()).appointment();
        assertThat(third.provider()).isEqualTo(second);
        assertThat(third.during().start()).isEqualTo(at("10:30"));
        assertThat(entered(whoever()).appointment().provider())
                .as("at eleven both have time")
                .isEqualTo(provider);
    }

    @Test
    void whoever_is_of_that_cadre_and_specialization() {
        hours(provider, "08:00", "17:00");
        var nurse = TestPeople.provider(database);
        sql("update providers set cadre = 'Nurse', specialization = 'Midwifery' where id = " + nurse.value());
        hours(nurse, "08:00", "17:00");

        assertThat(entered(whoever("NURSE", null)).appointment().provider()).isEqualTo(nurse);
        assertThat(entered(whoever(null, "midwifery")).appointment().provider()).isEqualTo(nurse);
        assertThat(entered(whoever("clinical officer", "Paediatrics"))
                        .appointment()
                        .provider())
                .isEqualTo(provider);
        assertThat(enter(DESK, whoever("Nurse", "Paediatrics"))).isEqualTo(new NobodyFree(false));
    }

    @Test
    void whoever_offers_the_type_in_a_session_that_serves_it() {
        sql("update appointment_types set cadres = '{nurse}' where id = " + FOLLOW_UP);
        hours(provider, "08:00", "17:00");
        var nurse = TestPeople.provider(database);
        sql("update providers set cadre = 'Nurse' where id = " + nurse.value());
        TestHours.add(
                database,
                nurse,
                new HoursPlan(
                        TestFacilities.FIRST,
                        SessionDays.on(TODAY),
                        SessionTime.between(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        1,
                        Set.of(1)));
        TestHours.add(
                database,
                nurse,
                new HoursPlan(
                        TestFacilities.FIRST,
                        SessionDays.on(TODAY),
                        SessionTime.between(LocalTime.of(14, 0), LocalTime.of(17, 0)),
                        1,
                        Set.of(FOLLOW_UP)));

        var appointment = entered(new WalkIn(
                        patient, new WalkIn.Whoever(null, null), TestFacilities.FIRST, FOLLOW_UP, null, null))
                .appointment();

        assertThat(appointment.provider()).isEqualTo(nurse);
        assertThat(appointment.during().start()).isEqualTo(at("14:00"));
        assertThat(enter(DESK, with(provider, FOLLOW_UP))).isEqualTo(new Refused(new Booking.TypeNotOffered()));
    }

    @Test
    void whoever_works_at_that_facility() {
        var kisumu = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        hours(provider, "08:00", "17:00");
        var there = TestPeople.provider(database);
        TestHours.oneDay(database, there, kisumu, TODAY, SessionTime.between(LocalTime.of(8, 0), LocalTime.of(17, 0)));

        assertThat(entered(at(kisumu)).appointment().provider()).isEqualTo(there);
        assertThat(entered(whoever()).appointment().provider()).isEqualTo(provider);
    }

    @Test
    void a_provider_is_met_where_they_work_today() {
        var kisumu = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        TestHours.oneDay(
                database, provider, kisumu, TODAY, SessionTime.between(LocalTime.of(8, 0), LocalTime.of(17, 0)));

        assertThat(entered(with(provider)).appointment().place().facilityId()).isEqualTo(kisumu.value());
    }

    @Test
    void who_comes_before_the_doors_open_is_seen_when_they_do() {
        hours(provider, "10:45", "17:00");

        assertThat(start(with(provider))).isEqualTo(at("10:45"));
        assertThat(start(whoever())).isEqualTo(at("11:15"));
    }

    @Test
    void after_the_hours_of_a_provider_a_walk_in_says_why() {
        hours(provider, "08:00", "09:30");

        assertThat(enter(DESK, with(provider))).isEqualTo(new Refused(new TimeRefusal.OutsideHours()));
        assertThat(enter(DESK, whoever())).isEqualTo(new NobodyFree(false));
        var appointment = entered(
                        new WalkIn(patient, new WalkIn.Chosen(provider, true), null, FOLLOW_UP, null, "Asthma attack"))
                .appointment();
        assertThat(appointment.during()).isEqualTo(new TimeRange(at("10:00"), at("10:20")));
        assertThat(appointment.place().outsideHours()).isTrue();
        assertThat(appointment.reason()).isEqualTo("Asthma attack");
    }

    @Test
    void who_is_away_sees_nobody() {
        hours(provider, "08:00", "17:00");
        sql("""
                insert into time_off (provider_id, kind, during, created_at)
                values (%d, 'meeting', '[2026-11-23 09:00+03, 2026-11-23 13:00+03)', now())
                """.formatted(provider.value()));

        assertThat(start(whoever())).isEqualTo(at("13:00"));
    }

    @Test
    void where_the_day_is_full_nobody_is_free() {
        hours(provider, "08:00", "12:00");
        booked(provider, "10:15", "11:45");

        assertThat(enter(DESK, with(provider))).isEqualTo(new NobodyFree(true));
        assertThat(enter(DESK, whoever())).isEqualTo(new NobodyFree(false));
        assertThat(start(with(provider, FOLLOW_UP, true)))
                .as("beside the hours the day goes on")
                .isEqualTo(at("11:45"));
    }

    @Test
    void no_walk_in_is_put_off_until_tomorrow() {
        clock.advance(Duration.ofHours(13).plusMinutes(45));

        assertThat(start(with(provider))).isEqualTo(at("23:45"));
        assertThat(enter(DESK, with(provider))).isEqualTo(new NobodyFree(true));
    }

    @Test
    void a_session_over_midnight_goes_on_in_the_day_on_which_it_ends() {
        TestHours.oneDay(
                database,
                provider,
                TestFacilities.FIRST,
                TODAY,
                SessionTime.between(LocalTime.of(22, 0), LocalTime.of(6, 0)));
        clock.advance(Duration.ofHours(16));

        assertThat(entered(whoever()).appointment().during().start()).isEqualTo(clock.instant());
    }

    @Test
    void the_day_is_that_of_the_clock_on_the_facilitys_wall() {
        var auckland = TestFacilities.facility(database, "Auckland", "Pacific/Auckland");
        clock.advance(Duration.ofHours(3).plusMinutes(50));

        var last = entered(new WalkIn(patient, new WalkIn.Chosen(provider, false), auckland, null, null, null));
        assertThat(last.appointment().during().start())
                .as("ten minutes before midnight there")
                .isEqualTo(clock.instant());
        assertThat(enter(
                        DESK,
                        new WalkIn(
                                TestPeople.patient(database),
                                new WalkIn.Chosen(provider, false),
                                auckland,
                                null,
                                null,
                                null)))
                .isEqualTo(new NobodyFree(true));
    }

    @Test
    void a_provider_enters_those_whom_they_see_themself() {
        var me = TestPeople.as(provider);
        var other = TestPeople.provider(database);

        assertThat(enter(me, with(provider))).isInstanceOf(Entered.class);
        assertThat(enter(me, with(other))).isEqualTo(new Refused(new Booking.NotOwn()));
        assertThat(enter(me, whoever())).isEqualTo(new Refused(new Booking.NotOwn()));
        assertThat(enter(TestPeople.as(patient), with(provider))).isEqualTo(new Refused(new Booking.NotOwn()));
    }

    @Test
    void what_is_named_must_be_there() {
        assertThat(enter(
                        DESK,
                        new WalkIn(new PatientId(999), new WalkIn.Chosen(provider, false), null, null, null, null)))
                .isEqualTo(new Refused(new Booking.Unknown(Booking.Named.PATIENT)));
        assertThat(enter(DESK, with(new ProviderId(999))))
                .isEqualTo(new Refused(new Booking.Unknown(Booking.Named.PROVIDER)));
        assertThat(enter(DESK, with(provider, 999))).isEqualTo(new Refused(new Booking.Unknown(Booking.Named.TYPE)));
        assertThat(enter(DESK, at(new FacilityId(999))))
                .isEqualTo(new Refused(new Booking.Unknown(Booking.Named.FACILITY)));
    }

    @Test
    void a_walk_in_leaves_a_trace_and_one_that_is_refused_nothing_else() {
        hours(provider, "08:00", "09:00");
        enter(DESK, with(provider));
        enter(DESK, whoever());
        enter(DESK, with(provider, FOLLOW_UP, true));

        assertThat(database.<List<String>>read(tx -> tx.query("""
                                select action || ' ' || outcome || coalesce(' ' || detail, '') from audit_entries
                                 where at >= :now and action not like 'working-hours.%' and action not like '%.registered'
                                 order by id
                                """)
                        .bind("now", clock.instant())
                        .mapTo(String.class)
                        .list()))
                .contains(
                        "walk-in.entered refused OutsideHours",
                        "walk-in.entered refused NobodyFree",
                        "appointment.booked success outside hours: Came by",
                        "appointment.checked-in success",
                        "walk-in.entered success");
        assertThat(database.<Integer>read(tx -> tx.query("select count(*) from appointments")
                        .mapTo(Integer.class)
                        .one()))
                .isOne();
    }

    private WalkIn with(ProviderId chosen) {
        return new WalkIn(TestPeople.patient(database), new WalkIn.Chosen(chosen, false), null, null, null, null);
    }

    private WalkIn with(ProviderId chosen, int type) {
        return with(chosen, type, false);
    }

    private WalkIn with(ProviderId chosen, int type, boolean outsideHours) {
        return new WalkIn(
                TestPeople.patient(database), new WalkIn.Chosen(chosen, outsideHours), null, type, null, "Came by");
    }

    private WalkIn whoever() {
        return at(TestFacilities.FIRST);
    }

    private WalkIn at(FacilityId where) {
        return new WalkIn(TestPeople.patient(database), new WalkIn.Whoever(null, null), where, null, null, null);
    }

    private WalkIn whoever(
            @org.jspecify.annotations.Nullable String cadre, @org.jspecify.annotations.Nullable String specialization) {
        return new WalkIn(
                TestPeople.patient(database), new WalkIn.Whoever(cadre, specialization), null, null, null, null);
    }

    private Instant start(WalkIn walkIn) {
        return entered(walkIn).appointment().during().start();
    }

    private Entered entered(WalkIn walkIn) {
        var outcome = enter(DESK, walkIn);
        assertThat(outcome).isInstanceOf(Entered.class);
        return (Entered) outcome;
    }

    private WalkInOutcome enter(Actor actor, WalkIn walkIn) {
        return database.write(tx -> walkIns.enter(tx, actor, walkIn));
    }

    private void hours(ProviderId whose, String from, String to) {
        TestHours.everyDay(database, whose, LocalTime.parse(from), LocalTime.parse(to));
    }

    private Appointment booked(ProviderId with, String from, String to) {
        return book(TestPeople.patient(database), with, from, to);
    }

    private Appointment book(PatientId whose, ProviderId with, String from, String to) {
        var request = BookingRequest.of(whose, with, null, new TimeRange(at(from), at(to)));
        return ((Booking.Booked) database.<Booking>write(tx -> appointments.book(tx, DESK, request))).appointment();
    }

    private void held(String from, String to, String until) {
        sql("""
                insert into appointments (provider_id, start_time, end_time, status, held_until)
                values (%d, '%s', '%s', 'held', '%s')
                """.formatted(provider.value(), at(from), at(to), at(until)));
    }

    private static Instant at(String time) {
        return TODAY.atTime(LocalTime.parse(time)).atZone(NAIROBI).toInstant();
    }

    private void sql(String statement) {
        database.write(tx -> tx.update(statement).execute());
    }
}
