package org.emiadi.absences;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/// What Kenya does where a public holiday falls on a Sunday: Public Holidays Act (Cap. 110), section 4, "the first
/// succeeding day, not being a public holiday, shall be a public holiday". Jollyday knows the days, not this rule.
///
/// By the same section the Sunday then is no public holiday. It stays on our list all the same, for nobody expects
/// work on Christmas Day; a clinic that does work sets it aside.
final class KenyanSundays {
    private static final String IN_LIEU = " (in lieu)";

    private KenyanSundays() {}

    /// The days given, and for each Sunday among them the day that makes up for it.
    static SortedMap<LocalDate, String> madeUpFor(SortedMap<LocalDate, String> days) {
        var all = new TreeMap<>(days);
        days.forEach((day, name) -> {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                all.put(nextFree(day, all), name + IN_LIEU);
            }
        });
        return all;
    }

    private static LocalDate nextFree(LocalDate sunday, SortedMap<LocalDate, String> taken) {
        LocalDate day = sunday.plusDays(1);
        while (taken.containsKey(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
