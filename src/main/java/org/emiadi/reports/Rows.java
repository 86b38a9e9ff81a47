package org.emiadi.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The rows of a report, complete: a Sunday without visits is a row of noughts, not a Sunday that is missing.
final class Rows {
    private Rows() {}

    static <F> List<Report.Row<F>> withoutGaps(List<Report.Row<F>> rows, ReportRequest request, F none) {
        Map<Group, F> figures = new LinkedHashMap<>();
        expected(rows, request).forEach(group -> figures.put(group, none));
        rows.forEach(row -> figures.put(row.group(), row.figures()));
        return figures.entrySet().stream()
                .map(entry -> new Report.Row<>(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Group> expected(List<? extends Report.Row<?>> rows, ReportRequest request) {
        return switch (request.by()) {
            case PROVIDER, TYPE -> Stream.empty();
            case WEEKDAY -> Stream.of(DayOfWeek.values()).map(Group.OfWeekday::new);
            case HOUR -> hours(rows);
            case WEEK -> weeks(request.period());
        };
    }

    // From the first to the last in which there is something: nobody wants to look at the night.
    private static Stream<Group> hours(List<? extends Report.Row<?>> rows) {
        var there = rows.stream()
                .map(row -> (Group.OfHour) row.group())
                .mapToInt(group -> group.start().getHour())
                .summaryStatistics();
        return there.getCount() == 0
                ? Stream.empty()
                : IntStream.rangeClosed(there.getMin(), there.getMax())
                        .mapToObj(hour -> new Group.OfHour(LocalTime.of(hour, 0)));
    }

    private static Stream<Group> weeks(Period period) {
        LocalDate first = period.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(first, monday -> monday.isBefore(period.to()), monday -> monday.plusWeeks(1))
                .map(Group.OfWeek::new);
    }
}
