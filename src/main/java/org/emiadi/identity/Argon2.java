package org.emiadi.identity;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id, version 1.3 ([RFC 9106](https://www.rfc-editor.org/rfc/rfc9106)).
///
/// @param memory     in KiB
/// @param iterations how often it goes over the memory
/// @param lanes      how many parts of the memory could be worked on at once
/// @param length     of the hash, in bytes
record Argon2(int memory, int iterations, int lanes, int length) {
    static final int VERSION = Argon2Parameters.ARGON2_VERSION_13;

    /// @param pool memory that is used again, since each run would leave all of it behind otherwise
    byte[] hash(String secret, byte[] salt, BlockPool pool) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(VERSION)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .withBlockPool(pool)
                .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var hash = new byte[length];
        generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    /// Memory for one run at a time.
    BlockPool pool() {
        return new Argon2BytesGenerator.FixedBlockPool(Argon2BytesGenerator.getBlockCount(memory, lanes));
    }
}
