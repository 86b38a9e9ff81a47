package org.emiadi.platform;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/// The one way to PostgreSQL. What happens inside [#write] happens wholly or not at all.
public final class Database {
    private final Jdbi jdbi;

    public Database(DataSource source) {
        this.jdbi = Jdbi.create(source);
        // A query that a program repeats is parsed once.
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
    }

    /// One question, or several that need not agree with each other. Nothing may be changed.
    public <T> T read(Function<Tx, T> questions) {
        try (Handle handle = jdbi.open()) {
            return questions.apply(new Tx(handle));
        }
    }

    /// One transaction: committed when `commands` returns, rolled back when it throws.
    public <T> T write(Function<Tx, T> commands) {
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(open -> commands.apply(new Tx(open)));
        }
    }
}
