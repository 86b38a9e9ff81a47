package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

class ConnectionQueueTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void there_are_never_more_turns_than_connections_and_everybody_has_one() throws InterruptedException {
        var queue = new ConnectionQueue(3, LONG);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                threads.execute(() -> {
                    try (var _ = queue.turn()) {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(1_000);
                        now.decrementAndGet();
                        served.incrementAndGet();
                    }
                });
            }
        }

        assertThat(served).hasValue(2_000);
        assertThat(most.get()).isBetween(1, 3);
        for (int i = 0; i < 3; i++) {
            queue.turn();
        }
    }

    @Test
    void who_came_first_is_served_first() throws InterruptedException {
        var queue = new ConnectionQueue(1, LONG);
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        var threads = new ArrayList<Thread>();
        try (var _ = queue.turn()) {
            for (int i = 0; i < 10; i++) {
                int number = i;
                var thread = Thread.ofPlatform().start(() -> {
                    try (var _ = queue.turn()) {
                        order.add(number);
                    }
                });
                awaitWaiting(thread);
                threads.add(thread);
            }
            assertThat(order).isEmpty();
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(order).isEqualTo(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void who_has_waited_too_long_is_sent_away_and_the_turn_is_the_next_ones() throws InterruptedException {
        var queue = new ConnectionQueue(1, Duration.ofMillis(200));
        var sentAway = new CountDownLatch(2);
        var turn = queue.turn();
        var threads = List.of(
                Thread.ofVirtual().start(() -> expectNone(queue, sentAway)),
                Thread.ofVirtual().start(() -> expectNone(queue, sentAway)));

        sentAway.await();
        turn.close();
        for (var thread : threads) {
            thread.join();
        }

        try (var next = queue.turn()) {
            assertThat(next).isNotNull();
            assertThatThrownBy(queue::turn)
                    .isInstanceOf(ConnectionException.class)
                    .satisfies(failure -> assertThat(Faults.isPassing(failure)).isTrue());
        }
    }

    private static void expectNone(ConnectionQueue queue, CountDownLatch sentAway) {
        try (var _ = queue.turn()) {
            throw new AssertionError("the only turn is taken");
        } catch (ConnectionException none) {
            sentAway.countDown();
        }
    }

    private static void awaitWaiting(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }
}
