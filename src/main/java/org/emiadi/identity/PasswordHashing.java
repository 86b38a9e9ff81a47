package org.emiadi.identity;

import java.security.SecureRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
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
    private static final Argon2 OF_TODAY = new Argon2(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final SecureRandom random = new SecureRandom();
    private final HashingThread thread;
    private final HashingMemory memory = new HashingMemory(OF_TODAY::pool);
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
        byte[] salt = randomBytes(SALT_BYTES);
        byte[] hash = inTurn(pool -> OF_TODAY.hash(secret, salt, pool));
        return PasswordHash.of(OF_TODAY, salt, hash).phc();
    }

    /// Whether `hash` is one of `secret`.
    public boolean matches(String secret, String hash) {
        var known = PasswordHash.read(hash);
        return inTurn(pool -> known.isOf(secret, pool));
    }

    /// Does the work of [#matches] where there is no hash to compare with, so that the time tells nothing. Nobody
    /// knows a secret whose hash is 256 random bits, so the answer is no.
    public boolean matchesNobody(String secret) {
        return matches(secret, nobodysHash);
    }

    /// Whether `hash` was made with weaker parameters than those of today.
    public boolean isOutdated(String hash) {
        return !PasswordHash.read(hash).function().equals(OF_TODAY);
    }

    /// In the form of [#hash], without its work, which would make each start wait.
    private String madeUp() {
        return PasswordHash.of(OF_TODAY, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES))
                .phc();
    }

    private byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /// For tests that compare it with a real one.
    String nobodysHash() {
        return nobodysHash;
    }

    /// How often the work was done, for tests that compare it.
    long runs() {
        return runs.sum();
    }

    private <T> T inTurn(Function<BlockPool, T> work) {
        return thread.inTurn(() -> {
                    runs.increment();
                    return memory.lend(work);
                })
                .orElseThrow(PasswordHashing::busy);
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.of(ProblemType.UNAVAILABLE).with("retry_after", RETRY_AFTER_SECONDS));
    }
}
