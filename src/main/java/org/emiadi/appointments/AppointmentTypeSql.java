package org.emiadi.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.AppointmentType.BookableBy;
import org.emiadi.appointments.AppointmentType.Details;
import org.emiadi.appointments.AppointmentType.Looks;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Every statement about appointment types.
final class AppointmentTypeSql {
    /// A clinic has a dozen; this bounds the list all the same.
    private static final int MOST = 200;

    private static final String SELECT = "select " + columnsOf("t") + " from appointment_types t ";

    private AppointmentTypeSql() {}

    /// What [#type] reads, where the table goes by `alias`.
    static String columnsOf(String alias) {
        return """
                %1$s.id, %1$s.name, %1$s.duration_minutes, %1$s.buffer_before_minutes, %1$s.buffer_after_minutes,
                %1$s.starts_every_minutes, %1$s.minimum_notice_minutes, %1$s.horizon_days, %1$s.bookable_by, %1$s.colour,
                %1$s.description_en, %1$s.description_sw, %1$s.cadres, %1$s.specializations, %1$s.version
                """.formatted(alias);
    }

    static List<AppointmentType> list(Tx tx) {
        return tx.query(SELECT + "order by id limit :most")
                .bind("most", MOST)
                .map((row, context) -> type(row))
                .list();
    }

    static List<AppointmentType> offeredBy(Tx tx, ProviderId provider) {
        return tx.query(SELECT + """
                          join providers r on r.id = :provider
                         where offered_by(t.cadres, t.specializations, r.cadre, r.specialization)
                         order by t.id
                         limit :most
                        """)
                .bind("provider", provider.value())
                .bind("most", MOST)
                .map((row, context) -> type(row))
                .list();
    }

    static Optional<AppointmentType> find(Tx tx, int id) {
        return tx.query(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> type(row))
                .findOne();
    }

    static Optional<AppointmentType> lock(Tx tx, int id) {
        return tx.query(SELECT + "where id = :id for no key update")
                .bind("id", id)
                .map((row, context) -> type(row))
                .findOne();
    }

    /// Empty where another type has that name.
    static Optional<Integer> insert(Tx tx, Details details) {
        var insert = tx.query("""
                insert into appointment_types (
                    name, duration_minutes, buffer_before_minutes, buffer_after_minutes, starts_every_minutes,
                    minimum_notice_minutes, horizon_days, bookable_by, colour, description_en, description_sw,
                    cadres, specializations)
                values (:name, :duration, :before, :after, :startsEvery, :minimumNotice, :horizonDays, :bookableBy,
                        :colour, :english, :swahili, :cadres, :specializations)
                on conflict do nothing
                returning id
                """);
        return bind(insert, details).mapTo(Integer.class).findOne();
    }

    /// False where another type has that name.
    static boolean update(Tx tx, AppointmentType after) {
        try {
            tx.savepoint(() ->
                    bind(tx.update("""
                            update appointment_types
                               set name = :name, duration_minutes = :duration, buffer_before_minutes = :before,
                                   buffer_after_minutes = :after, starts_every_minutes = :startsEvery,
                                   minimum_notice_minutes = :minimumNotice, horizon_days = :horizonDays,
                                   bookable_by = :bookableBy, colour = :colour, description_en = :english,
                                   description_sw = :swahili, cadres = :cadres, specializations = :specializations,
                                   version = version + 1
                             where id = :id
                            """), after.details()).bind("id", after.id()).execute());
            return true;
        } catch (RuntimeException refusal) {
            if (Constraint.refused(refusal, Constraint.UNIQUE)) {
                return false;
            }
            throw refusal;
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Details details) {
        var timing = details.timing();
        return statement
                .bind("name", details.name())
                .bind("duration", timing.duration().toMinutes())
                .bind("before", timing.before().toMinutes())
                .bind("after", timing.after().toMinutes())
                .bind(
                        "startsEvery",
                        timing.startsEvery() == null
                                ? null
                                : timing.startsEvery().toMinutes())
                .bind("minimumNotice", timing.minimumNotice().toMinutes())
                .bind("horizonDays", timing.horizonDays())
                .bind("bookableBy", details.bookableBy().text())
                .bind("colour", details.looks().colour())
                .bind("english", details.looks().english())
                .bind("swahili", details.looks().swahili())
                .bindArray("cadres", String.class, details.offeredBy().cadres())
                .bindArray("specializations", String.class, details.offeredBy().specializations());
    }

    static AppointmentType type(ResultSet row) throws SQLException {
        var details = new Details(
                row.getString("name"),
                timing(row),
                BookableBy.parse(row.getString("bookable_by")),
                new Looks(row.getString("colour"), row.getString("description_en"), row.getString("description_sw")),
                new OfferedBy(texts(row, "cadres"), texts(row, "specializations")));
        return new AppointmentType(row.getInt("id"), details, row.getInt("version"));
    }

    private static Timing timing(ResultSet row) throws SQLException {
        return new Timing(
                Duration.ofMinutes(row.getInt("duration_minutes")),
                Duration.ofMinutes(row.getInt("buffer_before_minutes")),
                Duration.ofMinutes(row.getInt("buffer_after_minutes")),
                minutes(row.getObject("starts_every_minutes", Integer.class)),
                Duration.ofMinutes(row.getInt("minimum_notice_minutes")),
                row.getInt("horizon_days"));
    }

    private static @Nullable Duration minutes(@Nullable Integer minutes) {
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
