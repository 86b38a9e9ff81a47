package org.emiadi.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;

/// Argon2id with the parameters that OWASP asks for, and never more of it at once than there are processors: each run
/// takes 19 MiB and some tens of milliseconds on purpose.
public final class PasswordHashing {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Argon2Function argon2 =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);
    private final LongAdder runs = new LongAdder();
    private final String nobodysHash = hash(UUID.randomUUID().toString());

    /// A new hash with a salt of its own, in PHC form.
    public String hash(String secret) {
        return inTurn(() -> com.password4j.Password.hash(secret)
                .addRandomSalt(16)
                .with(argon2)
                .getResult());
    }

    /// Whether `hash` is one of `secret`.
    public boolean matches(String secret, String hash) {
        return inTurn(() -> com.password4j.Password.check(secret, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /// Does the work of [#matches] where there is no hash to compare with, so that the time tells nothing. The hash is
    /// of
    /// a random secret of 122 bits that nobody knows, so the answer is no.
    public boolean matchesNobody(String secret) {
        return matches(secret, nobodysHash);
    }

    /// Whether `hash` was made with weaker parameters than those of today.
    public boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(argon2);
    }

    /// How often the work was done, for tests that compare it.
    long runs() {
        return runs.sum();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            runs.increment();
            return work.get();
        } finally {
            places.release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.of(ProblemType.UNAVAILABLE).with("retry_after", RETRY_AFTER_SECONDS));
    }
}
