package org.emiadi.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// When the visits of a series begin. All of them begin when the clock on the facility's wall shows what it shows at
/// the first one: nine o'clock stays nine o'clock when the clock is put forward or back. A time that it skips counts as
/// the same time later; one that it shows twice counts as the second.
public sealed interface Rhythm {
    /// A visit alone is no series.
    int FEWEST = 2;
    /// Once a week for a year.
    int MOST = 52;

    int MOST_WEEKS = 52;
    int MOST_MONTHS = 24;
    /// As far as so many visits so far apart reach.
    int LONGEST_OFFSET = (MOST - 1) * MOST_WEEKS;

    /// `count` visits, so many weeks apart.
    record EveryWeeks(int count, int weeks) implements Rhythm {}

    /// `count` visits, so many months apart; on the last day of a month that has no such day.
    record EveryMonths(int count, int months) implements Rhythm {}

    /// So many weeks after the first visit each; the first is 0.
    record AfterWeeks(List<Integer> offsets) implements Rhythm {
        public AfterWeeks {
            offsets = List.copyOf(offsets);
        }
    }

    /// Exactly then, the earliest first.
    record At(List<Instant> times) implements Rhythm {
        public At {
            times = List.copyOf(times);
        }
    }

    /// When the visits begin, in the order of time.
    ///
    /// @param zone of the clock on the wall
    default List<Instant> starts(Instant first, ZoneId zone) {
        return switch (this) {
            case EveryWeeks(int count, int weeks) ->
                IntStream.range(0, count)
                        .mapToObj(n -> later(first, zone, wall -> wall.plusWeeks((long) n * weeks)))
                        .toList();
            // From the first one each, so that the 31st comes back after a shorter month.
            case EveryMonths(int count, int months) ->
                IntStream.range(0, count)
                        .mapToObj(n -> later(first, zone, wall -> wall.plusMonths((long) n * months)))
                        .toList();
            case AfterWeeks(List<Integer> offsets) ->
                offsets.stream()
                        .map(offset -> later(first, zone, wall -> wall.plusWeeks(offset)))
                        .toList();
            case At(List<Instant> times) -> times;
        };
    }

    private static Instant later(Instant first, ZoneId zone, UnaryOperator<LocalDateTime> step) {
        var wall = first.atZone(zone).toLocalDateTime();
        var then = step.apply(wall);
        // The first one is a moment already, be it in the hour that the clock shows for the first or the second time.
        return then.equals(wall)
                ? first
                : then.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
