package org.emiadi.identity;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/// The memory of as many hashes as were ever made at once. It is kept for good: what is given up lies as garbage in the
/// old part of Java's heap, which is seldom tidied up, while the next sign-in asks for as much again (ADR 48).
final class HashingMemory {
    private final Deque<BlockPool> free = new ConcurrentLinkedDeque<>();
    private final Supplier<BlockPool> another;

    /// @param another memory for one more at a time
    HashingMemory(Supplier<BlockPool> another) {
        this.another = another;
    }

    /// Lends memory that nobody else has meanwhile. Where `work` fails, some of it may be missing: it is given up.
    <T> T lend(Function<BlockPool, T> work) {
        BlockPool known = free.pollFirst();
        BlockPool pool = known == null ? another.get() : known;
        T result = work.apply(pool);
        free.addFirst(pool);
        return result;
    }
}
