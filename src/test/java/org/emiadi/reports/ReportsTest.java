package org.emiadi.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

/// A week that can be counted by hand, made through the doors as everywhere else.
class ReportsTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Period WEEK = new Period(MONDAY, MONDAY.plusDays(7));

    private final Database database = TestDatabase.fresh();
    /// Ten in the morning in Nairobi, on Monday the 23rd of November.
    private final TestClock clock = TestClock.mondayMorning();

    private final AuditLog audit = new AuditLog(clock);
    private final Appointments appointments = new Appointments(new BookingRules(new ClinicTime(NAIROBI)), audit, clock);
    private final Reports reports = new Reports(audit, clock);
    private final ProviderId otieno = TestPeople.provider(database, "Otieno", "Odhiambo");
    private final ProviderId achieng = TestPeople.provider(database, "Achieng", "Odhiambo");

    @Test
    void a_clinic_in_which_nothing_happened_has_noughts_and_no_rates() {
        var visits = visits(Grouping.PROVIDER);

        assertThat(visits.rows()).isEmpty();
        assertThat(visits.total()).isEqualTo(VisitCounts.NONE);
        assertThat(visits.total().noShowRate()).isEmpty();
        assertThat(visits.total().cancellationRate()).isEmpty();
        assertThat(capacity(Grouping.HOUR).total().use()).isEmpty();
        assertThat(waits(Grouping.TYPE).total()).isEqualTo(Waits.NONE);
    }

    @Test
    void each_appointment_counts_once_and_the_parts_add_up() {
        settle(booked(otieno, 8), AppointmentStatus.COMPLETED);
        settle(booked(otieno, 9), AppointmentStatus.NO_SHOW);
        settle(booked(otieno, 10), AppointmentStatus.CHECKED_IN);
        settle(booked(otieno, 11), AppointmentStatus.CANCELLED);
        booked(otieno, 7);
        booked(achieng, 12);

        assertThat(visits(Grouping.PROVIDER).rows())
                .containsExactly(
                        new Report.Row<>(
                                new Group.OfProvider(achieng, "Achieng Odhiambo"),
                                new VisitCounts(1, 0, 0, 0, 0, 0, 0, 1, 0)),
                        new Report.Row<>(
                                new Group.OfProvider(otieno, "Otieno Odhiambo"),
                                new VisitCounts(5, 2, 1, 1, 0, 0, 1, 0, 1)));
        var total = visits(Grouping.PROVIDER).total();
        assertThat(total).isEqualTo(new VisitCounts(6, 2, 1, 1, 0, 0, 1, 1, 1));
        assertThat(total.booked())
                .isEqualTo(total.kept() + total.noShows() + total.cancelled() + total.toCome() + total.unsettled());
        assertThat(total.noShowRate()).isEqualTo(OptionalDouble.of(1 / 3.0));
        assertThat(total.cancellationRate()).isEqualTo(OptionalDouble.of(1 / 6.0));
    }

    @Test
    void what_was_moved_counts_where_it_is_now() {
        var moved = booked(otieno, 12);
        database.write(tx -> appointments.change(
                tx, TestPeople.DESK, moved.id(), StatusRequest.moveTo(at(MONDAY.plusDays(9), 12), null)));

        assertThat(visits(Grouping.WEEK).total().booked()).isZero();
        var next = new ReportRequest(new Period(WEEK.to(), WEEK.to().plusDays(7)), Grouping.WEEKDAY, Optional.empty());
        assertThat(report(database.write(tx -> reports.visits(tx, TestPeople.admin(), next)))
                        .total()
                        .toCome())
                .isEqualTo(1);
    }

    @Test
    void weekdays_weeks_and_hours_have_no_gaps() {
        booked(otieno, 8);
        booked(otieno, 11);

        assertThat(visits(Grouping.WEEKDAY).rows())
                .extracting(Report.Row::group)
                .containsExactly(List.of(DayOfWeek.values()).stream()
                        .map(Group.OfWeekday::new)
                        .toArray(Group[]::new));
        assertThat(visits(Grouping.HOUR).rows())
                .extracting(row -> ((Group.OfHour) row.group()).start().getHour())
                .containsExactly(8, 9, 10, 11);
        var threeWeeks =
                new ReportRequest(new Period(MONDAY.minusDays(1), MONDAY.plusDays(8)), Grouping.WEEK, Optional.empty());
        assertThat(report(database.write(tx -> reports.visits(tx, TestPeople.admin(), threeWeeks)))
                        .rows())
                .extracting(row -> ((Group.OfWeek) row.group()).monday())
                .containsExactly(MONDAY.minusDays(7), MONDAY, MONDAY.plusDays(7));
    }

    @Test
    void published_time_is_used_missed_or_free() {
        TestHours.oneDay(
                database,
                otieno,
                TestFacilities.FIRST,
                MONDAY,
                org.emiadi.availability.SessionTime.between(LocalTime.of(8, 0), LocalTime.of(12, 0)));
        booked(otieno, 8);
        settle(booked(otieno, 9), AppointmentStatus.NO_SHOW);

        var use = capacity(Grouping.WEEKDAY);
        assertThat(use.total()).isEqualTo(new CapacityUse(240, 30, 30, 0));
        assertThat(use.total().free()).isEqualTo(180);
        assertThat(use.total().use()).isEqualTo(OptionalDouble.of(1 / 8.0));
        assertThat(capacity(Grouping.HOUR).rows())
                .containsExactly(
                        new Report.Row<>(new Group.OfHour(LocalTime.of(8, 0)), new CapacityUse(60, 30, 0, 0)),
                        new Report.Row<>(new Group.OfHour(LocalTime.of(9, 0)), new CapacityUse(60, 0, 30, 0)),
                        new Report.Row<>(new Group.OfHour(LocalTime.of(10, 0)), new CapacityUse(60, 0, 0, 0)),
                        new Report.Row<>(new Group.OfHour(LocalTime.of(11, 0)), new CapacityUse(60, 0, 0, 0)));
    }

    @Test
    void waiting_is_told_from_the_arrival_and_from_the_booking() {
        var visit = booked(otieno, 12);
        clock.advance(Duration.ofMinutes(90));
        settle(visit, AppointmentStatus.CHECKED_IN);
        clock.advance(Duration.ofMinutes(25));
        settle(visit, AppointmentStatus.IN_PROGRESS);

        var waits = waits(Grouping.PROVIDER).total();
        assertThat(waits.minutes()).contains(new Waits.Spread(25, 25, 25));
        assertThat(waits.days()).contains(new Waits.Spread(2 / 24.0, 2 / 24.0, 2 / 24.0));
        assertThat(waits.walkIns()).isZero();
    }

    @Test
    void a_report_may_be_of_one_facility_and_an_unknown_one_is_refused() {
        booked(otieno, 12);
        var other = TestFacilities.facility(database, "Other", "Africa/Nairobi");

        assertThat(report(ask(TestFacilities.FIRST)).total().booked()).isEqualTo(1);
        assertThat(report(ask(other)).total()).isEqualTo(VisitCounts.NONE);
        assertThat(ask(new FacilityId(999))).isEqualTo(new ReportOutcome.NoSuchFacility<VisitCounts>());
    }

    @Test
    void that_somebody_asked_is_in_the_trail() {
        visits(Grouping.HOUR);
        ask(new FacilityId(999));

        assertThat(database.<List<String>>read(
                        tx -> tx.query("""
                                select outcome || ' ' || detail from audit_entries where action = 'report.read' order by id
                                """).mapTo(String.class).list()))
                .containsExactly(
                        "success visits by hour, 2026-11-23 to 2026-11-29",
                        "refused visits by hour, 2026-11-23 to 2026-11-29");
    }

    private ReportOutcome<VisitCounts> ask(FacilityId facility) {
        var request = new ReportRequest(WEEK, Grouping.HOUR, Optional.of(facility));
        return database.write(tx -> reports.visits(tx, TestPeople.admin(), request));
    }

    private Report<VisitCounts> visits(Grouping by) {
        return report(database.write(tx -> reports.visits(tx, TestPeople.admin(), of(by))));
    }

    private Report<CapacityUse> capacity(Grouping by) {
        return report(database.write(tx -> reports.capacity(tx, TestPeople.admin(), of(by))));
    }

    private Report<Waits> waits(Grouping by) {
        return report(database.write(tx -> reports.waits(tx, TestPeople.admin(), of(by))));
    }

    private static ReportRequest of(Grouping by) {
        return new ReportRequest(WEEK, by, Optional.empty());
    }

    private static <F> Report<F> report(ReportOutcome<F> outcome) {
        return ((ReportOutcome.Made<F>) outcome).report();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(NAIROBI).toInstant();
    }

    private Appointment booked(ProviderId provider, int hour) {
        Instant start = at(MONDAY, hour);
        var during = new TimeRange(start, start.plus(Duration.ofMinutes(30)));
        var patient = TestPeople.patient(database);
        var request =
                new BookingRequest(patient, provider, null, during.start(), during.end(), BookingRequest.Terms.NONE);
        return ((Booking.Booked) database.<Booking>write(tx -> appointments.book(tx, TestPeople.DESK, request)))
                .appointment();
    }

    private void settle(Appointment appointment, AppointmentStatus status) {
        assertThat(database.<StatusChange>write(
                        tx -> appointments.change(tx, TestPeople.DESK, appointment.id(), StatusRequest.of(status))))
                .isInstanceOf(StatusChange.Changed.class);
    }
}
