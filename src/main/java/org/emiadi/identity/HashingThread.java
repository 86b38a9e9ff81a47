package org.emiadi.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Where passwords are hashed: apart from the threads of requests, one at a time for every two processors, while a few
/// more wait. After each, its thread rests half as long as it has worked. Always true: however many want to sign in,
/// two
/// thirds of the processors are left for everybody else.
final class HashingThread {
    /// A surgery's morning; of more than that at once, the last would wait for longer than a person does.
    static final int LONGEST_QUEUE = 16;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final int WORK_TO_REST = 2;
    /// A computer that was asleep meanwhile has not worked.
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final ThreadPoolExecutor threads;

    HashingThread() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    HashingThread(int atOnce) {
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(LONGEST_QUEUE, true),
                Thread.ofPlatform().daemon().name("hashing-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    boolean isFull() {
        return threads.getQueue().remainingCapacity() == 0;
    }

    /// Empty where too many wait already, or it would take too long.
    <T> Optional<T> inTurn(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        try {
            threads.execute(() -> runAndRest(task));
            return await(task);
        } catch (RejectedExecutionException full) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> await(Future<T> result) {
        try {
            return Optional.of(result.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            result.cancel(false);
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            result.cancel(false);
            return Optional.empty();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a password could not be hashed", bug.getCause());
        }
    }

    // Who waits for the task has its result before the rest begins.
    private static void runAndRest(Runnable task) {
        long begun = System.nanoTime();
        task.run();
        long rest = (System.nanoTime() - begun) / WORK_TO_REST;
        try {
            Thread.sleep(Duration.ofNanos(Math.min(rest, LONGEST_REST.toNanos())));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
