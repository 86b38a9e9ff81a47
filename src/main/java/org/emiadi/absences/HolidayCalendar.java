package org.emiadi.absences;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.emiadi.facilities.CountryCode;
import org.emiadi.platform.Messages;

/// The public holidays of each country as they are known in advance, from the Jollyday library.
///
/// Islamic ones are left out: their days depend on the moon, and what counts is what a government announces, so
/// administrators enter them.
final class HolidayCalendar {
    private static final CountryCode KENYA = new CountryCode("KE");
    private static final String ISLAMIC = "islamic.";
    /// As long as the column.
    private static final int LONGEST_NAME = 100;

    /// Whether the library knows the holidays of that country.
    boolean knows(CountryCode country) {
        return HolidayManager.getSupportedCalendarCodes().contains(country.letters());
    }

    /// The names of the holidays by day, from the first year to the last.
    SortedMap<LocalDate, String> of(CountryCode country, Year first, Year last) {
        var manager = HolidayManager.getInstance(
                ManagerParameters.create(country.letters().toLowerCase(Locale.ROOT)));
        var days = new TreeMap<LocalDate, String>();
        for (int year = first.getValue(); year <= last.getValue(); year++) {
            manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY).stream()
                    .filter(holiday -> !holiday.getPropertiesKey().startsWith(ISLAMIC))
                    .sorted(Comparator.comparing(HolidayCalendar::name))
                    .forEach(holiday -> days.merge(holiday.getDate(), name(holiday), HolidayCalendar::both));
        }
        return country.equals(KENYA) ? KenyanSundays.madeUpFor(days) : days;
    }

    private static String name(Holiday holiday) {
        return holiday.getDescription(Messages.ENGLISH);
    }

    private static String both(String one, String other) {
        String both = one + ", " + other;
        return both.length() <= LONGEST_NAME ? both : one;
    }
}
