package org.emiadi.pages.reports;

import java.util.List;
import java.util.OptionalDouble;
import org.emiadi.pages.reports.Describing.Drawing;
import org.emiadi.reports.CapacityUse;
import org.emiadi.reports.Grouping;
import org.emiadi.reports.Report;

/// How much of the published time is used.
final class CapacitySection {
    private CapacitySection() {}

    static Section of(Describing describing, Report<CapacityUse> report) {
        var words = describing.words();
        return new Section(
                "capacity",
                words.useOfTime(),
                describing.by() == Grouping.TYPE
                        ? List.of(words.useOfTimeHint(), words.typesShareTime())
                        : List.of(words.useOfTimeHint()),
                List.of(describing.plot(report, use(describing), true)),
                describing.table(report, columns(words, describing.numbers())),
                describing.cut(report));
    }

    private static Drawing<CapacityUse> use(Describing describing) {
        var numbers = describing.numbers();
        return new Drawing<>(
                "plot-use",
                describing.words().use(),
                use -> describing.share(
                        use.use(),
                        describing.words().partOf(numbers.hours(use.booked()), numbers.hours(use.published())),
                        false),
                OptionalDouble.of(1));
    }

    private static Columns<CapacityUse> columns(ReportWords words, Numbers numbers) {
        return new Columns<CapacityUse>(numbers)
                .hours(words.published(), CapacityUse::published)
                .hours(words.timeBooked(), CapacityUse::booked)
                .share(words.use(), CapacityUse::use)
                .hours(words.missed(), CapacityUse::missed)
                .hours(words.free(), CapacityUse::free)
                .hours(words.outside(), CapacityUse::outside);
    }
}
