package org.emiadi.platform.postgres;

import java.time.ZoneId;
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
        try {
            of(address, zone).migrate();
        } catch (FlywayException failure) {
            throw new CannotStart("The database could not be brought up to date: " + failure.getMessage(), failure);
        }
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
