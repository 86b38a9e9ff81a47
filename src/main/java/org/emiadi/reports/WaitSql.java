package org.emiadi.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.emiadi.platform.Tx;

final class WaitSql {
    private WaitSql() {}

    static Report<Waits> report(Tx tx, ReportRequest request) {
        var query = tx.query(
                ReportSql.PLACE + """
                , visit as (
                    select %s as key,
                           extract(epoch from v.started_at - v.arrived_at) / 60 as minutes,
                           case when v.created_at < v.effective_start and walked.at_once is not true then
                               extract(epoch from v.effective_start - v.created_at) / 86400
                           end as days,
                           walked.at_once as walk_in
                      from place
                      join appointments v
                        on v.facility_id = place.facility_id
                       and v.effective_start >= lower(place.span)
                       and v.effective_start < upper(place.span)
                     cross join lateral (select v.arrived_at - v.created_at < interval '1 minute' as at_once) walked
                     where v.status <> 'held'
                ), counted as (
                    select grouping(key) = 1 as whole, key,
                           count(minutes) as waited,
                           percentile_cont(0.5) within group (order by minutes) as median_minutes,
                           percentile_cont(0.9) within group (order by minutes) as most_minutes,
                           max(minutes) as longest_minutes,
                           count(days) as booked_ahead,
                           percentile_cont(0.5) within group (order by days) as median_days,
                           percentile_cont(0.9) within group (order by days) as most_days,
                           max(days) as longest_days,
                           count(*) filter (where walk_in) as walk_ins
                      from visit
                     group by grouping sets ((key), ())
                )
                """.formatted(ReportSql.keyOfVisit(request.by())) + ReportSql.inOrder(request.by()));
        return ReportSql.report(ReportSql.bind(query, request), request, WaitSql::waits, Waits.NONE);
    }

    private static Waits waits(ResultSet row) throws SQLException {
        int waited = row.getInt("waited");
        int ahead = row.getInt("booked_ahead");
        return new Waits(
                waited, spread(row, "minutes", waited), ahead, spread(row, "days", ahead), row.getInt("walk_ins"));
    }

    private static Optional<Waits.Spread> spread(ResultSet row, String unit, int many) throws SQLException {
        return many == 0
                ? Optional.empty()
                : Optional.of(new Waits.Spread(
                        row.getDouble("median_" + unit),
                        row.getDouble("most_" + unit),
                        row.getDouble("longest_" + unit)));
    }
}
