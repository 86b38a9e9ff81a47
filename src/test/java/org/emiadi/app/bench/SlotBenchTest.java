package org.emiadi.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import org.emiadi.app.bench.SlotBench.Among;
import org.emiadi.app.bench.SlotBench.Figure;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class SlotBenchTest {
    /// A Sunday.
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void it_measures_among_everybody_a_specialization_and_one_provider() {
        var clinic = new BenchClinic(TestDatabase.fresh(), 100, 2_000, TODAY);
        clinic.open();
        clinic.fill(500);
        new BusyClinic(clinic).bookAhead(9_000);

        var told = new ArrayList<Figure>();
        var figures = new SlotBench(clinic, 5).run(told::add);

        assertThat(told).isEqualTo(figures);
        assertThat(figures).extracting(Figure::appointments).containsOnly(9_500L);
        assertThat(figures).extracting(Figure::among).containsExactly(Among.values());
        assertThat(figures)
                .allSatisfy(figure -> assertThat(figure.median()).isPositive().isLessThanOrEqualTo(figure.p99()));
    }
}
