package org.emiadi.pages.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.emiadi.absences.Span;
import org.emiadi.absences.TimeOff;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.emiadi.web.Form;
import org.jspecify.annotations.Nullable;

/// The fields of leave: whole days from the first to the last, or some hours of one day.
final class LeaveForm {
    private static final int LONGEST_NOTE = 200;

    private LeaveForm() {}

    /// Empty where something is wrong, which then stands in the form.
    static Optional<TimeOff.Request> read(Form form, ProviderId provider, ZoneId zone, DutyWords words) {
        var kind = TimeOff.Kind.parse(form.text("kind"));
        if (kind.isEmpty()) {
            form.wrong("kind", words.chooseKind());
        }
        if (form.text("note").length() > LONGEST_NOTE) {
            form.wrong("note", words.tooLong(LONGEST_NOTE));
        }
        var span = span(form, zone, words);
        return form.isGood() && span.isPresent() && kind.isPresent()
                ? Optional.of(new TimeOff.Request(provider, kind.get(), span.get(), form.orNull("note")))
                : Optional.empty();
    }

    private static Optional<Span> span(Form form, ZoneId zone, DutyWords words) {
        var first = form.date("first");
        if (first.isEmpty()) {
            form.wrong("first", words.enterFirstDay());
            return Optional.empty();
        }
        return form.has("start") || form.has("end")
                ? hours(form, first.get(), zone, words)
                : days(form, first.get(), words);
    }

    private static Optional<Span> days(Form form, LocalDate first, DutyWords words) {
        var last = form.has("last") ? form.date("last") : Optional.of(first);
        if (last.isEmpty()) {
            form.wrong("last", words.enterLastDay());
            return Optional.empty();
        }
        String fault = Span.faultIn(first, last.get()).orElse(null);
        if (fault != null) {
            form.wrong(
                    "last", fault.equals("not-before-first-day") ? words.lastBeforeFirst() : words.longerThanAYear());
            return Optional.empty();
        }
        return Optional.of(new Span.Days(first, last.get()));
    }

    private static Optional<Span> hours(Form form, LocalDate day, ZoneId zone, DutyWords words) {
        if (form.has("last") && !form.date("last").equals(Optional.of(day))) {
            form.wrong("last", words.hoursOfOneDay());
        }
        var start = form.time("start");
        var end = form.time("end");
        if (start.isEmpty()) {
            form.wrong("start", words.enterTime());
        }
        if (end.isEmpty()) {
            form.wrong("end", words.enterTime());
        }
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        TimeRange during = range(day, start.get(), end.get(), zone);
        if (during == null) {
            form.wrong("end", words.endAfterStart());
            return Optional.empty();
        }
        return Optional.of(new Span.Hours(during));
    }

    private static @Nullable TimeRange range(LocalDate day, LocalTime start, LocalTime end, ZoneId zone) {
        Instant from = day.atTime(start).atZone(zone).toInstant();
        Instant to = day.atTime(end).atZone(zone).toInstant();
        return to.isAfter(from) ? new TimeRange(from, to) : null;
    }

    /// The fields that enter the same leave again.
    static Map<String, String> fields(LeavePages.Away away) {
        var timeOff = away.timeOff();
        var start = timeOff.during().start().atZone(away.zone());
        var end = timeOff.during().end().atZone(away.zone());
        var fields = new LinkedHashMap<String, String>();
        fields.put("do", "save");
        fields.put("kind", timeOff.kind().text());
        fields.put("note", timeOff.note() == null ? "" : timeOff.note());
        fields.put("first", start.toLocalDate().toString());
        if (away.isOneDay() && !away.wholeDays()) {
            fields.put("start", start.toLocalTime().toString());
            fields.put("end", end.toLocalTime().toString());
        } else {
            fields.put(
                    "last", away.lastMoment().atZone(away.zone()).toLocalDate().toString());
        }
        return fields;
    }
}
