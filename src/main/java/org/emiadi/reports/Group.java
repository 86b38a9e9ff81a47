package org.emiadi.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.emiadi.people.ProviderId;

/// What a row of a report is about.
public sealed interface Group {

    record OfProvider(ProviderId id, String name) implements Group {}

    record OfType(int id, String name) implements Group {}

    /// Appointments that are for nothing in particular.
    record OfNoType() implements Group {}

    record OfWeekday(DayOfWeek day) implements Group {}

    /// A full hour of the day; it ends where the next begins.
    record OfHour(LocalTime start) implements Group {}

    record OfWeek(LocalDate monday) implements Group {}
}
