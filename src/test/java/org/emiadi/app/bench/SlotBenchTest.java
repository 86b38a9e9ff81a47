package org.emiadi.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.emiadi.app.bench.SlotBench.Among;
import org.emiadi.app.bench.SlotBench.Figure;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class SlotBenchTest {
    /// A Sunday.
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void it_measures_at_each_size_among_everybody_a_specialization_and_one_provider() {
        var bench = new SlotBench(TestDatabase.fresh(), new ClinicTime(ZoneId.of("Africa/Nairobi")), TODAY, 5);
        var told = new ArrayList<Figure>();
        var figures = bench.run(List.of(500, 9_000), told::add);
        assertThat(told).isEqualTo(figures);
        assertThat(figures).extracting(Figure::appointments).containsExactly(500L, 500L, 500L, 9_000L, 9_000L, 9_000L);
        assertThat(figures).extracting(Figure::among).startsWith(Among.values());
        assertThat(figures)
                .allSatisfy(figure -> assertThat(figure.median()).isPositive().isLessThanOrEqualTo(figure.p99()));
    }
}
