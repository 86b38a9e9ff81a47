package org.emiadi.platform;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// An open connection, in a transaction where it came from [Database#write].
/// Never kept beyond the call it was given to.
public final class Tx {
    private static final String INNER = "inner";

    private final Handle handle;

    Tx(Handle handle) {
        this.handle = handle;
    }

    public Query query(String sql) {
        return handle.createQuery(sql);
    }

    public Update update(String sql) {
        return handle.createUpdate(sql);
    }

    /// Runs `commands` so that a refusal by the database undoes only them, not the whole transaction.
    public <T> T savepoint(Supplier<T> commands) {
        return savepoint(commands, result -> true);
    }

    /// Runs `commands`, and undoes them where they throw or where their result is not to be kept.
    public <T> T savepoint(Supplier<T> commands, Predicate<T> keep) {
        handle.savepoint(INNER);
        try {
            T result = commands.get();
            if (keep.test(result)) {
                handle.releaseSavepoint(INNER);
            } else {
                handle.rollbackToSavepoint(INNER);
            }
            return result;
        } catch (RuntimeException refused) {
            handle.rollbackToSavepoint(INNER);
            throw refused;
        }
    }
}
