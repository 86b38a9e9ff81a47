package org.emiadi.reports;

import java.time.Clock;
import java.util.function.Supplier;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Tx;

/// The figures of the clinic, for administrators. They name providers, never patients.
public final class Reports {
    private final AuditLog audit;
    private final Clock clock;

    public Reports(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of the appointments that begin in the period.
    public ReportOutcome<VisitCounts> visits(Tx tx, Actor actor, ReportRequest request) {
        return report(tx, actor, "visits", request, () -> VisitSql.report(tx, request, clock.instant()));
    }

    /// How much of the published time in the period is booked.
    public ReportOutcome<CapacityUse> capacity(Tx tx, Actor actor, ReportRequest request) {
        return report(tx, actor, "capacity", request, () -> CapacitySql.report(tx, request));
    }

    /// How long those waited whose appointments begin in the period.
    public ReportOutcome<Waits> waits(Tx tx, Actor actor, ReportRequest request) {
        return report(tx, actor, "waiting", request, () -> WaitSql.report(tx, request));
    }

    private <F> ReportOutcome<F> report(
            Tx tx, Actor actor, String kind, ReportRequest request, Supplier<Report<F>> counting) {
        boolean known =
                request.facility().map(id -> ReportSql.facilityIsThere(tx, id)).orElse(true);
        var event = known ? AuditEvent.done("report.read") : AuditEvent.refused("report.read");
        var period = request.period();
        audit.record(
                tx,
                actor,
                event.detail(
                        "%s by %s, %s to %s".formatted(kind, request.by().text(), period.from(), period.lastDay())));
        return known ? new ReportOutcome.Made<>(counting.get()) : new ReportOutcome.NoSuchFacility<>();
    }
}
