package org.emiadi.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.WithNull;
import org.emiadi.facilities.FacilityId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursRulesTest {
    private static final FacilityId HERE = new FacilityId(1);
    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);
    private static final SessionDays MONDAYS = new SessionDays(DayOfWeek.MONDAY, MONDAY, null, 1);

    @ParameterizedTest
    @CsvSource({
        "08:00, 12:00, 12:00, 17:00, false",
        "08:00, 12:00, 11:59, 17:00, true",
        "08:00, 17:00, 10:00, 11:00, true",
        "08:00, 17:00, 08:00, 17:00, true",
        "13:00, 17:00, 08:00, 13:00, false",
        "22:00, 06:00, 20:00, 22:00, false",
        "22:00, 06:00, 20:00, 00:00, true",
    })
    void on_the_same_day_those_overlap_that_share_a_minute(
            LocalTime start, LocalTime end, LocalTime otherStart, LocalTime otherEnd, boolean overlap) {
        assertOverlap(on(MONDAYS, start, end), on(MONDAYS, otherStart, otherEnd), overlap);
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY, 22:00, 06:00, TUESDAY, 05:59, 09:00, true",
        "MONDAY, 22:00, 06:00, TUESDAY, 06:00, 09:00, false",
        "SUNDAY, 22:00, 06:00, MONDAY, 00:00, 01:00, true",
        "SUNDAY, 22:00, 00:00, MONDAY, 00:00, 01:00, false",
        "MONDAY, 22:00, 06:00, WEDNESDAY, 00:00, 01:00, false",
        "MONDAY, 08:00, 08:00, TUESDAY, 07:00, 09:00, true",
        "MONDAY, 08:00, 08:00, TUESDAY, 08:00, 09:00, false",
    })
    void a_session_over_midnight_reaches_into_the_next_day_and_the_next_week(
            DayOfWeek day,
            LocalTime start,
            LocalTime end,
            DayOfWeek otherDay,
            LocalTime otherStart,
            LocalTime otherEnd,
            boolean overlap) {
        assertOverlap(
                on(new SessionDays(day, MONDAY, null, 1), start, end),
                on(new SessionDays(otherDay, MONDAY, null, 1), otherStart, otherEnd),
                overlap);
    }

    @Test
    void hours_that_end_before_others_begin_do_not_overlap() {
        var until = new SessionDays(DayOfWeek.MONDAY, MONDAY, MONDAY.plusWeeks(3), 1);

        assertOverlap(morning(until), morning(from(MONDAY.plusWeeks(3), 1)), true);
        assertOverlap(morning(until), morning(from(MONDAY.plusWeeks(3).plusDays(1), 1)), false);
    }

    @Test
    void the_last_night_reaches_into_the_day_after_the_last_day() {
        var onlyMonday = on(SessionDays.on(MONDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));

        assertOverlap(onlyMonday, on(SessionDays.on(MONDAY.plusDays(1)), LocalTime.of(5, 0), LocalTime.NOON), true);
        assertOverlap(onlyMonday, on(SessionDays.on(MONDAY.plusDays(1)), LocalTime.of(6, 0), LocalTime.NOON), false);
    }

    @Test
    void every_second_week_leaves_room_for_the_weeks_between() {
        assertOverlap(morning(from(MONDAY, 2)), morning(from(MONDAY.plusWeeks(1), 2)), false);
        assertOverlap(morning(from(MONDAY, 2)), morning(from(MONDAY.plusWeeks(2), 2)), true);
        assertOverlap(morning(from(MONDAY, 2)), morning(from(MONDAY.plusWeeks(1), 4)), false);
        assertOverlap(morning(from(MONDAY, 2)), morning(from(MONDAY.plusWeeks(1), 3)), true);
    }

    @Test
    void they_are_kept_apart_only_as_long_as_they_really_are() {
        // Every second and every third week meet every sixth: in the fourth week from the first Monday, and not before.
        var second = from(MONDAY, 2);
        assertOverlap(
                morning(second),
                morning(new SessionDays(DayOfWeek.MONDAY, MONDAY.plusWeeks(1), MONDAY.plusWeeks(3), 3)),
                false);
        assertOverlap(
                morning(second),
                morning(new SessionDays(DayOfWeek.MONDAY, MONDAY.plusWeeks(1), MONDAY.plusWeeks(4), 3)),
                true);
    }

    @Test
    void a_session_on_one_day_overlaps_only_in_the_weeks_of_the_others() {
        assertOverlap(morning(SessionDays.on(MONDAY.plusWeeks(1))), morning(from(MONDAY, 2)), false);
        assertOverlap(morning(SessionDays.on(MONDAY.plusWeeks(2))), morning(from(MONDAY, 2)), true);
    }

    @Test
    void hours_for_different_types_may_be_at_the_same_time() {
        assertOverlap(serving(Set.of(1, 2)), serving(Set.of(3)), false);
        assertOverlap(serving(Set.of(1, 2)), serving(Set.of(2, 3)), true);
        assertOverlap(serving(Set.of()), serving(Set.of(3)), true);
        assertOverlap(serving(Set.of()), serving(Set.of()), true);
    }

    @Test
    void hours_at_different_facilities_may_be_at_the_same_time() {
        var there = new HoursPlan(new FacilityId(2), MONDAYS, morning(MONDAYS).time(), 1, Set.of());

        assertOverlap(morning(MONDAYS), there, false);
    }

    @Test
    void weeks_are_counted_from_the_monday_of_the_first_week() {
        LocalDate wednesday = MONDAY.plusDays(2);
        var mondays = new SessionDays(DayOfWeek.MONDAY, wednesday, null, 2);
        var fridays = new SessionDays(DayOfWeek.FRIDAY, wednesday, null, 2);

        assertThat(days(mondays)).containsExactly(MONDAY.plusWeeks(2), MONDAY.plusWeeks(4));
        assertThat(days(fridays)).containsExactly(MONDAY.plusDays(4), MONDAY.plusDays(18), MONDAY.plusDays(32));
    }

    @Test
    void hours_without_a_single_day_are_known_as_such() {
        assertThat(new SessionDays(DayOfWeek.MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(6), 1).isNever())
                .isTrue();
        assertThat(new SessionDays(DayOfWeek.MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(7), 1).isNever())
                .isFalse();
        assertThat(new SessionDays(DayOfWeek.MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(7), 2).isNever())
                .isTrue();
        assertThat(new SessionDays(DayOfWeek.MONDAY, MONDAY, MONDAY.minusDays(1), 1).isNever())
                .isTrue();
        assertThat(SessionDays.on(MONDAY).isNever()).isFalse();
    }

    @Test
    void an_end_that_is_not_after_the_start_is_on_the_next_day() {
        assertThat(length("08:00", "17:00")).isEqualTo(Duration.ofHours(9));
        assertThat(length("22:00", "06:00")).isEqualTo(Duration.ofHours(8));
        assertThat(length("16:00", "00:00")).isEqualTo(Duration.ofHours(8));
        assertThat(length("08:00", "08:00")).isEqualTo(Duration.ofHours(24));
        assertThat(length("00:00", "00:00")).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void a_session_takes_whole_minutes_and_at_most_a_day() {
        for (Duration length : new Duration[] {
            Duration.ZERO,
            Duration.ofMinutes(-1),
            Duration.ofSeconds(90),
            Duration.ofHours(24).plusMinutes(1)
        }) {
            assertThatThrownBy(() -> new SessionTime(LocalTime.NOON, length))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new SessionTime(LocalTime.of(8, 0, 1), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void two_overlap_exactly_where_a_calendar_shows_it(
            @ForAll @IntRange(max = 20) int from,
            @ForAll @IntRange(max = 70) @WithNull(0.3) @Nullable Integer days,
            @ForAll @IntRange(min = 1, max = 4) int weeks,
            @ForAll @IntRange(max = 1439) int start,
            @ForAll @IntRange(min = 1, max = 1440) int minutes,
            @ForAll DayOfWeek weekday) {
        var one = on(plusDays(weekday, from, days, weeks), start, minutes);
        for (int otherWeeks = 1; otherWeeks <= 4; otherWeeks++) {
            for (int otherFrom = 0; otherFrom < 28; otherFrom += 9) {
                var night = on(plusDays(DayOfWeek.SUNDAY, otherFrom, 49, otherWeeks), 1320, 480);
                var morning = on(plusDays(DayOfWeek.MONDAY, otherFrom, null, otherWeeks), 480, 240);
                assertOverlap(one, night, calendarShowsOverlap(one, night));
                assertOverlap(one, morning, calendarShowsOverlap(one, morning));
            }
        }
    }

    private static final int CALENDAR_DAYS = 200;

    private static boolean calendarShowsOverlap(HoursPlan one, HoursPlan other) {
        var minutes = new java.util.BitSet();
        minutesOf(one).forEach(session -> minutes.set(session[0], session[1]));
        return minutesOf(other).anyMatch(session -> {
            int next = minutes.nextSetBit(session[0]);
            return next >= 0 && next < session[1];
        });
    }

    private static java.util.stream.Stream<int[]> minutesOf(HoursPlan plan) {
        var days = plan.days();
        int from = (int) (days.from().toEpochDay() - MONDAY.toEpochDay());
        LocalDate end = days.to();
        int to = end == null ? CALENDAR_DAYS : (int) (end.toEpochDay() - MONDAY.toEpochDay());
        int start = plan.time().start().toSecondOfDay() / 60;
        return IntStream.rangeClosed(from, Math.min(to, CALENDAR_DAYS))
                .filter(day -> day % 7 + 1 == days.weekday().getValue())
                .filter(day -> (day / 7 - from / 7) % days.everyWeeks() == 0)
                .mapToObj(day -> new int[] {
                    day * 1440 + start,
                    day * 1440 + start + (int) plan.time().length().toMinutes()
                });
    }

    private static SessionDays plusDays(DayOfWeek weekday, int from, @Nullable Integer days, int weeks) {
        LocalDate first = MONDAY.plusDays(from);
        return new SessionDays(weekday, first, days == null ? null : first.plusDays(days), weeks);
    }

    private static HoursPlan on(SessionDays days, int start, int minutes) {
        var time = new SessionTime(LocalTime.MIDNIGHT.plusMinutes(start), Duration.ofMinutes(minutes));
        return TestHours.plan(HERE, days, time, 1);
    }

    private static void assertOverlap(HoursPlan one, HoursPlan other, boolean overlap) {
        assertThat(HoursRules.overlap(one, other)).as("%s, %s", one, other).isEqualTo(overlap);
        assertThat(HoursRules.overlap(other, one)).as("%s, %s", other, one).isEqualTo(overlap);
    }

    private static java.util.List<LocalDate> days(SessionDays days) {
        return MONDAY.datesUntil(MONDAY.plusDays(40)).filter(days::holdsOn).toList();
    }

    private static Duration length(String start, String end) {
        return SessionTime.between(LocalTime.parse(start), LocalTime.parse(end)).length();
    }

    private static SessionDays from(LocalDate day, int everyWeeks) {
        return new SessionDays(DayOfWeek.MONDAY, day, null, everyWeeks);
    }

    private static HoursPlan morning(SessionDays days) {
        return on(days, LocalTime.of(8, 0), LocalTime.NOON);
    }

    private static HoursPlan serving(Set<Integer> types) {
        return new HoursPlan(HERE, MONDAYS, morning(MONDAYS).time(), 1, types);
    }

    private static HoursPlan on(SessionDays days, LocalTime start, LocalTime end) {
        return TestHours.plan(HERE, days, SessionTime.between(start, end), 1);
    }
}
