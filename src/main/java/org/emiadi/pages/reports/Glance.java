package org.emiadi.pages.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.emiadi.pages.reports.Overview.Change;
import org.emiadi.pages.reports.Overview.Finding;
import org.emiadi.pages.reports.Overview.KeyFigure;
import org.emiadi.reports.CapacityUse;
import org.emiadi.reports.Report;
import org.emiadi.reports.VisitCounts;
import org.emiadi.reports.Waits;
import org.emiadi.reports.Waits.Spread;
import org.jspecify.annotations.Nullable;

/// Picks out of all figures what somebody who has a minute should know.
final class Glance {
    /// From here on whoever wants to book hardly finds a time.
    private static final double FULL = 0.9;
    /// Up to here more than half of the time is for nobody.
    private static final double EMPTY = 0.4;
    /// Less than others have to do.
    private static final double LITTLE = 0.75;

    /// A morning; what is less is no pattern.
    private static final int WORTH_LOOKING_AT_MINUTES = 240;

    /// Who reads five sentences acts on none.
    private static final int MOST_OF_A_KIND = 2;

    private static final double LONG = 1.5;
    private static final double LONGER_BY_MINUTES = 10;

    private final Describing describing;
    private final ReportWords words;
    private final Numbers numbers;

    Glance(Describing describing) {
        this.describing = describing;
        this.words = describing.words();
        this.numbers = describing.numbers();
    }

    Overview of(Figures figures) {
        int unsettled = figures.visits().total().unsettled();
        return new Overview(
                keyFigures(figures),
                findings(figures),
                unsettled == 0 ? null : words.unsettledWarning(numbers.count(unsettled)));
    }

    private List<KeyFigure> keyFigures(Figures figures) {
        var visits = figures.visits().total();
        var before = figures.before();
        return List.of(
                new KeyFigure(
                        words.booked(),
                        numbers.count(visits.booked()),
                        "",
                        words.before(numbers.count(before.visits().booked())),
                        null),
                noShows(visits, before.visits()),
                cancelled(visits, before.visits()),
                use(figures.capacity().total(), before.capacity()),
                waiting(figures.waits().total(), before.waits()),
                ahead(figures.waits().total(), before.waits()));
    }

    private KeyFigure noShows(VisitCounts now, VisitCounts before) {
        return new KeyFigure(
                words.didNotCome(),
                numbers.share(now.noShowRate()),
                numbers.partOf(now.noShows(), now.expected()),
                before(numbers.share(before.noShowRate())),
                change(Likelihood.compare(now.noShows(), now.expected(), before.noShows(), before.expected())));
    }

    private KeyFigure cancelled(VisitCounts now, VisitCounts before) {
        return new KeyFigure(
                words.cancelled(),
                numbers.share(now.cancellationRate()),
                numbers.partOf(now.cancelled(), now.booked()),
                before(numbers.share(before.cancellationRate())),
                change(Likelihood.compare(now.cancelled(), now.booked(), before.cancelled(), before.booked())));
    }

    private KeyFigure use(CapacityUse now, CapacityUse before) {
        return new KeyFigure(
                words.timeBooked(),
                numbers.share(now.use()),
                words.partOf(numbers.hours(now.booked()), numbers.hours(now.published())),
                before(numbers.share(before.use())),
                null);
    }

    private KeyFigure waiting(Waits now, Waits before) {
        return new KeyFigure(
                words.waitOnTheDay(),
                numbers.minutes(now.minutes(), Spread::median),
                now.minutes()
                        .map(spread -> words.mostAtMost(numbers.minutes(spread.mostOfThem())))
                        .orElse(""),
                before(numbers.minutes(before.minutes(), Spread::median)),
                null);
    }

    private KeyFigure ahead(Waits now, Waits before) {
        return new KeyFigure(
                words.ahead(),
                numbers.days(now.days(), Spread::median),
                now.days()
                        .map(spread -> words.mostAtMost(numbers.days(spread.mostOfThem())))
                        .orElse(""),
                before(numbers.days(before.days(), Spread::median)),
                null);
    }

    private String before(String figure) {
        return figure.equals(Numbers.NONE) ? words.nothingBefore() : words.before(figure);
    }

