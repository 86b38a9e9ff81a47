package org.emiadi.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.emiadi.platform.Tx;
import org.emiadi.queue.Attendance;

final class VisitSql {
    private VisitSql() {}

    static Report<VisitCounts> report(Tx tx, ReportRequest request, Instant now) {
        var query = tx.query(
                ReportSql.PLACE + """
                , visit as (
                    select %s as key, v.status, v.cancelled_by,
                           v.cancelled_at > v.effective_start - :notice * interval '1 minute' as late,
                           coalesce(v.rescheduled_end_time, v.end_time) <= :now as over
                      from place
                      join appointments v
                        on v.facility_id = place.facility_id
                       and v.effective_start >= lower(place.span)
                       and v.effective_start < upper(place.span)
                     where v.status <> 'held'
                ), counted as (
                    select grouping(key) = 1 as whole, key,
                           count(*) as booked,
                           count(*) filter (where status in ('checked_in', 'in_progress', 'completed')) as kept,
                           count(*) filter (where status = 'no_show') as no_shows,
                           count(*) filter (where status = 'cancelled') as cancelled,
                           count(*) filter (where cancelled_by = 'patient') as by_patient,
                           count(*) filter (where cancelled_by = 'patient' and late) as late,
                           count(*) filter (where cancelled_by = 'clinic') as by_clinic,
                           count(*) filter (where status in ('scheduled', 'confirmed', 'rescheduled') and not over) as to_come,
                           count(*) filter (where status in ('scheduled', 'confirmed', 'rescheduled') and over) as unsettled
                      from visit
                     group by grouping sets ((key), ())
                )
                """.formatted(ReportSql.keyOfVisit(request.by())) + ReportSql.inOrder(request.by()));
        return ReportSql.report(
                ReportSql.bind(query, request).bind("now", now).bind("notice", Attendance.NOTICE.toMinutes()),
                request,
                VisitSql::counts,
                VisitCounts.NONE);
    }

    private static VisitCounts counts(ResultSet row) throws SQLException {
        return new VisitCounts(
                row.getInt("booked"),
                row.getInt("kept"),
                row.getInt("no_shows"),
                row.getInt("cancelled"),
                row.getInt("by_patient"),
                row.getInt("late"),
                row.getInt("by_clinic"),
                row.getInt("to_come"),
                row.getInt("unsettled"));
    }
}
