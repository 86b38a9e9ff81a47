package org.emiadi.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;

/// A PostgreSQL that runs without us: waits until it takes connections, and refuses one that is too old.
public final class GivenPostgres {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int OLDEST = 15;
    private static final int VERSION_UNIT = 10_000;
    private static final String CONNECT_SECONDS = "5";

    private GivenPostgres() {}

    /// Returns when the database can be used. A wrong password will not get right by waiting, so it is said at once.
    public static void await(DatabaseAddress address, Duration patience, Consumer<String> progress) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                check(address);
                return;
            } catch (SQLException failure) {
                refuseWhatStays(address, failure);
                var left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.compareTo(PAUSE) < 0) {
                    throw unreachable(address, failure);
                }
                progress.accept("Waiting for the database at " + address.place() + " (" + reason(failure) + "), up to "
                        + left.toSeconds() + " seconds more");
                pause();
            }
        }
    }

    public static boolean answers(DatabaseAddress address) {
        try (var connection = connect(address)) {
            return connection.isValid(1);
        } catch (SQLException no) {
            return false;
        }
    }

    private static void check(DatabaseAddress address) throws SQLException {
        try (var connection = connect(address);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('server_version_num')::int,"
                        + " current_setting('server_encoding'), pg_is_in_recovery()")) {
            row.next();
            if (row.getInt(1) / VERSION_UNIT < OLDEST) {
                throw new CannotStart("The database at " + address.place() + " is PostgreSQL "
                        + row.getInt(1) / VERSION_UNIT + "; e-miadi needs 15 or later.");
            }
            if (!row.getString(2).equals("UTF8")) {
                throw new CannotStart("The database at " + address.place() + " has the encoding " + row.getString(2)
                        + "; e-miadi needs UTF8.");
            }
            if (row.getBoolean(3)) {
                throw new SQLException("this server is a standby and takes no changes");
            }
        }
    }

    static Connection connect(DatabaseAddress address) throws SQLException {
        var login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        // What the address itself says wins over these.
        login.setProperty("connectTimeout", CONNECT_SECONDS);
        login.setProperty("socketTimeout", CONNECT_SECONDS);
        return DriverManager.getConnection(address.jdbcUrl(), login);
    }

    private static void refuseWhatStays(DatabaseAddress address, SQLException failure) {
        var advice = switch (String.valueOf(failure.getSQLState())) {
            case "28P01", "28000" ->
                "refuses the user " + address.user() + "; check user and password in DATABASE_URL, and pg_hba.conf";
            case "3D000" -> "has no such database; create it, or correct DATABASE_URL";
            case "42501" -> "does not let the user " + address.user() + " connect to the database";
            default -> "";
        };
        if (!advice.isEmpty()) {
            throw new CannotStart("The database server at " + address.place() + " " + advice + ".", failure);
        }
    }

    private static CannotStart unreachable(DatabaseAddress address, SQLException failure) {
        return new CannotStart(
                "The database at " + address.place() + " cannot be reached (" + reason(failure)
                        + "). Check that PostgreSQL runs there and listens on this address, that the firewall lets the"
                        + " port through, and that DATABASE_URL is right.",
                failure);
    }

    /// The first sentence of the driver, whose advice belongs to programmers.
    private static String reason(SQLException failure) {
        var message = String.valueOf(failure.getMessage()).replaceFirst("(?s)\\.\\s.*$", "");
        var cause = failure.getCause();
        return message.startsWith("The connection attempt failed") && cause != null
                ? cause.getClass().getSimpleName() + ": " + cause.getMessage()
                : message;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", interrupted);
        }
    }
}
