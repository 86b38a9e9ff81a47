package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.junit.jupiter.api.Test;

class HashingMemoryTest {
    private final HashingMemory memory = new HashingMemory(() -> new FixedBlockPool(8));

    @Test
    void whoever_is_next_has_the_memory_of_the_one_before_whatever_thread_it_was() {
        BlockPool first = memory.lend(pool -> pool);
        BlockPool second =
                CompletableFuture.supplyAsync(() -> memory.lend(pool -> pool)).join();

        assertThat(second).isSameAs(first);
    }

    @Test
    void two_at_once_have_memory_of_their_own_and_one_alone_always_the_same() {
        BlockPool[] both = memory.lend(one -> memory.lend(other -> new BlockPool[] {one, other}));
        BlockPool alone = memory.lend(pool -> pool);
        BlockPool aloneAgain = memory.lend(pool -> pool);

        assertThat(both[0]).isNotSameAs(both[1]);
        assertThat(alone).isSameAs(both[0]);
        assertThat(aloneAgain).isSameAs(alone);
    }

    @Test
    void memory_of_which_some_may_be_missing_is_not_lent_again() {
        BlockPool whole = memory.lend(pool -> pool);
        assertThatThrownBy(() -> memory.lend(pool -> {
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");
        BlockPool next = memory.lend(pool -> pool);

        assertThat(next).isNotSameAs(whole);
    }
}
