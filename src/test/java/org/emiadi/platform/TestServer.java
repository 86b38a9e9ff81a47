package org.emiadi.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import org.emiadi.platform.postgres.DatabaseAddress;
import org.emiadi.platform.postgres.Migrations;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// One real PostgreSQL for the whole run, with a migrated template that [TestDatabase] clones.
/// Its addresses travel as system properties, since the server under test has class loaders of its own.
public final class TestServer implements LauncherSessionListener {
    static final String PORT = "miadi.test.postgres.port";
    static final String TEMPLATE = "miadi_template";
    static final String OF_THE_HTTP_TESTS = "miadi_http";
    static final String OF_THE_PAGES = "miadi_pages";
    static final String OF_AN_EMPTY_CLINIC = "miadi_empty";
    static final String OF_THE_WIRE = "miadi_wire";

    private @Nullable EmbeddedPostgres server;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty(PORT) != null) {
            return;
        }
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "600")
                    .start();
            this.server = server;
            System.setProperty(PORT, Integer.toString(server.getPort()));
            migrateTemplate(server);
            TestDatabase.clone(OF_THE_HTTP_TESTS);
            TestDatabase.clone(OF_THE_PAGES);
            TestDatabase.clone(OF_AN_EMPTY_CLINIC);
            TestDatabase.clone(OF_THE_WIRE);
            workOnHolidays(server);
            System.setProperty("quarkus.datasource.jdbc.url", TestDatabase.url(OF_THE_HTTP_TESTS));
            System.setProperty("quarkus.datasource.username", "postgres");
            System.setProperty("MIADI_DATA_DIR", dataFolder().toString());
            System.setProperty("MIADI_RATE_LIMIT", "off");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    // One for each process, as two may run side by side.
    private static Path dataFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "http-tests")), "data-");
    }

    private static void migrateTemplate(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + TEMPLATE);
        }
        Migrations.run(new DatabaseAddress(TestDatabase.url(TEMPLATE), "postgres", ""), ZoneId.of("Africa/Nairobi"));
    }

    // Tests that book in some days from now must pass on every day of the year.
    private static void workOnHolidays(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getDatabase("postgres", OF_THE_HTTP_TESTS).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update facilities set open_on_holidays = true");
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (server != null) {
            try {
                server.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
