package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashingThreadTest {
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int MOST = AT_ONCE + HashingThread.LONGEST_QUEUE;

    private static final long WORK_NANOS = 100_000_000;

    private final HashingThread thread = new HashingThread();
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void half_of_the_processors_work_and_a_short_queue_waits_and_the_rest_is_told_at_once() throws Exception {
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var accepted = fill(callers, () -> most.accumulateAndGet(working.incrementAndGet(), Math::max));

            assertThat(thread.isFull()).isTrue();
            assertThat(thread.inTurn(() -> "one more")).isEmpty();

            mayEnd.countDown();
            for (var each : accepted) {
                assertThat(each.get()).isPresent();
            }
        }
        assertThat(most).hasValueLessThanOrEqualTo(MOST).hasPositiveValue();
        assertThat(thread.isFull()).isFalse();
        assertThat(thread.inTurn(() -> "as ever")).contains("as ever");
    }

    @Test
    void a_thread_that_has_worked_rests_half_as_long() throws Exception {
        var alone = new HashingThread(1);
        var ended = new AtomicLong(System.nanoTime() - WORK_NANOS);
        var rests = new ConcurrentLinkedQueue<Long>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 3)
                    .mapToObj(n -> callers.submit(() -> alone.inTurn(() -> {
                        rests.add(System.nanoTime() - ended.get());
                        for (long begun = System.nanoTime(); System.nanoTime() - begun < WORK_NANOS; ) {
                            Thread.onSpinWait();
                        }
                        ended.set(System.nanoTime());
                        return n;
                    })))
                    .toList();
            for (var each : work) {
                assertThat(each.get()).isPresent();
            }
        }
        assertThat(rests).hasSize(3).allMatch(rest -> rest >= WORK_NANOS / 2);
    }

    @Test
    void where_there_is_no_room_everybody_is_refused_alike_and_nothing_is_looked_up() {
        var database = TestDatabase.fresh();
        var clock = TestClock.mondayMorning();
        var node = new TestIdentity(database, clock);
        var known = node.user(Role.ADMIN, null);
        var signIn = new SignIn(
                database,
                new PasswordHashing(thread),
                node.sessions,
                new SignInThrottle(clock),
                node.revocations,
                new AuditLog(clock),
                clock);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            fill(callers, () -> {});
            for (String name : List.of(known.username(), "nobody-of-that-name")) {
                assertThatThrownBy(() -> signIn.signIn(
                                TestIdentity.from("10.1.2.3"), name, new Password(TestIdentity.PASSWORD), false))
                        .isInstanceOfSatisfying(ProblemException.class, HashingThreadTest::saysWhenToComeBack);
            }
            mayEnd.countDown();
        }
        assertThat(signIn.signIn(
                        TestIdentity.from("10.1.2.3"), known.username(), new Password(TestIdentity.PASSWORD), false))
                .isInstanceOf(SignInOutcome.Done.class);
    }

    private static void saysWhenToComeBack(ProblemException refusal) {
        Problem problem = refusal.problem();
        assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(problem.members()).containsEntry("retry_after", 5);
    }

    /// Returns when there is no room any more.
    private List<Future<Optional<Boolean>>> fill(ExecutorService callers, Runnable work) {
        var all = IntStream.range(0, MOST)
                .mapToObj(i -> callers.submit(() -> thread.inTurn(() -> {
                    work.run();
                    return ended();
                })))
                .toList();
        while (!thread.isFull()) {
            Thread.onSpinWait();
        }
        return all;
    }

    private boolean ended() {
        try {
            return mayEnd.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
