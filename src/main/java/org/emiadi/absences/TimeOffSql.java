package org.emiadi.absences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.SqlStatements;

/// Every statement about time off.
final class TimeOffSql {
    private static final String SELECT = """
            select id, provider_id, kind, lower(during) as starts, upper(during) as ends, note, created_at from time_off
            """;
    private static final String SEEN = " (cast(:own as integer) is null or provider_id = :own) ";

    private TimeOffSql() {}

    /// The clock on the wall where a provider works; empty where there is no such provider.
    static Optional<ZoneId> zoneOf(Tx tx, ProviderId provider) {
        return tx.query("select time_zone_of_provider(id) from providers where id = :provider")
                .bind("provider", provider.value())
                .mapTo(String.class)
                .findOne()
                .map(ZoneId::of);
    }

    static TimeOff add(Tx tx, TimeOff.Request request, TimeRange during, Instant now) {
        return tx.query("""
                        insert into time_off (provider_id, kind, during, note, created_at)
                        values (:provider, :kind, tstzrange(:start, :end), :note, :now)
                        returning id, provider_id, kind, lower(during) as starts, upper(during) as ends, note, created_at
                        """)
                .bind("provider", request.provider().value())
                .bind("kind", request.kind().text())
                .bind("start", during.start())
                .bind("end", during.end())
                .bind("note", request.note())
                .bind("now", now)
                .map((row, context) -> timeOff(row))
                .one();
    }

    static Optional<TimeOff> find(Tx tx, int id, Optional<ProviderId> own) {
        return tx.query(SELECT + " where id = :id and" + SEEN)
                .bind("id", id)
                .bind("own", own.map(ProviderId::value).orElse(null))
                .map((row, context) -> timeOff(row))
                .findOne();
    }

    static Optional<TimeOff> remove(Tx tx, int id, Optional<ProviderId> own) {
        return tx.query("delete from time_off where id = :id and" + SEEN + """
                        returning id, provider_id, kind, lower(during) as starts, upper(during) as ends, note, created_at
                        """)
                .bind("id", id)
                .bind("own", own.map(ProviderId::value).orElse(null))
                .map((row, context) -> timeOff(row))
                .findOne();
    }

    static Page<TimeOff> list(
            Tx tx, Optional<ProviderId> own, Optional<ProviderId> provider, Period period, Slice slice) {
        var conditions = new ArrayList<String>();
        conditions.add("during && tstzrange(:from, :to)");
        own.ifPresent(given -> conditions.add("provider_id = :own"));
        provider.ifPresent(given -> conditions.add("provider_id = :provider"));
        slice.after().ifPresent(given -> conditions.add("(lower(during), id) > (:afterStart, :afterId)"));
        var query = tx.query(
                SELECT + " where " + String.join(" and ", conditions) + " order by lower(during), id limit :rows");
        // What does not narrow the list is bound in vain.
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        var rows = query.bind("from", period.from().orElse(null))
                .bind("to", period.to().orElse(null))
                .bind("own", own.map(ProviderId::value).orElse(null))
                .bind("provider", provider.map(ProviderId::value).orElse(null))
                .bind("afterStart", slice.after().map(key -> key.instant(0)).orElse(null))
                .bind("afterId", slice.after().map(key -> key.number(1)).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> timeOff(row))
                .list();
        return Page.of(rows, slice.limit(), last -> Cursor.of(last.during().start(), last.id()));
    }

    private static TimeOff timeOff(ResultSet row) throws SQLException {
        return new TimeOff(
                row.getInt("id"),
                new ProviderId(row.getInt("provider_id")),
                TimeOff.Kind.parse(row.getString("kind")).orElseThrow(),
                new TimeRange(
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()),
                row.getString("note"),
                row.getTimestamp("created_at").toInstant());
    }
}
