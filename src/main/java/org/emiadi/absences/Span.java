package org.emiadi.absences;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.emiadi.platform.TimeRange;

/// When somebody is away, as people say it. Always with its end after its start, and at most a year long.
public sealed interface Span {
    /// As `time_off_at_most_a_year` holds it, but for the hour by which a clock may be put back.
    Duration LONGEST = Duration.ofDays(366);
    /// Days beyond it are typing errors, as everywhere.
    int LAST_YEAR = 2199;

    /// The same in instants, where the clock on the wall is that of `zone`.
    TimeRange during(ZoneId zone);

    /// Days from their first minute to their last, both included.
    record Days(LocalDate first, LocalDate last) implements Span {
        public Days {
            if (last.isBefore(first) || last.isAfter(latest(first))) {
                throw new IllegalArgumentException("not a span of days");
            }
        }

        static LocalDate latest(LocalDate first) {
            return first.plusYears(1).minusDays(1);
        }

        @Override
        public TimeRange during(ZoneId zone) {
            return new TimeRange(startOf(first, zone), startOf(last.plusDays(1), zone));
        }

        private static Instant startOf(LocalDate day, ZoneId zone) {
            return day.atStartOfDay(zone).toInstant();
        }
    }

    /// From one instant to another.
    record Hours(TimeRange during) implements Span {
        public Hours {
            if (during.length().compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("longer than a year");
            }
        }

        @Override
        public TimeRange during(ZoneId zone) {
            return during;
        }
    }

    /// What is wrong with two days, as the key of a field error; empty where they make a span.
    static Optional<String> faultIn(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return Optional.of("not-before-first-day");
        }
        if (last.getYear() > LAST_YEAR) {
            return Optional.of("date");
        }
        return last.isAfter(Days.latest(first)) ? Optional.of("at-most-a-year") : Optional.empty();
    }

    /// What is wrong with two instants, as the key of a field error; empty where they make a span.
    static Optional<String> faultIn(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            return Optional.of("end-after-start");
        }
        return Duration.between(start, end).compareTo(LONGEST) > 0 ? Optional.of("at-most-a-year") : Optional.empty();
    }
}
