package org.emiadi.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Rivals that are let go at the same moment, each a thread of its own.
public final class Race {
    private Race() {}

    /// What came of each rival, in the order of their numbers, which count from 0.
    public static <T> List<T> race(int rivals, IntFunction<Callable<T>> rival) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(rivals)) {
            var running = IntStream.range(0, rivals)
                    .mapToObj(rival)
                    .map(command -> threads.submit(() -> {
                        start.await();
                        return command.call();
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    /// Goes on as soon as one who is at it waits for what somebody else has locked, or has come to an end without.
    public static void untilItWaits(Database database, Future<?> work) {
        while (!work.isDone() && waitingForALock(database) == 0) {
            Thread.onSpinWait();
        }
    }

    private static int waitingForALock(Database database) {
        return database.<Integer>read(tx -> tx.query("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'
                        """).mapTo(Integer.class).one());
    }
}
