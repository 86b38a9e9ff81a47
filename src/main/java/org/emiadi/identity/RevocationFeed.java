package org.emiadi.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.emiadi.platform.Database;
import org.emiadi.platform.Faults;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the [Revocations] of this node current: reads them again whenever PostgreSQL tells that a node has added
/// some, after every lost connection, and every few seconds in any case (behind a pooler no notification arrives).
public final class RevocationFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationFeed.class);
    private static final Duration IN_ANY_CASE = Duration.ofSeconds(5);
    private static final Duration BEFORE_RECONNECT = Duration.ofMillis(500);

    private final DataSource source;
    private final Database database;
    private final Revocations revocations;
    private final Thread listener = Thread.ofVirtual().name("revocations").unstarted(this::run);
    private volatile boolean closed;

    public RevocationFeed(DataSource source, Database database, Revocations revocations) {
        this.source = source;
        this.database = database;
        this.revocations = revocations;
    }

    /// Reads once, then keeps listening in the background.
    public void start() {
        revocations.read(database);
        listener.start();
    }

    private void run() {
        while (!closed) {
            try {
                listen();
            } catch (SQLException | RuntimeException lost) {
                if (!closed) {
                    LOG.warn("Cannot hear of revoked tokens, trying again: {}", Faults.rootKind(lost));
                    pause();
                }
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("listen " + Revocations.CHANNEL);
            try {
                while (!closed) {
                    revocations.read(database);
                    connection.unwrap(PGConnection.class).getNotifications((int) IN_ANY_CASE.toMillis());
                }
            } finally {
                statement.execute("unlisten *");
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BEFORE_RECONNECT);
        } catch (InterruptedException stopping) {
            closed = true;
        }
    }

    /// Wakes the listener, so that it gives its connection back in peace.
    @Override
    public void close() {
        closed = true;
        try {
            database.write(tx -> {
                Revocations.tellOthers(tx);
                return tx;
            });
            listener.join(BEFORE_RECONNECT);
        } catch (RuntimeException databaseIsGone) {
            LOG.debug("Stopped listening without a database");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
