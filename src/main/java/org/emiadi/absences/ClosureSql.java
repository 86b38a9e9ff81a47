package org.emiadi.absences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.SqlStatements;

/// Every statement about closures.
final class ClosureSql {
    private static final String COLUMNS =
            "id, facility_id, lower(during) as starts, upper(during) as ends, reason, created_at";

    private ClosureSql() {}

    static Closure add(Tx tx, Closure.Request request, TimeRange during, Instant now) {
        return tx.query("""
                        insert into facility_closures (facility_id, during, reason, created_at)
                        values (:facility, tstzrange(:start, :end), :reason, :now)
                        returning\s""" + COLUMNS)
                .bind("facility", request.facility().value())
                .bind("start", during.start())
                .bind("end", during.end())
                .bind("reason", request.reason())
                .bind("now", now)
                .map((row, context) -> closure(row))
                .one();
    }

    static Optional<Closure> find(Tx tx, int id) {
        return tx.query("select " + COLUMNS + " from facility_closures where id = :id")
                .bind("id", id)
                .map((row, context) -> closure(row))
                .findOne();
    }

    static Optional<Closure> remove(Tx tx, int id) {
        return tx.query("delete from facility_closures where id = :id returning " + COLUMNS)
                .bind("id", id)
                .map((row, context) -> closure(row))
                .findOne();
    }

    static Page<Closure> list(Tx tx, Optional<FacilityId> facility, Period period, Slice slice) {
        var conditions = new ArrayList<String>();
        conditions.add("during && tstzrange(:from, :to)");
        facility.ifPresent(given -> conditions.add("facility_id = :facility"));
        slice.after().ifPresent(given -> conditions.add("(lower(during), id) > (:afterStart, :afterId)"));
        var query = tx.query("select " + COLUMNS + " from facility_closures where " + String.join(" and ", conditions)
                + " order by lower(during), id limit :rows");
        // What does not narrow the list is bound in vain.
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        var rows = query.bind("from", period.from().orElse(null))
                .bind("to", period.to().orElse(null))
                .bind("facility", facility.map(FacilityId::value).orElse(null))
                .bind("afterStart", slice.after().map(key -> key.instant(0)).orElse(null))
                .bind("afterId", slice.after().map(key -> key.number(1)).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> closure(row))
                .list();
        return Page.of(rows, slice.limit(), last -> Cursor.of(last.during().start(), last.id()));
    }

    private static Closure closure(ResultSet row) throws SQLException {
        return new Closure(
                row.getInt("id"),
                new FacilityId(row.getInt("facility_id")),
                new TimeRange(
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant());
    }
}
