package org.emiadi.platform;

import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// An open connection, in a transaction where it came from [Database#write].
/// Never kept beyond the call it was given to.
public final class Tx {
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
    public <T extends @Nullable Object> T savepoint(Supplier<T> commands) {
        handle.savepoint("inner");
        try {
            T result = commands.get();
            handle.releaseSavepoint("inner");
            return result;
        } catch (RuntimeException refused) {
            handle.rollbackToSavepoint("inner");
            throw refused;
        }
    }
}
