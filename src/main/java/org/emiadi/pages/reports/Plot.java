package org.emiadi.pages.reports;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A plot of bars, ready to be drawn: each with its label and its figure in a line above it, as wide as the screen.
/// Widths are shares of the width, so that nothing has to be known of the screen.
///
/// @param line where the mark of the whole stands, in percent; null for nowhere
public record Plot(
        String id, String title, List<Bar> bars, @Nullable String line, int height, List<String> legend) {
    private static final int ROW = 40;
    private static final int TEXT = 15;
    private static final int TRACK = 22;
    private static final int THICK = 10;
    private static final int MARK = 4;
    private static final int LONGEST_LABEL = 34;
    private static final double HUNDRED = 100;
    /// Room to the right of the longest bar, so that a share of a fifth does not look like all.
    private static final double ROOM = 1.25;

    /// A bar as it is drawn.
    ///
    /// @param width    in percent
    /// @param markFrom where the mark of the whole crosses it
    /// @param few      whether it stands for so few that it says little
    public record Bar(
            String label, String figure, String width, int textAt, int barAt, int markFrom, int markTo, boolean few) {}

    /// What is to be drawn.
    ///
    /// @param value empty where there is nothing to tell
    record Value(String label, String figure, OptionalDouble value, boolean few) {}

    /// What the bars are measured by.
    ///
    /// @param whole the figure of everything together; empty for no line
    /// @param most  what no figure can be more than; empty where there is no such thing
    record Scale(OptionalDouble whole, OptionalDouble most) {
        double end(List<Value> values) {
            double largest = values.stream()
                    .flatMapToDouble(value -> value.value().stream())
                    .max()
                    .orElse(0);
            return Math.min(Math.max(largest, whole.orElse(0)) * ROOM, most.orElse(Double.MAX_VALUE));
        }
    }

    static Plot of(String id, String title, List<Value> values, Scale scale, List<String> legend) {
        double end = scale.end(values);
        return new Plot(
                id,
                title,
                IntStream.range(0, values.size())
                        .mapToObj(n -> bar(values.get(n), n, end))
                        .toList(),
                scale.whole().isPresent() ? percent(scale.whole().getAsDouble(), end) : null,
                values.size() * ROW,
                legend);
    }

    private static Bar bar(Value value, int number, double end) {
        return new Bar(
                shortened(value.label()),
                value.figure(),
                percent(value.value().orElse(0), end),
                number * ROW + TEXT,
                number * ROW + TRACK,
                number * ROW + TRACK - MARK,
                number * ROW + TRACK + THICK + MARK,
                value.few());
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static String percent(double value, double end) {
        return Numbers.plain(end == 0 ? 0 : HUNDRED * value / end, 2) + "%";
    }
}
