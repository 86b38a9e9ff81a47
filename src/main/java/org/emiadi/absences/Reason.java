package org.emiadi.absences;

import java.util.Arrays;
import java.util.Locale;

/// Why an appointment needs moving.
///
/// @param id   of the time off, the closure or the holiday
/// @param name the kind of time off, the reason of the closure, or the name of the holiday
public record Reason(Absence absence, int id, String name) {

    /// What keeps people away.
    public enum Absence {
        TIME_OFF,
        CLOSURE,
        HOLIDAY;

        /// As it stands in JSON and in the database.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The absence that is written like this in the database.
        public static Absence parse(String text) {
            return Arrays.stream(values())
                    .filter(absence -> absence.text().equals(text))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
