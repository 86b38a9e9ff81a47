package org.emiadi.platform;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// An open connection, in a transaction where it came from [Database#write].
/// Never kept beyond the call it was given to.
public final class Tx {
    private final Handle handle;
    private int depth;

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

    /// Runs `commands`, and undoes them where they throw or where their result is not to be kept. They may have
    /// savepoints of their own.
    public <T> T savepoint(Supplier<T> commands, Predicate<T> keep) {
        String name = "inner_" + ++depth;
        handle.execute("savepoint " + name);
        try {
            T result = commands.get();
            if (!keep.test(result)) {
                undo(name);
            }
            handle.execute("release savepoint " + name);
            return result;
        } catch (RuntimeException refused) {
            undo(name);
            handle.execute("release savepoint " + name);
            throw refused;
        } finally {
            depth--;
        }
    }

    // It stays open afterwards, and everything that follows would be inside of it.
    private void undo(String name) {
        handle.execute("rollback to savepoint " + name);
    }
}
