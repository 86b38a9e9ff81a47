package org.emiadi.pages.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emiadi.board.Column;
import org.emiadi.board.Held;
import org.emiadi.board.Session;
import org.emiadi.board.Visit;
import org.emiadi.platform.TimeRange;

/// The rows of a board: five minutes each, by the clock on the wall, from one full hour to another.
///
/// @param zone  of that clock
/// @param first hour that is shown
/// @param last  hour that is not shown any more, at most 24
record Grid(ZoneId zone, int first, int last) {
    static final int ROW_MINUTES = 5;

    private static final int HOUR = 60;
    private static final int DAY_MINUTES = 24 * HOUR;
    /// What is shown of a day on which nothing is known.
    private static final int MORNING = 8;

    private static final int EVENING = 17;

    /// Every hour in which something is, in any of the columns.
    static Grid around(List<Column> columns, ZoneId zone) {
        var day = new Grid(zone, 0, DAY_MINUTES / HOUR);
        var spots = columns.stream()
                .flatMap(column -> times(column).map(during -> day.spot(during, column.day(), 1)))
                .toList();
        int first = spots.stream().mapToInt(Spot::start).min().orElse(MORNING * HOUR) / HOUR;
        int end = spots.stream().mapToInt(Spot::end).max().orElse(EVENING * HOUR);
        int last = (end + HOUR - 1) / HOUR;
        return new Grid(zone, first, Math.max(last, first + 1));
    }

    private static Stream<TimeRange> times(Column column) {
        return Stream.concat(
                column.sessions().stream().map(Session::during),
                Stream.concat(
                        column.visits().stream().map(Visit::during),
                        column.held().stream().map(Held::during)));
    }

    List<Integer> hours() {
        var hours = new ArrayList<Integer>();
        for (int hour = first; hour < last; hour++) {
            hours.add(hour);
        }
        return hours;
    }

    /// Where a time stands in the column of a day; what reaches over midnight is cut off.
    Spot spot(TimeRange during, LocalDate day, int lane) {
        int start = minute(during.start(), day) / ROW_MINUTES * ROW_MINUTES;
        int end = (minute(during.end(), day) + ROW_MINUTES - 1) / ROW_MINUTES * ROW_MINUTES;
        // The clock may be put back in between.
        return new Spot(start, Math.max(end, start + ROW_MINUTES), lane);
    }

    /// The same, without what is not shown; empty where nothing of it is.
    Optional<Spot> shown(TimeRange during, LocalDate day) {
        var whole = spot(during, day, 1);
        int start = Math.max(whole.start(), first * HOUR);
        int end = Math.min(whole.end(), last * HOUR);
        return end > start ? Optional.of(new Spot(start, end, 1)) : Optional.empty();
    }

    /// Whether nothing of that day is left.
    boolean isWhole(TimeRange during, LocalDate day) {
        return minute(during.start(), day) == 0 && minute(during.end(), day) == DAY_MINUTES;
    }

    /// Of the day on the wall; before it 0, after it 1440.
    int minute(Instant instant, LocalDate day) {
        var local = instant.atZone(zone);
        if (local.toLocalDate().isBefore(day)) {
            return 0;
        }
        return local.toLocalDate().isAfter(day) ? DAY_MINUTES : local.getHour() * HOUR + local.getMinute();
    }

    /// A stretch of rows.
    ///
    /// @param start minute of the day
    /// @param end   minute of the day, not included
    /// @param lane  beside others of the same time, from 1
    record Spot(int start, int end, int lane) {

        /// As the style sheet puts it: no page of ours says anything of style itself.
        String classes() {
            int length = end - start;
            return "h%d m%d dh%d dm%d l%d"
                    .formatted(
                            start / HOUR, start % HOUR / ROW_MINUTES, length / HOUR, length % HOUR / ROW_MINUTES, lane);
        }
    }

    /// Puts what overlaps side by side.
    static final class Lanes {
        /// More would be too narrow to be read; what is beyond stands in the last one.
        private static final int MOST = 6;

        private final List<Integer> ends = new ArrayList<>();

        /// The lane of the next time; they come by their start.
        int next(Spot spot) {
            for (int lane = 0; lane < ends.size(); lane++) {
                if (ends.get(lane) <= spot.start()) {
                    ends.set(lane, spot.end());
                    return lane + 1;
                }
            }
            if (ends.size() < MOST) {
                ends.add(spot.end());
            }
            return ends.size();
        }

        int width() {
            return Math.max(ends.size(), 1);
        }
    }
}
