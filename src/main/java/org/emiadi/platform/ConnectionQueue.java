package org.emiadi.platform;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionException;

/// Hands the connections to the database round, first come, first served. Always true: there are never more turns than
/// connections, and each turn that ends is the next one's.
///
/// The pool could let them wait as well, but looks at the clock for each: Java wakes a thread of the system for every
/// virtual one that waits until a time, and again to forget it. Here one look at the clock is for all who wait.
final class ConnectionQueue {
    /// How often the clock is looked at while a patience lasts. Somebody may wait for as much longer as lies between.
    private static final int LOOKS = 5;

    private final Duration patience;
    private final Turn turn = this::pass;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int free;
    private boolean watched;

    private record Waiting(CompletableFuture<Boolean> turn, long since) {}

    /// @param connections turns at once
    /// @param patience    how long anybody waits for one
    ConnectionQueue(int connections, Duration patience) {
        this.free = connections;
        this.patience = patience;
    }

    /// A turn, to be closed when the connection is given back.
    ///
    /// @throws ConnectionException where none came in time
    Turn turn() {
        CompletableFuture<Boolean> next;
        synchronized (this) {
            if (free > 0) {
                free--;
                return turn;
            }
            next = new CompletableFuture<>();
            waiting.addLast(new Waiting(next, System.nanoTime()));
            watch();
        }
        if (!next.join()) {
            throw new ConnectionException(
                    new SQLTransientConnectionException("no connection came free within " + patience));
        }
        return turn;
    }

    /// Whose turn it is.
    @FunctionalInterface
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private void pass() {
        Waiting next;
        synchronized (this) {
            next = waiting.pollFirst();
            if (next == null) {
                free++;
                return;
            }
        }
        next.turn().complete(true);
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
        for (Waiting tooLong : overdue()) {
            tooLong.turn().complete(false);
        }
    }

    private synchronized List<Waiting> overdue() {
        var overdue = new ArrayList<Waiting>();
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
