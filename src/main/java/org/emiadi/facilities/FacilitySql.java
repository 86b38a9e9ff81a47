package org.emiadi.facilities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

final class FacilitySql {
    private static final String SELECT = """
            select id, name, mfl_code, country, county, address, phone, time_zone, open_on_holidays, version
              from facilities
            """;

    private static final Map<String, String> MEMBER_OF_CONSTRAINT =
            Map.of("facilities_name_once", "name", "facilities_mfl_code_once", "mfl_code");

    private FacilitySql() {}

    /// Whether PostgreSQL has the zone in its list. It would also take what is not there if it looks like a POSIX zone
    /// (`SystemV/EST5EDT`), and then put the clock forward and back on other days than Java.
    static boolean knowsZone(Tx tx, ZoneId zone) {
        return tx.query("select exists (select from pg_timezone_names where name = :zone)")
                .bind("zone", zone.getId())
                .mapTo(Boolean.class)
                .one();
    }

    static FacilityOutcome add(Tx tx, FacilityDetails details) {
        var insert = tx.query("""
                insert into facilities (name, mfl_code, country, county, address, phone, time_zone, open_on_holidays)
                values (:name, :mflCode, :country, :county, :address, :phone, :zone, :openOnHolidays)
                on conflict do nothing
                returning id
                """);
        return bind(insert, details)
                .mapTo(Integer.class)
                .findOne()
                .<FacilityOutcome>map(id -> new FacilityOutcome.Done(new Facility(new FacilityId(id), details, 1)))
                .orElseGet(() -> new FacilityOutcome.Taken(takenMember(tx, details)));
    }

    private static String takenMember(Tx tx, FacilityDetails details) {
        boolean name = tx.query("select exists (select from facilities where lower(name) = lower(:name))")
                .bind("name", details.name())
                .mapTo(Boolean.class)
                .one();
        return name ? "name" : "mfl_code";
    }

    static FacilityOutcome change(Tx tx, Facility before, FacilityDetails after) {
        try {
            tx.savepoint(() ->
                    bind(tx.update("""
                            update facilities
                               set name = :name, mfl_code = :mflCode, country = :country, county = :county,
                                   address = :address, phone = :phone, time_zone = :zone,
                                   open_on_holidays = :openOnHolidays, version = version + 1
                             where id = :id
                            """), after).bind("id", before.id().value()).execute());
            return new FacilityOutcome.Done(new Facility(before.id(), after, before.version() + 1));
        } catch (RuntimeException refusal) {
            return Constraint.in(refusal)
                    .map(constraint -> MEMBER_OF_CONSTRAINT.get(constraint.name()))
                    .map(FacilityOutcome.Taken::new)
                    .orElseThrow(() -> refusal);
        }
    }

    static Optional<Facility> find(Tx tx, FacilityId id) {
        return tx.query(SELECT + "where id = :id")
                .bind("id", id.value())
                .map((row, context) -> facility(row))
                .findOne();
    }

    static Optional<Facility> lock(Tx tx, FacilityId id) {
        return tx.query(SELECT + "where id = :id for no key update")
                .bind("id", id.value())
                .map((row, context) -> facility(row))
                .findOne();
    }

    static Facility first(Tx tx) {
        return tx.query(SELECT + "order by id limit 1")
                .map((row, context) -> facility(row))
                .one();
    }

    static Page<Facility> list(Tx tx, Slice slice) {
        var rows = tx.query(SELECT + "where id > :after order by id limit :rows")
                .bind("after", slice.after().map(cursor -> cursor.number(0)).orElse(0L))
                .bind("rows", slice.rows())
                .map((row, context) -> facility(row))
                .list();
        return Page.of(rows, slice.limit(), facility -> Cursor.of(facility.id().value()));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, FacilityDetails details) {
        return statement
                .bind("name", details.name())
                .bind(
                        "mflCode",
                        details.mflCode() == null ? null : details.mflCode().value())
                .bind("country", details.country().letters())
                .bind("county", details.county())
                .bind("address", details.address())
                .bind("phone", details.phone() == null ? null : details.phone().e164())
                .bind("zone", details.zone().getId())
                .bind("openOnHolidays", details.openOnHolidays());
    }

    private static Facility facility(ResultSet row) throws SQLException {
        @Nullable String mflCode = row.getString("mfl_code");
        @Nullable String phone = row.getString("phone");
        var details = new FacilityDetails(
                row.getString("name"),
                mflCode == null ? null : new MflCode(mflCode),
                new CountryCode(row.getString("country")),
                row.getString("county"),
                row.getString("address"),
                phone == null ? null : new PhoneNumber(phone),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("open_on_holidays"));
        return new Facility(new FacilityId(row.getInt("id")), details, row.getInt("version"));
    }
}
