package org.emiadi.pages.reports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.emiadi.pages.reports.Describing.Drawing;
import org.emiadi.pages.reports.Describing.Drawn;
import org.emiadi.reports.Report;
import org.emiadi.reports.Waits;
import org.emiadi.reports.Waits.Spread;

/// How long patients waited.
final class WaitSection {
    private WaitSection() {}

    static Section of(Describing describing, Report<Waits> report) {
        var words = describing.words();
        return new Section(
                "waiting",
                words.waiting(),
                List.of(words.waitingHint()),
                List.of(
                        describing.plot(report, onTheDay(words, describing.numbers()), true),
                        describing.plot(report, ahead(words, describing.numbers()), true)),
                describing.table(report, columns(words, describing.numbers())),
                describing.cut(report));
    }

    private static Drawing<Waits> onTheDay(ReportWords words, Numbers numbers) {
        return new Drawing<>(
                "plot-wait",
                words.medianWait(),
                waits -> new Drawn(
                        median(waits.minutes()),
                        numbers.minutes(waits.minutes(), Spread::median),
                        isOfFew(waits.waited())),
                OptionalDouble.empty());
    }

    private static Drawing<Waits> ahead(ReportWords words, Numbers numbers) {
        return new Drawing<>(
                "plot-ahead",
                words.medianAhead(),
                waits -> new Drawn(
                        median(waits.days()), numbers.days(waits.days(), Spread::median), isOfFew(waits.bookedAhead())),
                OptionalDouble.empty());
    }

    private static boolean isOfFew(int many) {
        return many > 0 && many < Likelihood.FEW;
    }

    static OptionalDouble median(Optional<Spread> spread) {
        return spread.map(of -> OptionalDouble.of(of.median())).orElseGet(OptionalDouble::empty);
    }

    private static Columns<Waits> columns(ReportWords words, Numbers numbers) {
        return new Columns<Waits>(numbers)
                .count(words.calledIn(), Waits::waited)
                .minutes(words.halfAtMost(), Waits::minutes, Spread::median)
                .minutes(words.mostOfThem(), Waits::minutes, Spread::mostOfThem)
                .minutes(words.longest(), Waits::minutes, Spread::longest)
                .count(words.bookedBefore(), Waits::bookedAhead)
                .days(words.halfAhead(), Waits::days, Spread::median)
                .days(words.mostAhead(), Waits::days, Spread::mostOfThem)
                .count(words.walkIns(), Waits::walkIns);
    }
}
