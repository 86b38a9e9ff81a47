package org.emiadi.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.emiadi.platform.Database;
import org.emiadi.platform.postgres.CannotStart;
import org.emiadi.platform.postgres.DataFolder;
import org.emiadi.platform.postgres.DatabaseAddress;
import org.emiadi.platform.postgres.LocalPostgres;
import org.emiadi.platform.postgres.Migrations;

/// The built-in PostgreSQL in a folder of the benchmark's, with the settings that clinics get, but for the number of
/// connections: a server, the one it is compared with and pgbench have theirs at the same time.
final class BenchDatabase implements AutoCloseable {
    static final String ZONE = "Africa/Nairobi";
    private static final String CONNECTIONS = "200";

    private final DataFolder folder;
    private final LocalPostgres postgres;
    private final DatabaseAddress address;

    private BenchDatabase(DataFolder folder, LocalPostgres postgres, DatabaseAddress address) {
        this.folder = folder;
        this.postgres = postgres;
        this.address = address;
    }

    static BenchDatabase in(Path path, Consumer<String> progress) {
        var folder = DataFolder.hold(path);
        var first = LocalPostgres.in(folder, progress);
        try (first) {
            allowConnections(first.start(), superuserPassword(folder));
        }
        var postgres = LocalPostgres.in(folder, progress);
        var database = new BenchDatabase(folder, postgres, postgres.start());
        Migrations.run(database.address, ZoneId.of(ZONE));
        return database;
    }

    private static String superuserPassword(DataFolder folder) {
        try {
            return Files.readString(folder.path().resolve("postgres.password")).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // Taken up with the next start.
    private static void allowConnections(DatabaseAddress address, String password) {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute("alter system set max_connections = " + CONNECTIONS);
            // To write millions of rows without a look at what each of them refers to.
            statement.execute("grant set on parameter session_replication_role to " + address.user());
            statement.execute("grant pg_checkpoint to " + address.user());
        } catch (SQLException failure) {
            throw new CannotStart("The database of the benchmark cannot be set up.", failure);
        }
    }

    /// Lets PostgreSQL learn how large its tables have become, as it does by itself within a minute. A clinic that was
    /// just made up has an empty trail, and what connections have planned by then is right for an empty one only.
    void learnSizes() {
        new Database(source()).write(tx -> tx.update("analyze").execute());
    }

    DataSource source() {
        return address.source();
    }

    DatabaseAddress address() {
        return address;
    }

    int port() {
        return Integer.parseInt(address.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    /// For a server, by itself or by way of a [Wire].
    String urlBy(int port) {
        return address.jdbcUrl().replaceFirst(":\\d+/", ":" + port + "/") + "?sslmode=disable&user=" + address.user()
                + "&password=" + address.password();
    }

    @Override
    public void close() {
        postgres.close();
        folder.close();
    }
}
