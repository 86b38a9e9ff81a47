package org.emiadi.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every figure of every report, over made-up clinics.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsAgainstPlainCountingTest {
    private static final long FIRST_SEED = 11;
    private static final long LAST_SEED = 30;
    private static final double THOUSANDTH = 1000.0;

    private final Database database = TestDatabase.fresh();
    private final ClinicInTables tables = new ClinicInTables(database);

    static LongStream seeds() {
        return LongStream.rangeClosed(FIRST_SEED, LAST_SEED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reports_say_what_plain_counting_says(long seed) {
        MadeUpClinic clinic = tables.put(MadeUpClinic.of(seed));
        for (Grouping by : Grouping.values()) {
            var plain = new PlainCounting(clinic, tables, by);
            assertThat(asked(clinic, by, VisitCounts.NONE, Reports::visits))
                    .as("what came of appointments, by %s", by)
                    .isEqualTo(withoutNoughts(plain.counted(plain::counts), VisitCounts.NONE));
            assertThat(asked(clinic, by, CapacityUse.NONE, Reports::capacity))
                    .as("how much of the time is used, by %s", by)
                    .isEqualTo(withoutNoughts(plain.capacity(), CapacityUse.NONE));
            assertThat(asked(clinic, by, Waits.NONE, Reports::waits))
                    .as("how long patients waited, by %s", by)
                    .isEqualTo(withoutNoughts(plain.counted(PlainCounting::waits), Waits.NONE));
        }
    }

    /// A question to the door.
    private interface Question<F> {
        ReportOutcome<F> ask(Reports reports, Tx tx, Actor actor, ReportRequest request);
    }

    private <F> Map<@Nullable Group, String> asked(MadeUpClinic clinic, Grouping by, F none, Question<F> question) {
        var reports = new Reports(new AuditLog(Clock.systemUTC()), new TestClock(clinic.now()));
        var request = new ReportRequest(clinic.period(), by, Optional.empty());
        var outcome = database.<ReportOutcome<F>>write(tx -> question.ask(reports, tx, TestPeople.admin(), request));
        var report = ((ReportOutcome.Made<F>) outcome).report();
        Map<@Nullable Group, F> figures = new HashMap<>();
        report.rows().forEach(row -> figures.put(row.group(), row.figures()));
        figures.put(null, report.total());
        return withoutNoughts(figures, none);
    }

    // What has nothing to tell may be there or not, but for the total. Fractions are compared to a thousandth.
    private static <F> Map<@Nullable Group, String> withoutNoughts(Map<@Nullable Group, F> figures, F none) {
        Map<@Nullable Group, String> told = new HashMap<>();
        figures.forEach((group, figure) -> {
            if (group == null || !figure.equals(none)) {
                told.put(group, figure instanceof Waits waits ? rounded(waits) : figure.toString());
            }
        });
        return told;
    }

    private static String rounded(Waits waits) {
        return new Waits(
                        waits.waited(),
                        waits.minutes().map(ReportsAgainstPlainCountingTest::rounded),
                        waits.bookedAhead(),
                        waits.days().map(ReportsAgainstPlainCountingTest::rounded),
                        waits.walkIns())
                .toString();
    }

    private static Waits.Spread rounded(Waits.Spread spread) {
        return new Waits.Spread(rounded(spread.median()), rounded(spread.mostOfThem()), rounded(spread.longest()));
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSANDTH) / THOUSANDTH;
    }
}
