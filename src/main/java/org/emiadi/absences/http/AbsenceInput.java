package org.emiadi.absences.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.emiadi.absences.Period;
import org.emiadi.absences.Span;
import org.emiadi.facilities.CountryCode;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// Reads what clients send about absences. What cannot be read is a problem that names the member.
final class AbsenceInput {
    private AbsenceInput() {}

    /// When somebody is away, as it stands in the body: whole days, or from one time to another.
    interface Away {
        @Nullable
        LocalDate fromDate();

        @Nullable
        LocalDate toDate();

        @Nullable
        Instant startTime();

        @Nullable
        Instant endTime();
    }

    static Span span(Away away) {
        boolean days = away.fromDate() != null || away.toDate() != null;
        boolean times = away.startTime() != null || away.endTime() != null;
        if (days == times) {
            throw Query.invalid("from_date", "days-or-times");
        }
        return days
                ? days(given("from_date", away.fromDate()), given("to_date", away.toDate()))
                : hours(given("start_time", away.startTime()), given("end_time", away.endTime()));
    }

    private static <T> T given(String member, @Nullable T value) {
        if (value == null) {
            throw Query.invalid(member, "required");
        }
        return value;
    }

    private static Span days(LocalDate first, LocalDate last) {
        Span.faultIn(first, last).ifPresent(key -> {
            throw Query.invalid("to_date", key);
        });
        return new Span.Days(first, last);
    }

    private static Span hours(Instant start, Instant end) {
        Span.faultIn(start, end).ifPresent(key -> {
            throw Query.invalid("end_time", key);
        });
        return new Span.Hours(new TimeRange(start, end));
    }

    /// `?preview`: whether to tell only, and change nothing.
    static boolean preview(@Nullable String value) {
        return Query.text("preview", value)
                .map(given -> switch (given) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw Query.invalid("preview", "boolean");
                })
                .orElse(false);
    }

    /// `?from` and `?to`.
    static Period period(@Nullable String from, @Nullable String to, ClinicTime time) {
        Optional<Instant> start = Query.time("from", from, time);
        Optional<Instant> end = Query.time("to", to, time);
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            throw Query.invalid("to", "end-after-start");
        }
        return new Period(start, end);
    }

    static CountryCode country(String written) {
        return CountryCode.parse(written).orElseThrow(() -> Query.invalid("country", "country"));
    }
}