    // Both shares that are compared are better the smaller they are.
    private @Nullable Change change(int direction) {
        if (direction == 0) {
            return null;
        }
        return direction > 0
                ? new Change(words.clearlyMore(), true, false)
                : new Change(words.clearlyLess(), false, true);
    }

    private List<Finding> findings(Figures figures) {
        var visits = figures.visits();
        var waits = figures.waits();
        return Stream.of(
                        worst(visits, row -> row.noShowRate().orElse(0), row -> manyNoShows(row, visits.total())),
                        worst(
                                visits,
                                row -> row.cancellationRate().orElse(0),
                                row -> manyCancelled(row, visits.total())),
                        worst(figures.capacity(), row -> row.use().orElse(0), this::full),
                        empty(figures),
                        worst(
                                waits,
                                row -> WaitSection.median(row.minutes()).orElse(0),
                                row -> longWaits(row, waits.total())))
                .flatMap(findings -> findings)
                .toList();
    }

    private <F> Stream<Finding> worst(
            Report<F> report, ToDoubleFunction<F> badness, Function<F, Optional<String>> sentence) {
        return report.rows().stream()
                .sorted(Comparator.comparingDouble(row -> -badness.applyAsDouble(row.figures())))
                .flatMap(row -> sentence.apply(row.figures()).stream()
                        .map(words -> new Finding(describing.name(row.group()), words)))
                .limit(MOST_OF_A_KIND);
    }

    private Optional<String> manyNoShows(VisitCounts row, VisitCounts total) {
        return Likelihood.isClearlyMore(
                        row.noShows(), row.expected(), total.noShowRate().orElse(1))
                ? Optional.of(words.manyNoShows(
                        numbers.share(row.noShowRate()),
                        numbers.count(row.noShows()),
                        numbers.count(row.expected()),
                        numbers.share(total.noShowRate())))
                : Optional.empty();
    }

    private Optional<String> manyCancelled(VisitCounts row, VisitCounts total) {
        return Likelihood.isClearlyMore(
                        row.cancelled(), row.booked(), total.cancellationRate().orElse(1))
                ? Optional.of(words.manyCancelled(
                        numbers.share(row.cancellationRate()),
                        numbers.count(row.cancelled()),
                        numbers.count(row.booked()),
                        numbers.share(total.cancellationRate())))
                : Optional.empty();
    }

    private Optional<String> full(CapacityUse row) {
        return isWorthLookingAt(row) && row.use().orElse(0) >= FULL
                ? Optional.of(words.full(numbers.share(row.use())))
                : Optional.empty();
    }

    // Where all have little to do, it is said of the whole, and of nobody. What is still to come may yet be booked.
    private Stream<Finding> empty(Figures figures) {
        var total = figures.capacity().total();
        double usual = total.use().orElse(0);
        if (!figures.isOver()) {
            return Stream.empty();
        }
        return Stream.concat(
                isEmpty(total, EMPTY) ? Stream.of(new Finding(words.altogether(), emptiness(total))) : Stream.empty(),
                worst(
                        figures.capacity(),
                        CapacityUse::free,
                        row -> isEmpty(row, Math.min(EMPTY, LITTLE * usual))
                                ? Optional.of(emptiness(row))
                                : Optional.empty()));
    }

    private static boolean isEmpty(CapacityUse use, double most) {
        return isWorthLookingAt(use) && use.use().orElse(1) <= most;
    }

    private String emptiness(CapacityUse use) {
        return words.empty(numbers.hours(use.free()), numbers.hours(use.published()));
    }

    private static boolean isWorthLookingAt(CapacityUse row) {
        return row.published() >= WORTH_LOOKING_AT_MINUTES;
    }

    private Optional<String> longWaits(Waits row, Waits total) {
        double usual = WaitSection.median(total.minutes()).orElse(0);
        return row.minutes()
                .map(Spread::median)
                .filter(median -> row.waited() >= Likelihood.FEW)
                .filter(median -> median >= usual * LONG && median >= usual + LONGER_BY_MINUTES)
                .map(median -> words.longWaits(numbers.minutes(median), numbers.minutes(usual)));
    }
}
