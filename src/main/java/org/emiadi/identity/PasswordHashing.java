package org.emiadi.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;

/// Argon2id with the parameters that OWASP asks for: each run takes 19 MiB and some tens of milliseconds on purpose, in
/// the [HashingThread], so that a storm of sign-ins is not one for everybody else.
public final class PasswordHashing {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Argon2Function argon2 =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);
    private final HashingThread thread;
    private final LongAdder runs = new LongAdder();
    private final String nobodysHash = madeUp();

    public PasswordHashing() {
        this(new HashingThread());
    }

    PasswordHashing(HashingThread thread) {
        this.thread = thread;
    }

    /// Refuses where so many wait that another would be refused anyway: before anything is looked up, and so whoever it
    /// is, there or not.
    public void requireRoom() {
        if (thread.isFull()) {
            throw busy();
        }
    }

    /// A new hash with a salt of its own, in PHC form.
    public String hash(String secret) {
        return inTurn(() -> com.password4j.Password.hash(secret)
                .addRandomSalt(SALT_BYTES)
                .with(argon2)
                .getResult());
    }

    /// Whether `hash` is one of `secret`.
    public boolean matches(String secret, String hash) {
        return inTurn(() -> com.password4j.Password.check(secret, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /// Does the work of [#matches] where there is no hash to compare with, so that the time tells nothing. Nobody
    /// knows a secret whose hash is 256 random bits, so the answer is no.
    public boolean matchesNobody(String secret) {
        return matches(secret, nobodysHash);
    }

    /// In the form of [#hash], without its work, which would make each start wait.
    private static String madeUp() {
        var random = new SecureRandom();
        var salt = new byte[SALT_BYTES];
        var hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + ITERATIONS + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /// Whether `hash` was made with weaker parameters than those of today.
    public boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(argon2);
    }

    /// For tests that compare it with a real one.
    String nobodysHash() {
        return nobodysHash;
    }

    /// How often the work was done, for tests that compare it.
    long runs() {
        return runs.sum();
    }

    private <T> T inTurn(Supplier<T> work) {
        return thread.inTurn(() -> {
                    runs.increment();
                    return work.get();
                })
                .orElseThrow(PasswordHashing::busy);
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.of(ProblemType.UNAVAILABLE).with("retry_after", RETRY_AFTER_SECONDS));
    }
}
