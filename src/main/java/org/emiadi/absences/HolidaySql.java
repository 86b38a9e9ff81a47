package org.emiadi.absences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.emiadi.facilities.CountryCode;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.SqlStatements;

/// Every statement about public holidays.
final class HolidaySql {
    private static final String COLUMNS = "id, country, day, name, source, observed";

    private HolidaySql() {}

    /// Empty where that country has a holiday on that day.
    static Optional<Holiday> add(Tx tx, Holiday.Request request, Instant now) {
        return tx.query("""
                        insert into holidays (country, day, name, source, created_at)
                        values (:country, :day, :name, 'clinic', :now)
                        on conflict do nothing
                        returning\s""" + COLUMNS)
                .bind("country", request.country().letters())
                .bind("day", request.day())
                .bind("name", request.name())
                .bind("now", now)
                .map((row, context) -> holiday(row))
                .findOne();
    }

    static Optional<Holiday> lock(Tx tx, int id) {
        return tx.query("select " + COLUMNS + " from holidays where id = :id for update")
                .bind("id", id)
                .map((row, context) -> holiday(row))
                .findOne();
    }

    /// Writes name and observance.
    ///
    /// @param observedSince where it is observed again: whatever was kept before was not kept because of it
    static void change(Tx tx, Holiday after, Optional<Instant> observedSince) {
        tx.update("""
                        update holidays
                           set name = :name, observed = :observed, created_at = coalesce(:since, created_at)
                         where id = :id
                        """)
                .bind("name", after.name())
                .bind("observed", after.observed())
                .bind("since", observedSince.orElse(null))
                .bind("id", after.id())
                .execute();
    }

    static void remove(Tx tx, int id) {
        tx.update("delete from holidays where id = :id").bind("id", id).execute();
    }

    static Page<Holiday> list(Tx tx, Optional<CountryCode> country, Optional<Year> year, Slice slice) {
        var conditions = new ArrayList<String>();
        country.ifPresent(given -> conditions.add("country = :country"));
        year.ifPresent(given -> conditions.add("day >= :first and day <= :last"));
        slice.after().ifPresent(given -> conditions.add("(day, id) > (cast(:afterDay as date), :afterId)"));
        var query = tx.query("select " + COLUMNS + " from holidays"
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by day, id limit :rows");
        // What does not narrow the list is bound in vain.
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        var rows = query.bind("country", country.map(CountryCode::letters).orElse(null))
                .bind("first", year.map(given -> given.atDay(1)).orElse(null))
                .bind("last", year.map(given -> given.atDay(given.length())).orElse(null))
                .bind(
                        "afterDay",
                        slice.after()
                                .map(key -> LocalDate.ofEpochDay(key.number(0)))
                                .orElse(null))
                .bind("afterId", slice.after().map(key -> key.number(1)).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> holiday(row))
                .list();
        return Page.of(rows, slice.limit(), last -> Cursor.of(last.day().toEpochDay(), last.id()));
    }

    /// The countries that have a facility.
    static List<CountryCode> countries(Tx tx) {
        return tx.query("select distinct country from facilities order by country")
                .map((row, context) -> new CountryCode(row.getString("country")))
                .list();
    }

    /// Those of them that have no holiday of the calendar in at least one of the years.
    static List<CountryCode> countriesWithout(Tx tx, Year first, Year last) {
        return tx.query("""
                        select distinct f.country
                          from facilities f
                         cross join generate_series(cast(:first as integer), cast(:last as integer)) y (year)
                         where not exists (select 1 from holidays h
                                            where h.country = f.country and h.source = 'calendar'
                                              and h.day between make_date(y.year, 1, 1) and make_date(y.year, 12, 31))
                         order by f.country
                        """)
                .bind("first", first.getValue())
                .bind("last", last.getValue())
                .map((row, context) -> new CountryCode(row.getString("country")))
                .list();
    }

    /// Adds days of the calendar; what is there already, entered or set aside by hand, stays as it is.
    ///
    /// @return how many were added
    static int fillIn(Tx tx, CountryCode country, SortedMap<LocalDate, String> days, Instant now) {
        return tx.update("""
                        insert into holidays (country, day, name, source, created_at)
                        select :country, cast(d.day as date), d.name, 'calendar', :now
                          from unnest(:days, :names) d (day, name)
                         order by d.day
                        on conflict do nothing
                        """)
                .bind("country", country.letters())
                .bindArray(
                        "days",
                        String.class,
                        days.keySet().stream().map(LocalDate::toString).toList())
                .bindArray(
                        "names",
                        String.class,
                        days.entrySet().stream().map(Map.Entry::getValue).toList())
                .bind("now", now)
                .execute();
    }

    private static Holiday holiday(ResultSet row) throws SQLException {
        return new Holiday(
                row.getInt("id"),
                new CountryCode(row.getString("country")),
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                Holiday.Source.parse(row.getString("source")),
                row.getBoolean("observed"));
    }
}
