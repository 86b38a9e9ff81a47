package org.emiadi.platform;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;

/// Tells faults that pass by themselves from bugs.
public final class Faults {
    private Faults() {}

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    /// Raised by the function `insist` of the schema.
    private static final String BROKEN_PROMISE = "EM001";

    /// Whether the same request may well succeed in a moment: the database is out of reach, restarting, full or busy.
    public static boolean isPassing(Throwable failure) {
        return anyCause(failure, Faults::isPassing);
    }

    /// Whether PostgreSQL ended the transaction for the sake of another one.
    public static boolean isLostToARival(Throwable failure) {
        return anyCause(failure, sql -> isLostToARival(sql.getSQLState()));
    }

    /// Whether something did not come out as [Tx#promise] had it.
    static boolean isBrokenPromise(Throwable failure) {
        return anyCause(failure, sql -> BROKEN_PROMISE.equals(sql.getSQLState()));
    }

    private static boolean anyCause(Throwable failure, Predicate<SQLException> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && test.test(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLostToARival(@Nullable String state) {
        return SERIALIZATION_FAILURE.equals(state) || DEADLOCK.equals(state);
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        // No state at all: the pool could not give a connection in time.
        return state == null
                || failure instanceof SQLTransientException
                || PSQLState.isConnectionError(state)
                || isLostToARival(state)
                || state.startsWith("08") // connection exceptions
                || state.startsWith("53") // insufficient resources: full disk, too many connections
                || state.startsWith("57P0") // shut down, crashed, cannot connect now
                || state.equals("57014") // statement time-out
                || state.equals("55P03") // lock time-out
                || state.equals("25006"); // read-only: a standby, in the moment of a failover
    }

    /// The kind of the innermost cause. Its message is left out: it may carry the values of a statement.
    public static String rootKind(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}
