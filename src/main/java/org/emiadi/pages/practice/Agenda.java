package org.emiadi.pages.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.board.Away;
import org.emiadi.board.Column;
import org.emiadi.board.Session;
import org.emiadi.board.Visit;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// A provider's day as it is read from top to bottom: visits, the gaps between them that are still to come, and
/// absences.
///
/// @param rows by start
/// @param hours that are published for the day, absences taken out
public record Agenda(LocalDate day, ZoneId zone, List<Row> rows, List<TimeRange> hours) {
    /// Nobody is seen in less.
    static final Duration SHORTEST_GAP = Duration.ofMinutes(5);

    public Agenda {
        rows = List.copyOf(rows);
        hours = List.copyOf(hours);
    }

    /// One thing of the day; a gap where it is neither a visit nor an absence.
    ///
    /// @param waits   how long the patient has been waiting; null for whoever does not wait
    /// @param isNow   whether it is going on
    public record Row(
            TimeRange during,
            @Nullable Visit visit,
            @Nullable Away away,
            @Nullable Duration waits,
            boolean isNow) {

        public Duration length() {
            return during.length();
        }
    }

    static Agenda of(Column column, ZoneId zone, Instant now) {
        var day = span(column.day(), zone);
        var open = column.sessions().stream()
                .map(Session::open)
                .flatMap(List::stream)
                .flatMap(range -> within(range, day).stream())
                .sorted(Comparator.comparing(TimeRange::start))
                .toList();
        var rows = new ArrayList<Row>();
        column.visits().forEach(visit -> rows.add(row(visit, now)));
        column.absences()
                .forEach(away -> within(away.during(), day)
                        .ifPresent(during -> rows.add(new Row(during, null, away, null, covers(during, now)))));
        gaps(open, column.visits(), now).forEach(gap -> rows.add(new Row(gap, null, null, null, covers(gap, now))));
        rows.sort(Comparator.comparing((Row row) -> row.during().start()).thenComparing(row -> row.away() == null));
        return new Agenda(column.day(), zone, rows, open);
    }

    private static Row row(Visit visit, Instant now) {
        Instant arrived = visit.presence().arrived();
        boolean waits = visit.status() == AppointmentStatus.CHECKED_IN && arrived != null;
        return new Row(
                visit.during(),
                visit,
                null,
                waits ? Duration.between(arrived, now) : null,
                visit.status() == AppointmentStatus.IN_PROGRESS);
    }

    private static TimeRange span(LocalDate day, ZoneId zone) {
        return new TimeRange(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static boolean covers(TimeRange range, Instant now) {
        return !range.start().isAfter(now) && range.end().isAfter(now);
    }

    private static Optional<TimeRange> within(TimeRange range, TimeRange bounds) {
        Instant start = later(range.start(), bounds.start());
        Instant end = range.end().isBefore(bounds.end()) ? range.end() : bounds.end();
        return end.isAfter(start) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
    }

    // What is over is no gap any more: nobody can be put into it.
    private static List<TimeRange> gaps(List<TimeRange> open, List<Visit> visits, Instant now) {
        var busy = visits.stream()
                .filter(visit -> visit.status() != AppointmentStatus.NO_SHOW)
                .map(Visit::during)
                .sorted(Comparator.comparing(TimeRange::start))
                .toList();
        var gaps = new ArrayList<TimeRange>();
        for (TimeRange hours : open) {
            Instant since = later(hours.start(), now.truncatedTo(ChronoUnit.MINUTES));
            for (TimeRange taken : busy) {
                if (taken.overlaps(hours)) {
                    add(gaps, since, taken.start());
                    since = later(since, taken.end());
                }
            }
            add(gaps, since, hours.end());
        }
        return gaps;
    }

    private static void add(List<TimeRange> gaps, Instant start, Instant end) {
        if (!Duration.between(start, end).minus(SHORTEST_GAP).isNegative()) {
            gaps.add(new TimeRange(start, end));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Whether a range takes the day from midnight to midnight.
    public boolean isWhole(TimeRange range) {
        return range.equals(span(day, zone));
    }

    /// How many patients are there and have not been called in.
    public long waiting() {
        return rows.stream().filter(row -> row.waits() != null).count();
    }

    /// How many patients have come or may still come.
    public long expected() {
        return expected(rows.stream()
                .flatMap(row -> Optional.ofNullable(row.visit()).stream())
                .toList());
    }

    static long expected(List<Visit> visits) {
        return visits.stream()
                .filter(visit -> visit.status() != AppointmentStatus.NO_SHOW)
                .count();
    }
}
