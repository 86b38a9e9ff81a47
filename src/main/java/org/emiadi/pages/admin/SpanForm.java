package org.emiadi.pages.admin;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.emiadi.absences.Span;
import org.emiadi.platform.TimeRange;
import org.emiadi.web.Form;
import org.emiadi.web.When;

/// From when to when: whole days, or hours of one day, by the clock on the wall.
final class SpanForm {
    private SpanForm() {}

    /// Empty where the form now says what is wrong.
    static Optional<Span> read(Form form, Office office, ZoneId zone) {
        Optional<LocalDate> first = form.date("from_date");
        // One day is what is meant where nothing else is typed.
        Optional<LocalDate> last = form.has("to_date") ? form.date("to_date") : first;
        if (first.isEmpty()) {
            form.wrong("from_date", office.shared().enterDate());
        }
        if (form.has("to_date") && last.isEmpty()) {
            form.wrong("to_date", office.shared().enterDate());
        }
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return form.has("from_time") || form.has("to_time")
                ? hours(form, office, new Days(first.get(), last.get()), zone)
                : days(form, office, new Days(first.get(), last.get()));
    }

    private record Days(LocalDate first, LocalDate last) {}

    private static Optional<Span> days(Form form, Office office, Days days) {
        var fault = Span.faultIn(days.first(), days.last());
        fault.ifPresent(key -> office.wrong(form, "to_date", key));
        return fault.isPresent() ? Optional.empty() : Optional.of(new Span.Days(days.first(), days.last()));
    }

    private static Optional<Span> hours(Form form, Office office, Days days, ZoneId zone) {
        Optional<LocalTime> start = form.time("from_time");
        Optional<LocalTime> end = form.time("to_time");
        if (start.isEmpty()) {
            office.wrong(form, "from_time", "clock-time");
        }
        if (end.isEmpty()) {
            office.wrong(form, "to_time", "clock-time");
        }
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        var from = days.first().atTime(start.get()).atZone(zone).toInstant();
        var to = days.last().atTime(end.get()).atZone(zone).toInstant();
        var fault = Span.faultIn(from, to);
        fault.ifPresent(key -> office.wrong(form, "to_time", key));
        return fault.isPresent() ? Optional.empty() : Optional.of(new Span.Hours(new TimeRange(from, to)));
    }

    /// In words: whole days as days, anything else with its hours.
    static String words(TimeRange during, ZoneId zone, When when) {
        var start = during.start().atZone(zone);
        var end = during.end().atZone(zone);
        boolean wholeDays = start.toLocalDate().atStartOfDay(zone).equals(start)
                && end.toLocalDate().atStartOfDay(zone).equals(end);
        if (!wholeDays) {
            return when.moment(during.start(), zone) + " – " + when.moment(during.end(), zone);
        }
        LocalDate last = end.toLocalDate().minusDays(1);
        return last.equals(start.toLocalDate())
                ? when.day(last)
                : when.date(start.toLocalDate()) + " – " + when.date(last);
    }
}
