package org.emiadi.absences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.SortedMap;
import org.emiadi.facilities.CountryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {
    private final HolidayCalendar calendar = new HolidayCalendar();

    @Test
    void kenya_keeps_the_days_of_its_public_holidays_act() {
        assertThat(lines(of("KE", 2026)))
                .containsExactly(
                        "2026-01-01 New Year's Day",
                        "2026-04-03 Good Friday",
                        "2026-04-06 Easter Monday",
                        "2026-05-01 Labour day",
                        "2026-06-01 Madaraka Day",
                        "2026-10-10 Mazingira Day",
                        "2026-10-20 Mashujaa Day",
                        "2026-12-12 Jamhuri Day",
                        "2026-12-25 Christmas",
                        "2026-12-26 Boxing Day");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-11, Mazingira Day (in lieu)",
        "2027-12-13, Jamhuri Day (in lieu)",
        "2027-12-27, Boxing Day (in lieu)",
        // Christmas was on a Sunday and Boxing Day on the Monday after it.
        "2022-12-27, Christmas (in lieu)",
        "2022-05-02, Labour day (in lieu)",
        "2023-01-02, New Year's Day (in lieu)",
        "2025-06-02, Madaraka Day (in lieu)"
    })
    void in_kenya_the_next_day_that_is_no_holiday_makes_up_for_a_sunday(LocalDate day, String name) {
        assertThat(of("KE", day.getYear())).containsEntry(day, name);
    }

    @Test
    void the_sunday_itself_stays_on_the_list() {
        assertThat(of("KE", 2027)).containsEntry(LocalDate.of(2027, 12, 12), "Jamhuri Day");
    }

    @Test
    void in_kenya_nothing_makes_up_for_a_saturday() {
        assertThat(lines(of("KE", 2028)))
                .filteredOn(line -> line.startsWith("2028-01"))
                .containsExactly("2028-01-01 New Year's Day");
        for (int year : List.of(2026, 2028, 2029)) {
            assertThat(lines(of("KE", year))).hasSize(10).noneMatch(line -> line.contains("in lieu"));
        }
    }

    @Test
    void what_the_moon_decides_is_left_to_the_gazette() {
        for (String country : List.of("KE", "TZ", "UG", "SO")) {
            assertThat(lines(of(country, 2027)))
                    .isNotEmpty()
                    .noneMatch(line -> line.matches(".*(Eid|Idd|Mawlid|Ramadan).*"));
        }
    }

    @Test
    void where_the_library_makes_up_for_sundays_we_do_not_do_it_again() {
        assertThat(lines(of("GB", 2027)))
                .contains("2027-12-27 Christmas", "2027-12-28 Boxing Day")
                .hasSize(6);
        assertThat(of("DE", 2027)).doesNotContainKey(LocalDate.of(2027, 10, 4));
    }

    @Test
    void holidays_of_the_same_day_share_it() {
        // Ascension Day was on the 1st of May.
        assertThat(of("DE", 2008)).containsEntry(LocalDate.of(2008, 5, 1), "Ascension Day, Labour day");
    }

    @Test
    void only_countries_that_the_library_has_are_known() {
        assertThat(calendar.knows(new CountryCode("KE"))).isTrue();
        assertThat(calendar.knows(new CountryCode("QQ"))).isFalse();
    }

    @Test
    void no_day_in_lieu_is_a_sunday() {
        for (int year = 2000; year < 2100; year++) {
            assertThat(of("KE", year).entrySet())
                    .filteredOn(day -> day.getValue().contains("in lieu"))
                    .noneMatch(day -> day.getKey().getDayOfWeek() == DayOfWeek.SUNDAY);
        }
    }

    private SortedMap<LocalDate, String> of(String country, int year) {
        return calendar.of(new CountryCode(country), Year.of(year), Year.of(year));
    }

    private static List<String> lines(SortedMap<LocalDate, String> days) {
        return days.entrySet().stream()
                .map(day -> day.getKey() + " " + day.getValue())
                .toList();
    }
}
