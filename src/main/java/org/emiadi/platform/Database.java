package org.emiadi.platform;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/// The one way to PostgreSQL. What happens inside [#write] happens wholly or not at all.
public final class Database {
    private static final int ATTEMPTS = 4;
    /// A request that takes longer is given up; it would only keep others waiting.
    private static final int LONGEST_STATEMENT_SECONDS = 30;

    private final Jdbi jdbi;

    public Database(DataSource source) {
        this.jdbi = Jdbi.create(source);
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false).setQueryTimeout(LONGEST_STATEMENT_SECONDS);
        // Bound values are people's data, and messages of exceptions end in logs.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /// One question, or several that need not agree with each other. Nothing may be changed.
    public <T> T read(Function<Tx, T> questions) {
        try (Handle handle = jdbi.open()) {
            return questions.apply(new Tx(handle));
        }
    }

    /// One transaction: committed when `commands` returns, rolled back when it throws. Where PostgreSQL ends it for the
    /// sake of a rival (a deadlock), it is run again: `commands` must do nothing outside the database.
    public <T> T write(Function<Tx, T> commands) {
        for (int attempt = 1; ; attempt++) {
            try (Handle handle = jdbi.open()) {
                return handle.inTransaction(open -> commands.apply(new Tx(open)));
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !Faults.isLostToARival(failure)) {
                    throw failure;
                }
            }
        }
    }
}
