package org.emiadi.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.Query;

/// What the statements of all reports have in common: where and when, and the groups.
///
/// Each ends in a table `counted`: a row for each group with its `key`, and one where `whole` is true.
final class ReportSql {
    /// The key of appointments without a type; serial numbers begin with 1.
    private static final int NO_TYPE = 0;

    /// The facilities, and when the period is there.
    static final String PLACE = """
            with place as (
                select f.id as facility_id, f.time_zone,
                       tstzrange(cast(cast(:from as date) as timestamp) at time zone f.time_zone,
                                 cast(cast(:to as date) as timestamp) at time zone f.time_zone, '[)') as span
                  from facilities f
                 where cast(:facility as integer) is null or f.id = :facility
            )
            """;

    private ReportSql() {}

    static boolean facilityIsThere(Tx tx, FacilityId id) {
        return tx.query("select exists (select from facilities where id = :id)")
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// The key of a visit `v` in a `place`. It stands in the group in which it begins.
    static String keyOfVisit(Grouping by) {
        return switch (by) {
            case PROVIDER -> "v.provider_id";
            case TYPE -> "coalesce(v.appointment_type_id, " + NO_TYPE + ")";
            case WEEKDAY, HOUR, WEEK -> keyOfTime(by, "v.effective_start at time zone place.time_zone");
        };
    }

    /// The key of a time on the wall. A week goes by the number of its Monday, counted from the first of 1970.
    static String keyOfTime(Grouping by, String local) {
        return switch (by) {
            case WEEKDAY -> "cast(extract(isodow from " + local + ") as integer)";
            case HOUR -> "cast(extract(hour from " + local + ") as integer)";
            case WEEK -> "cast(date_trunc('week', " + local + ") as date) - date '1970-01-01'";
            case PROVIDER, TYPE -> throw new IllegalArgumentException(by + " is no matter of time");
        };
    }

    /// What stands after `counted`: its rows in order, the total before all others.
    static String inOrder(Grouping by) {
        return """
                select c.*, n.name
                  from counted c
                  left join lateral (%s) n on not c.whole
                 order by c.whole desc, lower(n.name), c.key
                 limit :rows
                """.formatted(names(by));
    }

    private static String names(Grouping by) {
        return switch (by) {
            case PROVIDER -> "select p.first_name || ' ' || p.last_name as name from persons p where p.id = c.key";
            case TYPE -> "select t.name from appointment_types t where t.id = c.key";
            case WEEKDAY, HOUR, WEEK -> "select cast(null as text) as name";
        };
    }

    static Query bind(Query query, ReportRequest request) {
        return query.bind("from", request.period().from())
                .bind("to", request.period().to())
                .bind("facility", request.facility().map(FacilityId::value).orElse(null))
                // One for the total, and one to see whether there are more.
                .bind("rows", Report.MOST_ROWS + 2);
    }

    /// Reads the figures of a row.
    interface Figures<F> {
        F read(ResultSet row) throws SQLException;
    }

    static <F> Report<F> report(Query query, ReportRequest request, Figures<F> figures, F none) {
        var counted =
                query.map((row, context) -> counted(row, request.by(), figures)).list();
        // Told apart from the rows by having no group; it stands first.
        F total = counted.getFirst().figures();
        var rows =
                counted.stream().flatMap(Counted::row).limit(Report.MOST_ROWS).toList();
        return new Report<>(Rows.withoutGaps(rows, request, none), total, counted.size() - 1 > Report.MOST_ROWS);
    }

    private record Counted<F>(Optional<Group> group, F figures) {
        Stream<Report.Row<F>> row() {
            return group.map(of -> new Report.Row<>(of, figures)).stream();
        }
    }

    private static <F> Counted<F> counted(ResultSet row, Grouping by, Figures<F> figures) throws SQLException {
        Optional<Group> group = row.getBoolean("whole")
                ? Optional.empty()
                : Optional.of(group(by, row.getInt("key"), row.getString("name")));
        return new Counted<>(group, figures.read(row));
    }

    private static Group group(Grouping by, int key, String name) {
        return switch (by) {
            case PROVIDER -> new Group.OfProvider(new ProviderId(key), name);
            case TYPE -> key == NO_TYPE ? new Group.OfNoType() : new Group.OfType(key, name);
            case WEEKDAY -> new Group.OfWeekday(DayOfWeek.of(key));
            case HOUR -> new Group.OfHour(LocalTime.of(key, 0));
            case WEEK -> new Group.OfWeek(LocalDate.ofEpochDay(key));
        };
    }
}
