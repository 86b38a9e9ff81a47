package org.emiadi.pages.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.emiadi.absences.Reason;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.board.Away;
import org.emiadi.board.Column;
import org.emiadi.board.Session;
import org.emiadi.board.Visit;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final ProviderId PROVIDER = new ProviderId(7);
    private static final Instant NIGHT_BEFORE = at("00:00");

    @Test
    void gaps_are_what_visits_leave_of_the_hours() {
        var agenda = agenda(
                NIGHT_BEFORE, List.of(hours("08:00", "12:00")), visit("08:00", "08:30"), visit("10:00", "10:30"));

        assertThat(lines(agenda)).containsExactly("08:00 visit", "08:30 gap 90", "10:00 visit", "10:30 gap 90");
    }

    @Test
    void there_are_no_gaps_in_the_past() {
        var agenda = agenda(at("11:10"), List.of(hours("08:00", "12:00")), visit("08:00", "08:30"));

        assertThat(lines(agenda)).containsExactly("08:00 visit", "11:10 gap 50");
        assertThat(lines(agenda(at("13:00"), List.of(hours("08:00", "12:00"))))).isEmpty();
    }

    @Test
    void what_is_too_short_for_anybody_is_no_gap() {
        var agenda = agenda(
                NIGHT_BEFORE, List.of(hours("08:00", "09:04")), visit("08:00", "08:30"), visit("08:34", "09:00"));

        assertThat(lines(agenda)).containsExactly("08:00 visit", "08:34 visit");
    }

    @Test
    void the_time_of_somebody_who_did_not_come_is_free_again() {
        var agenda = agenda(
                NIGHT_BEFORE,
                List.of(hours("08:00", "09:00")),
                visit("08:00", "08:30", AppointmentStatus.NO_SHOW, null));

        assertThat(lines(agenda)).containsExactly("08:00 visit", "08:00 gap 60");
        assertThat(agenda.expected()).isZero();
    }

    @Test
    void visits_side_by_side_and_beside_the_hours_leave_no_gaps_of_their_own() {
        var agenda = agenda(
                NIGHT_BEFORE,
                List.of(hours("08:00", "10:00")),
                visit("07:30", "08:15"),
                visit("08:00", "09:00"),
                visit("08:30", "08:45"));

        assertThat(lines(agenda)).containsExactly("07:30 visit", "08:00 visit", "08:30 visit", "09:00 gap 60");
    }

    @Test
    void a_session_over_midnight_counts_in_each_day_as_far_as_it_lies_in_it() {
        var night = new TimeRange(at("22:00"), at("22:00").plus(Duration.ofHours(8)));

        assertThat(lines(agenda(NIGHT_BEFORE, List.of(session(night))))).containsExactly("22:00 gap 120");
    }

    @Test
    void whoever_has_arrived_waits_until_called_in() {
        var agenda = agenda(
                at("09:10"),
                List.of(),
                visit("09:00", "09:30", AppointmentStatus.CHECKED_IN, at("08:45")),
                visit("08:30", "09:00", AppointmentStatus.IN_PROGRESS, at("08:20")));

        assertThat(agenda.waiting()).isEqualTo(1);
        assertThat(agenda.expected()).isEqualTo(2);
        assertThat(agenda.rows()).extracting(Agenda.Row::waits).containsExactly(null, Duration.ofMinutes(25));
        assertThat(agenda.rows()).extracting(Agenda.Row::isNow).containsExactly(true, false);
    }

    @Test
    void an_absence_stands_before_what_begins_with_it_and_within_its_day() {
        var leave = new Away(
                new Reason(Reason.Absence.TIME_OFF, 1, "leave"),
                PROVIDER,
                new TimeRange(at("00:00").minus(Duration.ofDays(2)), at("00:00").plus(Duration.ofDays(3))));
        var column = column(List.of(), List.of(leave), visit("00:00", "00:30"));

        var agenda = Agenda.of(column, NAIROBI, at("07:00"));

        assertThat(lines(agenda)).containsExactly("00:00 away", "00:00 visit");
        assertThat(agenda.isWhole(agenda.rows().getFirst().during())).isTrue();
    }

    private static List<String> lines(Agenda agenda) {
        return agenda.rows().stream()
                .map(row -> row.during().start().atZone(NAIROBI).toLocalTime() + kind(row))
                .toList();
    }

    private static String kind(Agenda.Row row) {
        if (row.visit() != null) {
            return " visit";
        }
        return row.away() != null ? " away" : " gap " + row.length().toMinutes();
    }

    private static Agenda agenda(Instant now, List<Session> sessions, Visit... visits) {
        return Agenda.of(column(sessions, List.of(), visits), NAIROBI, now);
    }

    private static Column column(List<Session> sessions, List<Away> absences, Visit... visits) {
        var who = new Column.Seeing(PROVIDER, "Otieno Odhiambo", "Clinical officer", null);
        return new Column(who, DAY, sessions, absences, List.of(visits), List.of());
    }

    private static Session hours(String start, String end) {
        return session(new TimeRange(at(start), at(end)));
    }

    private static Session session(TimeRange during) {
        return new Session(PROVIDER, new FacilityId(1), "Kibera", during, 1, List.of(during));
    }

    private static Visit visit(String start, String end) {
        return visit(start, end, AppointmentStatus.SCHEDULED, null);
    }

    private static Visit visit(String start, String end, AppointmentStatus status, @Nullable Instant arrived) {
        return new Visit(
                new AppointmentId(1),
                PROVIDER,
                new Visit.Who(new PatientId(1), "PAT-001", "Wanjiku Kamau", null),
                new TimeRange(at(start), at(end)),
                1,
                status,
                null,
                null,
                false,
                false,
                new Visit.Presence(arrived, null, null, null),
                1);
    }

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(NAIROBI).toInstant();
    }
}
