package org.emiadi.absences;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.emiadi.facilities.CountryCode;

/// A public holiday of a country. Facilities of that country are closed on it, unless they are open on holidays.
///
/// @param observed false where it closes nothing: it only stands on the list
public record Holiday(int id, CountryCode country, LocalDate day, String name, Source source, boolean observed) {

    /// Where it comes from.
    public enum Source {
        /// From the calendar of its country.
        CALENDAR,
        /// Entered by an administrator, as gazetted.
        CLINIC;

        /// As it stands in JSON and in the database.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Source parse(String text) {
            return Arrays.stream(values())
                    .filter(source -> source.text().equals(text))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// A holiday to be entered.
    public record Request(CountryCode country, LocalDate day, String name) {
        public Request {
            name = name.strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a holiday has a name");
            }
        }
    }

    Holiday with(String newName, boolean newObserved) {
        return new Holiday(id, country, day, newName.strip(), source, newObserved);
    }
}
