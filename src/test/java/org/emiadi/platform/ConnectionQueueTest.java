package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

class ConnectionQueueTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void there_are_never_more_turns_than_connections_and_everybody_has_one() throws InterruptedException {
        var pool = new Pool();
        var queue = pool.queue(3, LONG);
        var held = ConcurrentHashMap.<Integer>newKeySet();
        var shared = new AtomicInteger();
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                threads.execute(() -> {
                    try (var turn = queue.turn()) {
                        if (!held.add(turn.connection())) {
                            shared.incrementAndGet();
                        }
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(1_000);
                        now.decrementAndGet();
                        served.incrementAndGet();
                        held.remove(turn.connection());
                        turn.leaveAsGoodAsNew();
                    }
                });
            }
        }

        assertThat(served).hasValue(2_000);
        assertThat(most.get()).isBetween(1, 3);
        assertThat(shared).as("connections of two turns at once").hasValue(0);
        assertThat(pool.out).as("connections not given back").hasValue(0);
        for (int i = 0; i < 3; i++) {
            queue.turn();
        }
    }

    @Test
    void who_came_first_is_served_first() throws InterruptedException {
        var queue = new Pool().queue(1, LONG);
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
    void who_waits_is_handed_the_connection_of_the_turn_before() throws InterruptedException {
        assertThat(twoTurns(ConnectionQueue.Turn::leaveAsGoodAsNew)).containsExactly("open 1", "use 1", "back 1");
    }

    @Test
    void a_connection_that_is_not_as_good_as_new_is_given_back_before_the_next_turn() throws InterruptedException {
        assertThat(twoTurns(turn -> {})).containsExactly("open 1", "back 1", "open 2", "use 2", "back 2");
    }

    /// What happens to the connections where one waits for the end of another's turn.
    private static List<String> twoTurns(Consumer<ConnectionQueue<Integer>.Turn> end) throws InterruptedException {
        var pool = new Pool();
        var queue = pool.queue(1, LONG);
        Thread next;
        try (var turn = queue.turn()) {
            turn.connection();
            next = Thread.ofVirtual().start(() -> use(queue, pool));
            awaitWaiting(next);
            end.accept(turn);
        }
        next.join();
        return pool.happened;
    }

    @Test
    void a_turn_without_a_connection_is_the_next_ones_all_the_same() {
        var queue = new ConnectionQueue<>(
                () -> {
                    throw new IllegalStateException("the database is gone");
                },
                connection -> {},
                1,
                LONG);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> {
                        try (var turn = queue.turn()) {
                            turn.connection();
                        }
                    })
                    .hasMessage("the database is gone");
        }
    }

    @Test
    void who_has_waited_too_long_is_sent_away_and_the_turn_is_the_next_ones() throws InterruptedException {
        var queue = new Pool().queue(1, Duration.ofMillis(200));
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

    private static void use(ConnectionQueue<Integer> queue, Pool pool) {
        try (var turn = queue.turn()) {
            pool.happened.add("use " + turn.connection());
        }
    }

    /// Connections by their numbers, and what became of them.
    private static final class Pool {
        private final List<String> happened = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger last = new AtomicInteger();
        private final AtomicInteger out = new AtomicInteger();

        ConnectionQueue<Integer> queue(int connections, Duration patience) {
            return new ConnectionQueue<>(this::open, this::giveBack, connections, patience);
        }

        int open() {
            int number = last.incrementAndGet();
            out.incrementAndGet();
            happened.add("open " + number);
            return number;
        }

        void giveBack(int number) {
            out.decrementAndGet();
            happened.add("back " + number);
        }
    }

    private static void expectNone(ConnectionQueue<Integer> queue, CountDownLatch sentAway) {
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
