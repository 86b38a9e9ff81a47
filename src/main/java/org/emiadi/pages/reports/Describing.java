package org.emiadi.pages.reports;

import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.emiadi.reports.Group;
import org.emiadi.reports.Grouping;
import org.emiadi.reports.Report;
import org.emiadi.web.When;
import org.jspecify.annotations.Nullable;

/// Puts reports into plots and tables, in the reader's language.
record Describing(ReportWords words, When when, Numbers numbers, Grouping by) {

    /// How a figure is drawn for each group.
    ///
    /// @param bar  what the bar of a group shows
    /// @param most what no figure can be more than; empty where there is no such thing
    record Drawing<F>(String id, String title, Function<F, Drawn> bar, OptionalDouble most) {}

    /// What a bar shows.
    ///
    /// @param value empty where there is nothing to tell
    /// @param few   whether it stands for so few that it says little
    record Drawn(OptionalDouble value, String figure, boolean few) {}

    String name(Group group) {
        return switch (group) {
            case Group.OfProvider(var _, String name) -> name;
            case Group.OfType(var _, String name) -> name;
            case Group.OfNoType() -> words.noType();
            case Group.OfWeekday(var day) -> when.longWeekday(day);
            case Group.OfHour(var start) -> when.time(start);
            case Group.OfWeek(var monday) -> when.shortDay(monday);
        };
    }

    /// A share with what it is a share of.
    Drawn share(OptionalDouble share, String of, boolean few) {
        return share.isPresent()
                ? new Drawn(share, numbers.share(share) + " (" + of + ")", few)
                : new Drawn(share, Numbers.NONE, false);
    }

    /// @param line whether the figure of everything together is drawn across
    <F> Plot plot(Report<F> report, Drawing<F> drawing, boolean line) {
        var values = new ArrayList<Plot.Value>();
        for (var row : report.rows()) {
            Drawn bar = drawing.bar().apply(row.figures());
            values.add(new Plot.Value(name(row.group()), bar.figure(), bar.value(), bar.few()));
        }
        Drawn whole = drawing.bar().apply(report.total());
        boolean across = line && whole.value().isPresent();
        var legend = new ArrayList<String>();
        if (across) {
            legend.add(words.lineIs(whole.figure()));
        }
        if (values.stream().anyMatch(Plot.Value::few)) {
            legend.add(words.hollowIs(Likelihood.FEW));
        }
        var scale = new Plot.Scale(across ? whole.value() : OptionalDouble.empty(), drawing.most());
        return Plot.of(drawing.id(), drawing.title(), values, scale, legend);
    }

    <F> Table table(Report<F> report, Columns<F> columns) {
        return columns.table(report, words.grouping(by), this::name, words.altogether());
    }

    @Nullable
    String cut(Report<?> report) {
        return report.truncated() ? words.truncated(Report.MOST_ROWS) : null;
    }
}
