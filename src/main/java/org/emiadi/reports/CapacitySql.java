package org.emiadi.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.emiadi.platform.Tx;

/// Time is measured as sets of spans for each of a provider's places, so that nothing counts twice: neither a session
/// that overlaps another, nor a missed visit whose time was given to somebody else.
final class CapacitySql {
    private CapacitySql() {}

    private static final String TIMES = """
            , kind as (
                -- Of what: everything, and where types are told apart each of them, with 0 for none.
                select true as whole, -1 as type, cast('{}' as text[]) as cadres,
                       cast('{}' as text[]) as specializations
                union all
                select false, t.id, t.cadres, t.specializations from appointment_types t where :byType
                union all
                select false, 0, '{}', '{}' where :byType
            ), session as (
                -- Put together by working hours, which are few, before they are told apart by types.
                select s.working_hours_id, s.provider_id, s.facility_id, s.capacity,
                       range_agg(s.open_times * tstzmultirange(place.span)) as times
                  from (select tstzrange(min(lower(span)), max(upper(span)), '[)') as span from place) asked
                 cross join lateral open_sessions(asked.span) s
                  join place on place.facility_id = s.facility_id
                 group by s.working_hours_id, s.provider_id, s.facility_id, s.capacity
            ), open as (
                select s.provider_id, s.facility_id, lane.number as lane, kind.whole, kind.type,
                       range_agg(s.times) as times
                  from session s
                  join providers p on p.id = s.provider_id
                  join kind
                    on kind.whole
                    or ((kind.type = 0 or serves(s.working_hours_id, kind.type))
                        and offered_by(kind.cadres, kind.specializations, p.cadre, p.specialization))
                 cross join lateral generate_series(1, s.capacity) lane (number)
                 group by s.provider_id, s.facility_id, lane.number, kind.whole, kind.type
            ), taken as (
                select v.provider_id, v.facility_id, cast(v.lane as integer) as lane, kind.whole, kind.type,
                       coalesce(range_agg(visit.during) filter (where v.status <> 'no_show'), '{}') as booked,
                       coalesce(range_agg(visit.during) filter (where v.status = 'no_show'), '{}') as missed
                  from place
                  join appointments v
                    on v.facility_id = place.facility_id
                   -- A visit takes a day at most, and some hours before and after it.
                   and v.effective_start > lower(place.span) - interval '2 days'
                   and v.effective_start < upper(place.span) + interval '1 day'
                 cross join lateral (
                       select place.span * widened(v.effective_start, coalesce(v.rescheduled_end_time, v.end_time),
                                                   v.buffer_before_minutes, v.buffer_after_minutes) as during) visit
                  join kind on kind.whole or kind.type = coalesce(v.appointment_type_id, 0)
                 where v.status not in ('held', 'cancelled')
                 group by v.provider_id, v.facility_id, v.lane, kind.whole, kind.type
            ), part as (
                select provider_id, facility_id, whole, type, measured.what, piece.during
                  from open
                  full join taken using (provider_id, facility_id, lane, type, whole)
                  left join (select provider_id, facility_id, lane, booked as anything from taken where whole) busy
                      using (provider_id, facility_id, lane)
                 cross join lateral (
                       values ('published', times),
                              ('booked', times * booked),
                              ('missed', times * (missed - anything)),
                              ('outside', booked - coalesce(times, '{}'))) measured (what, times)
                 cross join lateral unnest(measured.times) piece (during)
            )
            """;

    static Report<CapacityUse> report(Tx tx, ReportRequest request) {
        var by = request.by();
        var query = tx.query(
                ReportSql.PLACE + TIMES + """
                , bit as (
                    select %s as key, part.what, bit.during
                      from part
                      join place using (facility_id)
                     cross join lateral (%s) bit
                     where part.whole <> :byType
                       and not isempty(bit.during)
                ), counted as (
                    select true as whole, cast(null as integer) as key, %s
                      from part
                     where whole
                    union all
                    select false, key, %s
                      from bit
                     group by key
                )
                """.formatted(key(by), bits(by), sums(), sums()) + ReportSql.inOrder(by));
        return ReportSql.report(
                ReportSql.bind(query, request).bind("byType", by == Grouping.TYPE),
                request,
                CapacitySql::use,
                CapacityUse.NONE);
    }

    private static String key(Grouping by) {
        return switch (by) {
            case PROVIDER -> "part.provider_id";
            case TYPE -> "part.type";
            case WEEKDAY, HOUR, WEEK -> ReportSql.keyOfTime(by, "lower(bit.during) at time zone place.time_zone");
        };
    }

    /// Cuts a part where the day or the hour ends on the wall. Hours are counted on from the first, and not read
    /// from the wall, because the wall shows one of them twice when the clock is put back. Parts in which the clock
    /// is changed are cut by quarters, as that need not happen on the hour.
    private static String bits(Grouping by) {
        return switch (by) {
            case PROVIDER, TYPE -> "select part.during";
            case WEEKDAY, WEEK -> """
                    select part.during * tstzrange(day at time zone place.time_zone,
                                                   (day + interval '1 day') at time zone place.time_zone, '[)') as during
                      from generate_series(date_trunc('day', lower(part.during) at time zone place.time_zone),
                                           upper(part.during) at time zone place.time_zone, interval '1 day') day""";
            case HOUR -> """
                    select part.during * tstzrange(hour, hour + pace.step, '[)') as during
                      from (select lower(part.during) at time zone place.time_zone as starts,
                                   upper(part.during) at time zone place.time_zone as ends offset 0) wall
                     cross join lateral (
                           select case when wall.ends - wall.starts = upper(part.during) - lower(part.during)
                                       then interval '1 hour' else interval '15 minutes' end as step offset 0) pace
                     cross join lateral generate_series(
                           lower(part.during) - (wall.starts - date_trunc('hour', wall.starts)),
                           upper(part.during), pace.step) hour""";
        };
    }

    private static String sums() {
        return """
                %s as published, %s as booked, %s as missed, %s as outside""".formatted(minutes("published"), minutes("booked"), minutes("missed"), minutes("outside"));
    }

    private static String minutes(String what) {
        return "coalesce(round(sum(extract(epoch from upper(during) - lower(during))) filter (where what = '" + what
                + "') / 60), 0)";
    }

    private static CapacityUse use(ResultSet row) throws SQLException {
        return new CapacityUse(
                row.getLong("published"), row.getLong("booked"), row.getLong("missed"), row.getLong("outside"));
    }
}
