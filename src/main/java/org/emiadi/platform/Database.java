package org.emiadi.platform;

import java.time.Duration;
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
    /// JDBI cuts off what is longer, and fails where there is no room for what it writes instead.
    private static final int NOTHING_OF_VALUES = "{…}".length();

    private final Jdbi jdbi;
    private final ConnectionQueue<Handle> queue;

    /// By connections of which there are as many as anybody asks for.
    public Database(DataSource source) {
        this(source, Integer.MAX_VALUE, Duration.ZERO);
    }

    /// By so many connections at once.
    ///
    /// @param patience how long anybody waits for one, and a fifth of it more at most
    public Database(DataSource source, int connections, Duration patience) {
        this.jdbi = Jdbi.create(source);
        this.queue = new ConnectionQueue<>(jdbi::open, Handle::close, connections, patience);
        jdbi.registerArgument(new TimeArguments());
        // Bound values are people's data, and messages of exceptions end in logs, events of Java in recordings.
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false).setJfrParamMaxLength(NOTHING_OF_VALUES);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /// One question, or several that need not agree with each other. Nothing may be changed.
    public <T> T read(Function<Tx, T> questions) {
        try (var turn = queue.turn()) {
            var tx = Tx.withoutTransaction(turn.connection());
            T answer = questions.apply(tx);
            tx.end();
            turn.leaveAsGoodAsNew();
            return answer;
        }
    }

    /// One transaction: committed when `commands` returns, rolled back when it throws. Where PostgreSQL ends it for
    /// the sake of a rival (a deadlock), or because a [Tx#promise] could not be kept, it is run again: `commands`
    /// must do nothing outside the database.
    public <T> T write(Function<Tx, T> commands) {
        boolean mayPromise = true;
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction(commands, mayPromise);
            } catch (RuntimeException failure) {
                boolean broken = mayPromise && (failure instanceof Tx.BrokenPromise || Faults.isBrokenPromise(failure));
                if (!broken && (attempt == ATTEMPTS || !Faults.isLostToARival(failure))) {
                    throw failure;
                }
                mayPromise &= !broken;
            }
        }
    }

    private <T> T transaction(Function<Tx, T> commands, boolean mayPromise) {
        try (var turn = queue.turn()) {
            var tx = Tx.inTransaction(turn.connection(), mayPromise);
            try {
                T result = commands.apply(tx);
                tx.commit();
                turn.leaveAsGoodAsNew();
                return result;
            } catch (RuntimeException | Error failure) {
                tx.rollBack(failure);
                throw failure;
            }
        }
    }
}
