package org.emiadi.pages.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.emiadi.pages.reports.Plot.Scale;
import org.emiadi.pages.reports.Plot.Value;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void bars_are_as_long_as_their_figures_and_the_longest_leaves_room() {
        var plot = plot(new Scale(NONE, NONE), value("Monday", 40), value("Tuesday", 20), value("Wednesday", 0));

        assertThat(plot.bars()).extracting(Plot.Bar::width).containsExactly("80.00%", "40.00%", "0.00%");
        assertThat(plot.bars()).extracting(Plot.Bar::barAt).containsExactly(22, 62, 102);
        assertThat(plot.height()).isEqualTo(120);
        assertThat(plot.line()).isNull();
    }

    @Test
    void shares_never_go_beyond_all_of_it() {
        var plot = plot(
                new Scale(OptionalDouble.of(0.5), OptionalDouble.of(1)), value("Monday", 1), value("Tuesday", 0.9));

        assertThat(plot.bars()).extracting(Plot.Bar::width).containsExactly("100.00%", "90.00%");
        assertThat(plot.line()).isEqualTo("50.00%");
    }

    @Test
    void the_mark_of_the_whole_is_on_the_plot_even_where_all_bars_are_shorter() {
        assertThat(plot(new Scale(OptionalDouble.of(20), NONE), value("Monday", 10))
                        .line())
                .isEqualTo("80.00%");
    }

    @Test
    void what_is_not_known_has_no_length() {
        var unknown = new Value("Monday", "–", NONE, false);

        assertThat(plot(new Scale(NONE, OptionalDouble.of(1)), unknown)
                        .bars()
                        .getFirst()
                        .width())
                .isEqualTo("0.00%");
    }

    @Test
    void long_names_are_cut_as_the_figure_needs_its_room() {
        var bar = plot(new Scale(NONE, NONE), value("Obstetrics and gynaecology, second visit", 1))
                .bars()
                .getFirst();

        assertThat(bar.label()).isEqualTo("Obstetrics and gynaecology, secon…");
    }

    private static Value value(String label, double value) {
        return new Value(label, Double.toString(value), OptionalDouble.of(value), false);
    }

    private static Plot plot(Scale scale, Value... values) {
        return Plot.of("plot", "Booked", List.of(values), scale, List.of());
    }
}
