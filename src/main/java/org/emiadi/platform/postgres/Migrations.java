package org.emiadi.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a database up to date. Migrations may take as long as they need, an index for millions of rows, say: they
/// have connections of their own, since those of the server's pool give up a statement after half a minute.
public final class Migrations {
    private Migrations() {}

    /// Returns when all migrations have been applied.
    ///
    /// @param zone of the clinic, for times that the original kept without one
    /// @throws CannotStart if the database has other migrations than these, or one fails; in a sentence
    public static void run(DatabaseAddress address, ZoneId zone) {
        if (areApplied(address)) {
            return;
        }
        try {
            of(address, zone).migrate();
        } catch (FlywayException failure) {
            throw new CannotStart("The database could not be brought up to date: " + failure.getMessage(), failure);
        }
    }

    private static boolean areApplied(DatabaseAddress address) {
        try (var connection = GivenPostgres.connect(address)) {
            return areApplied(connection);
        } catch (SQLException unclear) {
            return false;
        }
    }

    /// Whether Flyway's own table tells of exactly these migrations, as they are written. Flyway would have nothing
    /// to do then, and takes a fifth of a start to find that out. In any other case it decides.
    static boolean areApplied(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return isThere(statement) && applied(statement).equals(MigrationFiles.checksums());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /// Empty where one has failed.
    private static Map<String, Integer> applied(Statement statement) throws SQLException {
        var checksums = new HashMap<String, Integer>();
        try (var rows = statement.executeQuery("select script, checksum from flyway_schema_history"
                + " where (select bool_and(success) from flyway_schema_history)")) {
            while (rows.next()) {
                checksums.put(rows.getString(1), rows.getInt(2));
            }
        }
        return checksums;
    }

    /// Those connections are not of a [javax.sql.DataSource] of the driver: its addresses name all options, and Flyway
    /// takes a tenth of a second to look through one.
    static Flyway of(DatabaseAddress address, ZoneId zone) {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .validateMigrationNaming(true)
                .connectRetries(0)
                .placeholders(Map.of("zone", zone.getId()))
                .load();
    }
}
