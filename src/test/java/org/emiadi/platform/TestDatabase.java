package org.emiadi.platform;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// Migrated databases for tests: each a clone that no other test has, or not any more.
public final class TestDatabase {
    private static final String USER = "postgres";
    private static final String FRESH = "test_";

    /// By the name of the database. To connect anew for each transaction took more time than the tests themselves.
    private static final Map<String, AgroalDataSource> POOLS = new ConcurrentHashMap<>();

    /// Those that tests have now.
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();
    /// Those that tests had, as new again.
    private static final Deque<String> AS_NEW = new ConcurrentLinkedDeque<>();

    private static final int CONNECTIONS = 100;
    private static final Duration IDLE = Duration.ofSeconds(2);
    /// To make one as new that was filled with much takes longer than another clone.
    private static final Duration WORTH_IT = Duration.ofMillis(100);

    private static @Nullable UsedDatabase used;

    private TestDatabase() {}

    /// A database and where its connections come from.
    public record Named(Database database, DataSource source) {}

    /// A database that no other test sees.
    public static Database fresh() {
        return named().database();
    }

    /// The same by one connection, which whoever comes next gets again.
    public static Database byOneConnection() {
        String name = cloned();
        TAKEN.add(name);
        POOLS.put(name, pool(name, 1));
        return open(name);
    }

    /// A fresh one, for tests that need connections of their own.
    public static Named named() {
        String asNew = AS_NEW.poll();
        String name = asNew == null ? cloned() : asNew;
        TAKEN.add(name);
        return new Named(open(name), source(name));
    }

    private static String cloned() {
        String name = FRESH + UUID.randomUUID().toString().replace('-', '_');
        try {
            clone(name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return name;
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
        return new Database(connections(name));
    }

    private static DataSource connections(String name) {
        return POOLS.computeIfAbsent(name, each -> pool(each, CONNECTIONS));
    }

    private static AgroalDataSource pool(String name, int connections) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(of -> of.maxSize(connections)
                            .reapTimeout(IDLE)
                            .connectionFactoryConfiguration(
                                    to -> to.jdbcUrl(url(name)).principal(new NamePrincipal(USER)))));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static DataSource source(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(name));
        source.setUser(USER);
        return source;
    }

    static void clone(String name) throws SQLException {
        // Its files are copied, which is three times as quick as page by page.
        command("create database " + name + " template " + TestServer.TEMPLATE + " strategy file_copy");
    }

    /// The names of the databases that tests have now.
    static Set<String> taken() {
        return Set.copyOf(TAKEN);
    }

    /// For another test, or away with it.
    static synchronized void giveBack(String name) throws SQLException {
        var pool = Objects.requireNonNull(POOLS.get(name), name);
        TAKEN.remove(name);
        if (isAsNew(pool)) {
            AS_NEW.push(name);
        } else {
            POOLS.remove(name);
            pool.close();
            command("drop database " + name + " with (force)");
        }
    }

    private static boolean isAsNew(AgroalDataSource pool) throws SQLException {
        if (pool.getConfiguration().connectionPoolConfiguration().maxSize() < CONNECTIONS) {
            return false;
        }
        var start = System.nanoTime();
        try (var connection = pool.getConnection()) {
            return used().makeNew(connection) && System.nanoTime() - start < WORTH_IT.toNanos();
        }
    }

    private static UsedDatabase used() throws SQLException {
        var known = used;
        if (known == null) {
            try (var template = source(TestServer.TEMPLATE).getConnection()) {
                known = new UsedDatabase(template);
            }
            used = known;
        }
        return known;
    }

    private static void command(String sql) throws SQLException {
        try (var connection = connections("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String url(String name) {
        return "jdbc:postgresql://localhost:" + System.getProperty(TestServer.PORT) + "/" + name;
    }
}
