package org.emiadi.pages.reports;

import java.util.List;
import java.util.OptionalDouble;
import org.emiadi.pages.reports.Describing.Drawing;
import org.emiadi.pages.reports.Describing.Drawn;
import org.emiadi.reports.Report;
import org.emiadi.reports.VisitCounts;

/// What came of the appointments.
final class VisitSection {
    private VisitSection() {}

    static Section of(Describing describing, Report<VisitCounts> report) {
        var words = describing.words();
        return new Section(
                "appointments",
                words.appointments(),
                List.of(words.appointmentsHint()),
                List.of(
                        describing.plot(report, booked(describing), false),
                        describing.plot(report, noShows(describing), true),
                        describing.plot(report, cancelled(describing), true)),
                describing.table(report, columns(words, describing.numbers())),
                describing.cut(report));
    }

    private static Drawing<VisitCounts> booked(Describing describing) {
        var numbers = describing.numbers();
        return new Drawing<>(
                "plot-booked",
                describing.words().booked(),
                counts -> new Drawn(OptionalDouble.of(counts.booked()), numbers.count(counts.booked()), false),
                OptionalDouble.empty());
    }

    private static Drawing<VisitCounts> noShows(Describing describing) {
        var numbers = describing.numbers();
        return new Drawing<>(
                "plot-no-shows",
                describing.words().noShowRate(),
                counts -> describing.share(
                        counts.noShowRate(),
                        numbers.partOf(counts.noShows(), counts.expected()),
                        counts.expected() < Likelihood.FEW),
                OptionalDouble.of(1));
    }

    private static Drawing<VisitCounts> cancelled(Describing describing) {
        var numbers = describing.numbers();
        return new Drawing<>(
                "plot-cancelled",
                describing.words().cancellationRate(),
                counts -> describing.share(
                        counts.cancellationRate(),
                        numbers.partOf(counts.cancelled(), counts.booked()),
                        counts.booked() < Likelihood.FEW),
                OptionalDouble.of(1));
    }

    private static Columns<VisitCounts> columns(ReportWords words, Numbers numbers) {
        return new Columns<VisitCounts>(numbers)
                .count(words.booked(), VisitCounts::booked)
                .count(words.came(), VisitCounts::kept)
                .count(words.didNotCome(), VisitCounts::noShows)
                .share(words.noShowRate(), VisitCounts::noShowRate)
                .count(words.cancelled(), VisitCounts::cancelled)
                .share(words.cancellationRate(), VisitCounts::cancellationRate)
                .count(words.byPatients(), VisitCounts::byPatient)
                .count(words.late(), VisitCounts::late)
                .count(words.byClinic(), VisitCounts::byClinic)
                .count(words.toCome(), VisitCounts::toCome)
                .count(words.unsettled(), VisitCounts::unsettled);
    }
}
