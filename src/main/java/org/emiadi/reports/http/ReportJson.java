package org.emiadi.reports.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.facilities.FacilityId;
import org.emiadi.reports.CapacityUse;
import org.emiadi.reports.Group;
import org.emiadi.reports.Report;
import org.emiadi.reports.ReportRequest;
import org.emiadi.reports.VisitCounts;
import org.emiadi.reports.Waits;
import org.jspecify.annotations.Nullable;

/// Reports as they stand on the wire.
final class ReportJson {
    private static final int PLACES_OF_RATES = 4;
    private static final int PLACES_OF_TIMES = 1;

    private ReportJson() {}

    /// What the rows are about.
    @Schema(name = "ReportRequest")
    record Asked(
            LocalDate from,
            @Schema(description = "Not included any more") LocalDate to,
            String by,

            @Schema(description = "Absent for all of them") @Nullable
            Integer facilityId) {

        static Asked of(ReportRequest request) {
            return new Asked(
                    request.period().from(),
                    request.period().to(),
                    request.by().text(),
                    request.facility().map(FacilityId::value).orElse(null));
        }
    }

    @Schema(name = "ReportGroup")
    record GroupJson(
            @Schema(
                    description = "The id of a provider or a type (none for appointments without one), a weekday, a"
                            + " full hour, or the Monday of a week",
                    examples = {"7", "none", "monday", "08:00", "2030-01-07"})
            String key,

            @Schema(description = "Of a provider or a type") @Nullable
            String name) {

        static GroupJson of(Group group) {
            return switch (group) {
                case Group.OfProvider(var id, String name) -> new GroupJson(Integer.toString(id.value()), name);
                case Group.OfType(int id, String name) -> new GroupJson(Integer.toString(id), name);
                case Group.OfNoType() -> new GroupJson("none", null);
                case Group.OfWeekday(var day) -> new GroupJson(day.name().toLowerCase(Locale.ROOT), null);
                case Group.OfHour(var start) -> new GroupJson(start.toString(), null);
                case Group.OfWeek(LocalDate monday) -> new GroupJson(monday.toString(), null);
            };
        }
    }

    @Schema(name = "AppointmentReport")
    record Visits(Asked asked, List<VisitRow> rows, VisitFigures total, boolean truncated) {
        static Visits of(ReportRequest request, Report<VisitCounts> report) {
            var rows = report.rows().stream()
                    .map(row -> new VisitRow(GroupJson.of(row.group()), VisitFigures.of(row.figures())))
                    .toList();
            return new Visits(Asked.of(request), rows, VisitFigures.of(report.total()), report.truncated());
        }
    }

    @Schema(name = "AppointmentReportRow")
    record VisitRow(GroupJson group, VisitFigures figures) {}

    @Schema(name = "AppointmentFigures")
    record VisitFigures(
            @Schema(description = "kept + no_shows + cancelled + to_come + unsettled")
            int booked,

            int kept,
            int noShows,
            int cancelled,
            int cancelledByPatient,

            @Schema(description = "Of the patient's side, less than 24 hours before the start, or after it")
            int cancelledLate,

            int cancelledByClinic,
            int toCome,

            @Schema(description = "Over, and nobody has said what became of it")
            int unsettled,

            @Schema(description = "no_shows of kept + no_shows; absent where there were none") @Nullable
            BigDecimal noShowRate,

            @Schema(description = "cancelled of booked; absent where there were none") @Nullable
            BigDecimal cancellationRate) {

        static VisitFigures of(VisitCounts counts) {
            return new VisitFigures(
                    counts.booked(),
                    counts.kept(),
                    counts.noShows(),
                    counts.cancelled(),
                    counts.byPatient(),
                    counts.late(),
                    counts.byClinic(),
                    counts.toCome(),
                    counts.unsettled(),
                    rate(counts.noShowRate()),
                    rate(counts.cancellationRate()));
        }
    }

    @Schema(name = "CapacityReport")
    record Capacity(Asked asked, List<CapacityRow> rows, CapacityFigures total, boolean truncated) {
        static Capacity of(ReportRequest request, Report<CapacityUse> report) {
            var rows = report.rows().stream()
                    .map(row -> new CapacityRow(GroupJson.of(row.group()), CapacityFigures.of(row.figures())))
                    .toList();
            return new Capacity(Asked.of(request), rows, CapacityFigures.of(report.total()), report.truncated());
        }
    }

    @Schema(name = "CapacityReportRow")
    record CapacityRow(GroupJson group, CapacityFigures figures) {}

    @Schema(name = "CapacityFigures")
    record CapacityFigures(
            @Schema(description = "booked_minutes + missed_minutes + free_minutes")
            long publishedMinutes,

            long bookedMinutes,

            @Schema(description = "Kept for patients who did not come, and given to nobody else")
            long missedMinutes,

            long freeMinutes,

            @Schema(description = "Taken by appointments where nothing was published")
            long outsideMinutes,

            @Schema(description = "booked_minutes of published_minutes; absent where there were none") @Nullable
            BigDecimal use) {

        static CapacityFigures of(CapacityUse use) {
            return new CapacityFigures(
                    use.published(), use.booked(), use.missed(), use.free(), use.outside(), rate(use.use()));
        }
    }

    @Schema(name = "WaitingReport")
    record Waiting(Asked asked, List<WaitingRow> rows, WaitingFigures total, boolean truncated) {
        static Waiting of(ReportRequest request, Report<Waits> report) {
            var rows = report.rows().stream()
                    .map(row -> new WaitingRow(GroupJson.of(row.group()), WaitingFigures.of(row.figures())))
                    .toList();
            return new Waiting(Asked.of(request), rows, WaitingFigures.of(report.total()), report.truncated());
        }
    }

    @Schema(name = "WaitingReportRow")
    record WaitingRow(GroupJson group, WaitingFigures figures) {}

    @Schema(name = "WaitingFigures")
    record WaitingFigures(
            @Schema(description = "Who arrived and was called in")
            int waited,

            @Nullable BigDecimal medianMinutes,

            @Schema(description = "Nine of ten waited at most that long") @Nullable
            BigDecimal mostMinutes,

            @Nullable BigDecimal longestMinutes,

            @Schema(description = "Booked before they began, cancelled or not, but for walk-ins")
            int bookedAhead,

            @Nullable BigDecimal medianDays,
            @Nullable BigDecimal mostDays,
            @Nullable BigDecimal longestDays,

            @Schema(description = "Checked in with the booking")
            int walkIns) {

        static WaitingFigures of(Waits waits) {
            return new WaitingFigures(
                    waits.waited(),
                    time(waits.minutes(), Waits.Spread::median),
                    time(waits.minutes(), Waits.Spread::mostOfThem),
                    time(waits.minutes(), Waits.Spread::longest),
                    waits.bookedAhead(),
                    time(waits.days(), Waits.Spread::median),
                    time(waits.days(), Waits.Spread::mostOfThem),
                    time(waits.days(), Waits.Spread::longest),
                    waits.walkIns());
        }
    }

    private static @Nullable BigDecimal rate(OptionalDouble rate) {
        return rate.isPresent() ? rounded(rate.getAsDouble(), PLACES_OF_RATES) : null;
    }

    private static @Nullable BigDecimal time(Optional<Waits.Spread> spread, ToDoubleFunction<Waits.Spread> which) {
        return spread.map(of -> rounded(which.applyAsDouble(of), PLACES_OF_TIMES))
                .orElse(null);
    }

    private static BigDecimal rounded(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    }
}
