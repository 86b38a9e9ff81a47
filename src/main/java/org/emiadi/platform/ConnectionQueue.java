package org.emiadi.platform;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/// Hands the connections to the database round, first come, first served. Always true: there are never more turns than
/// connections, and each turn that ends is the next one's, with its connection where that is as good as new.
///
/// The pool could let them wait as well, but looks at the clock for each: Java wakes a thread of the system for every
/// virtual one that waits until a time, and again to forget it. Here one look at the clock is for all who wait.
///
/// @param <C> an open connection
final class ConnectionQueue<C> {
    /// How often the clock is looked at while a patience lasts. Somebody may wait for as much longer as lies between.
    private static final int LOOKS = 5;

    private final Supplier<C> open;
    private final Consumer<C> giveBack;
    private final Duration patience;
    private final Deque<Waiting<C>> waiting = new ArrayDeque<>();
    private int free;
    private boolean watched;

    private record Waiting<C>(CompletableFuture<Call<C>> call, long since) {}

    /// What somebody who waits is told.
    private sealed interface Call<C> {
        /// It is their turn.
        ///
        /// @param connection of the turn before, as good as new; null where it was given back
        record Next<C>(@Nullable C connection) implements Call<C> {}

        /// They have waited for too long.
        record TooLong<C>() implements Call<C> {}
    }

    /// @param open        takes a connection from the pool
    /// @param giveBack    to the pool
    /// @param connections turns at once
    /// @param patience    how long anybody waits for one
    ConnectionQueue(Supplier<C> open, Consumer<C> giveBack, int connections, Duration patience) {
        this.open = open;
        this.giveBack = giveBack;
        this.free = connections;
        this.patience = patience;
    }

    /// A turn, to be closed when it is over.
    ///
    /// @throws ConnectionException where none came in time
    Turn turn() {
        CompletableFuture<Call<C>> call;
        synchronized (this) {
            if (free > 0) {
                free--;
                return new Turn(null);
            }
            call = new CompletableFuture<>();
            waiting.addLast(new Waiting<>(call, System.nanoTime()));
            watch();
        }
        return switch (call.join()) {
            case Call.Next<C>(var connection) -> new Turn(connection);
            case Call.TooLong<C>() ->
                throw new ConnectionException(
                        new SQLTransientConnectionException("no connection came free within " + patience));
        };
    }

    /// Somebody's turn, for one thread.
    final class Turn implements AutoCloseable {
        private @Nullable C connection;
        private boolean isAsGoodAsNew;

        private Turn(@Nullable C connection) {
            this.connection = connection;
        }

        C connection() {
            if (connection == null) {
                connection = open.get();
            }
            return connection;
        }

        /// Whoever is next may have the connection: nothing that was done with it is left, and nothing failed.
        void leaveAsGoodAsNew() {
            isAsGoodAsNew = true;
        }

        @Override
        public void close() {
            if (connection != null && isAsGoodAsNew && handOn(connection)) {
                return;
            }
            try {
                if (connection != null) {
                    giveBack.accept(connection);
                }
            } finally {
                pass();
            }
        }
    }

    /// Whether anybody waits for it.
    private boolean handOn(C connection) {
        Waiting<C> next;
        synchronized (this) {
            next = waiting.pollFirst();
        }
        return next != null && next.call().complete(new Call.Next<>(connection));
    }

    private void pass() {
        Waiting<C> next;
        synchronized (this) {
            next = waiting.pollFirst();
            if (next == null) {
                free++;
                return;
            }
        }
        next.call().complete(new Call.Next<>(null));
    }

    // While anybody waits.
    private void watch() {
        if (!watched) {
            watched = true;
            CompletableFuture.delayedExecutor(patience.toNanos() / LOOKS, TimeUnit.NANOSECONDS)
                    .execute(this::sendAway);
        }
    }

    private void sendAway() {
        for (Waiting<C> tooLong : overdue()) {
            tooLong.call().complete(new Call.TooLong<>());
        }
    }

    private synchronized List<Waiting<C>> overdue() {
        var overdue = new ArrayList<Waiting<C>>();
        long now = System.nanoTime();
        while (!waiting.isEmpty() && now - waiting.getFirst().since() >= patience.toNanos()) {
            overdue.add(waiting.removeFirst());
        }
        watched = false;
        if (!waiting.isEmpty()) {
            watch();
        }
        return overdue;
    }
}
