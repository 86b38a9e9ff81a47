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
    private final boolean inTransaction;
    private final boolean mayPromise;
    private final Unsent promises;
    private final Unsent parting;
    private int depth;
    /// Whether a transaction was begun of which the driver does not know.
    private boolean mayBeOpen;

    private Tx(Handle handle, boolean inTransaction, boolean mayPromise) {
        this.handle = handle;
        this.inTransaction = inTransaction;
        this.mayPromise = mayPromise;
        this.promises = new Unsent(handle);
        this.parting = new Unsent(handle);
    }

    static Tx withoutTransaction(Handle handle) {
        return new Tx(handle, false, false);
    }

    /// The transaction begins with the first statement that has to be in it.
    static Tx inTransaction(Handle handle, boolean mayPromise) {
        return new Tx(handle, true, mayPromise);
    }

    public Query query(String sql) {
        begin();
        promises.send();
        return handle.createQuery(sql);
    }

    public Update update(String sql) {
        begin();
        promises.send();
        return handle.createUpdate(sql);
    }

    /// A question that locks nothing and changes nothing. Where it is the first one, it is answered before the
    /// transaction begins, which saves a round trip: each statement sees the state of its own moment anyhow.
    public Query ask(String sql) {
        return promises.size() > 0 ? query(sql) : handle.createQuery(sql);
    }

    private void begin() {
        if (inTransaction && !handle.isInTransaction()) {
            handle.begin();
        }
    }

    /// A change that is sent together with the commit, which saves a round trip. The other statements of the
    /// transaction do not see what it does.
    public void atCommit(String sql, Values values) {
        parting.add(sql, values);
    }

    /// Whether [#promise] can be used. It cannot inside a savepoint, and not when a promise was broken before.
    public boolean mayPromise() {
        return mayPromise && depth == 0;
    }

    /// A change whose outcome is taken for granted. It is sent at the latest with the commit: before the next
    /// statement, if there is one. Where it does not come out as promised, PostgreSQL must refuse it, by the
    /// function `insist` of the schema; the commands then run again, and have to wait for each answer.
    public void promise(String sql, Values values) {
        if (!mayPromise()) {
            throw new IllegalStateException("nothing can be promised here");
        }
        promises.add(sql, values);
    }

    /// To be thrown by whoever has promised something, and now cannot go on without knowing how it comes out.
    ///
    /// @param cause why not
    public RuntimeException carefully(RuntimeException cause) {
        return mayPromise ? new BrokenPromise(cause) : cause;
    }

    /// The commands are run again, and nothing can be promised then.
    static final class BrokenPromise extends RuntimeException {
        BrokenPromise(RuntimeException cause) {
            super(cause);
        }
    }

    void commit() {
        promises.takeFrom(parting);
        if (handle.isInTransaction()) {
            promises.sendAndCommit();
            handle.commit();
        } else {
            mayBeOpen = promises.size() > 1;
            promises.sendAsTransaction();
        }
    }

    /// @param cause is told of whatever goes wrong meanwhile
    void rollBack(Throwable cause) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            } else if (mayBeOpen) {
                handle.execute("rollback");
            }
        } catch (RuntimeException second) {
            cause.addSuppressed(second);
        }
    }

    /// Where there is nothing to commit, nothing may be left to be sent either.
    void end() {
        if (promises.size() + parting.size() > 0) {
            throw new IllegalStateException("a change was made where nothing may be changed");
        }
    }

    /// Runs `commands` so that a refusal by the database undoes only them, not the whole transaction.
    public <T> T savepoint(Supplier<T> commands) {
        return savepoint(commands, result -> true);
    }

    /// Runs `commands`, and undoes them where they throw or where their result is not to be kept. They may have
    /// savepoints of their own.
    public <T> T savepoint(Supplier<T> commands, Predicate<T> keep) {
        begin();
        promises.send();
        String name = "inner_" + ++depth;
        int before = parting.size();
        handle.execute("savepoint " + name);
        try {
            T result = commands.get();
            if (!keep.test(result)) {
                undo(name, before);
            }
            handle.execute("release savepoint " + name);
            return result;
        } catch (RuntimeException refused) {
            undo(name, before);
            handle.execute("release savepoint " + name);
            throw refused;
        } finally {
            depth--;
        }
    }

    // It stays open afterwards, and everything that follows would be inside of it.
    private void undo(String name, int before) {
        parting.forgetAfter(before);
        handle.execute("rollback to savepoint " + name);
    }
}
