package org.emiadi.pages.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.emiadi.reports.Group;
import org.emiadi.reports.Report;
import org.emiadi.reports.Waits.Spread;

/// The columns of a table: what each is called, and what it says of the figures of a line, to people and to programs.
final class Columns<F> {
    private static final int PLACES_OF_SHARES = 4;
    private static final int PLACES_OF_TIMES = 1;
    private static final double MINUTES_OF_AN_HOUR = 60;

    private final Numbers numbers;
    private final List<Column<F>> columns = new ArrayList<>();

    Columns(Numbers numbers) {
        this.numbers = numbers;
    }

    private record Column<F>(String name, Function<F, String> text, Function<F, String> plain) {}

    Columns<F> count(String name, ToLongFunction<F> count) {
        return of(
                name,
                figures -> numbers.count(count.applyAsLong(figures)),
                figures -> Long.toString(count.applyAsLong(figures)));
    }

    Columns<F> share(String name, Function<F, OptionalDouble> share) {
        return of(name, figures -> numbers.share(share.apply(figures)), figures -> {
            var exact = share.apply(figures);
            return exact.isPresent() ? Numbers.plain(exact.getAsDouble(), PLACES_OF_SHARES) : "";
        });
    }

    /// Of minutes.
    Columns<F> hours(String name, ToLongFunction<F> minutes) {
        return of(
                name,
                figures -> numbers.hours(minutes.applyAsLong(figures)),
                figures -> Numbers.plain(minutes.applyAsLong(figures) / MINUTES_OF_AN_HOUR, PLACES_OF_TIMES));
    }

    Columns<F> minutes(String name, Function<F, Optional<Spread>> spread, ToDoubleFunction<Spread> which) {
        return of(name, figures -> numbers.minutes(spread.apply(figures), which), plain(spread, which));
    }

    Columns<F> days(String name, Function<F, Optional<Spread>> spread, ToDoubleFunction<Spread> which) {
        return of(name, figures -> numbers.days(spread.apply(figures), which), plain(spread, which));
    }

    private static <F> Function<F, String> plain(Function<F, Optional<Spread>> spread, ToDoubleFunction<Spread> which) {
        return figures -> spread.apply(figures)
                .map(of -> Numbers.plain(which.applyAsDouble(of), PLACES_OF_TIMES))
                .orElse("");
    }

    private Columns<F> of(String name, Function<F, String> text, Function<F, String> plain) {
        columns.add(new Column<>(name, text, plain));
        return this;
    }

    Table table(Report<F> report, String by, Function<Group, String> name, String total) {
        return new Table(
                by,
                columns.stream().map(Column::name).toList(),
                report.rows().stream()
                        .map(row -> line(name.apply(row.group()), row.figures()))
                        .toList(),
                line(total, report.total()));
    }

    private Table.Line line(String label, F figures) {
        return new Table.Line(
                label,
                columns.stream()
                        .map(column -> new Table.Cell(
                                column.text().apply(figures), column.plain().apply(figures)))
                        .toList());
    }
}
