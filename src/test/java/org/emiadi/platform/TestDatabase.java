package org.emiadi.platform;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Migrated databases for tests, each a clone of its own.
public final class TestDatabase {
    private TestDatabase() {}

    /// A database and where its connections come from.
    public record Named(Database database, DataSource source) {}

    /// A database that no other test sees.
    public static Database fresh() {
        return named().database();
    }

    /// The same, for tests that need connections of their own.
    public static Named named() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        try {
            clone(name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Named(open(name), source(name));
    }

    /// The database behind the server that the HTTP tests talk to.
    public static Database ofTheHttpTests() {
        return open(TestServer.OF_THE_HTTP_TESTS);
    }

    /// The address of the database behind the server that the browser tests look at.
    public static String urlOfThePages() {
        return url(TestServer.OF_THE_PAGES);
    }

    /// The address of a database in which nobody enters anything but the tests of setting up a clinic.
    public static String urlOfAnEmptyClinic() {
        return url(TestServer.OF_AN_EMPTY_CLINIC);
    }

    /// The address, by way of that port of this machine, of the database of the tests that listen.
    public static String urlOfTheWire(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + TestServer.OF_THE_WIRE + "?sslmode=disable";
    }

    /// Where PostgreSQL itself is.
    public static int port() {
        return Integer.getInteger(TestServer.PORT);
    }

    private static Database open(String name) {
        return new Database(source(name));
    }

    private static DataSource source(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(name));
        source.setUser("postgres");
        return source;
    }

    static void clone(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + TestServer.TEMPLATE);
        }
    }

    static String url(String name) {
        return "jdbc:postgresql://localhost:" + System.getProperty(TestServer.PORT) + "/" + name;
    }
}
