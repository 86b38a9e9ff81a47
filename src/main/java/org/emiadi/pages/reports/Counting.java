package org.emiadi.pages.reports;

import java.time.LocalDate;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Tx;
import org.emiadi.reports.Report;
import org.emiadi.reports.ReportOutcome;
import org.emiadi.reports.ReportRequest;
import org.emiadi.reports.Reports;

/// Asks for the reports of a page, in one transaction.
record Counting(Reports reports, Tx tx, Actor actor) {

    Figures figures(ReportRequest request, LocalDate today) {
        var earlier = request.before();
        return new Figures(
                there(reports.visits(tx, actor, request)),
                there(reports.capacity(tx, actor, request)),
                there(reports.waits(tx, actor, request)),
                new Figures.Before(
                        there(reports.visits(tx, actor, earlier)).total(),
                        there(reports.capacity(tx, actor, earlier)).total(),
                        there(reports.waits(tx, actor, earlier)).total()),
                !request.period().to().isAfter(today));
    }

    /// One section, for its file.
    Section section(String kind, ReportRequest request, Describing describing) {
        return switch (kind) {
            case "appointments" -> VisitSection.of(describing, there(reports.visits(tx, actor, request)));
            case "capacity" -> CapacitySection.of(describing, there(reports.capacity(tx, actor, request)));
            case "waiting" -> WaitSection.of(describing, there(reports.waits(tx, actor, request)));
            default -> throw absent();
        };
    }

    private static <F> Report<F> there(ReportOutcome<F> outcome) {
        return switch (outcome) {
            case ReportOutcome.Made<F>(var report) -> report;
            case ReportOutcome.NoSuchFacility<F>() -> throw absent();
        };
    }

    private static ProblemException absent() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND));
    }
}
