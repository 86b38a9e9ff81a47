package org.emiadi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTest {
    private static final long GIGABYTE = 1L << 30;

    @ParameterizedTest
    @CsvSource({
        "0.5, 128MB, 512MB",
        "2, 256MB, 1024MB",
        "8, 1024MB, 4096MB",
        "24, 3072MB, 12288MB",
        "64, 4096MB, 32768MB"
    })
    void the_database_takes_a_share_of_the_memory_that_leaves_room_for_others(
            double gigabytes, String kept, String expectedOfTheSystem) {
        assertThat(Cluster.memorySettings((long) (gigabytes * GIGABYTE)))
                .containsEntry("shared_buffers", kept)
                .containsEntry("effective_cache_size", expectedOfTheSystem);
    }
}
