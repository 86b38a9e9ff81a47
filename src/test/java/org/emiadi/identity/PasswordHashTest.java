package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
    /// By the reference implementation: `echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32`.
    private static final String BY_THE_REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    /// As all versions of e-miadi have stored it.
    private static final String STORED =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$mlmxuoBypRriOgvigsKi6p6jrtQol2f7au8VJGYe0N8";

    private final BlockPool pool = new Argon2(64, 1, 1, 32).pool();

    @Test
    void the_hashes_are_those_of_the_reference_implementation() {
        var hash = PasswordHash.read(BY_THE_REFERENCE);

        assertThat(hash.isOf("password", pool)).isTrue();
        assertThat(hash.isOf("Password", pool)).isFalse();
        assertThat(hash.phc()).isEqualTo(BY_THE_REFERENCE);
    }

    @Test
    void hashes_that_are_stored_stay_good() {
        assertThat(PasswordHash.read(STORED).isOf("geheim", pool)).isTrue();
    }

    @Test
    void memory_that_is_used_again_changes_nothing() {
        var function = new Argon2(64, 2, 1, 16);
        var own = function.pool();
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        byte[] first = function.hash("one", salt, own);

        assertThat(function.hash("another", salt, own)).isNotEqualTo(first);
        assertThat(function.hash("one", salt, own)).isEqualTo(first);
        assertThat(new Argon2(128, 2, 1, 16).hash("one", salt, own)).isNotEqualTo(first);
        assertThat(function.hash("one", salt, function.pool())).isEqualTo(first);
    }

    @Test
    void anything_else_is_not_read_and_not_told() {
        for (String other : new String[] {
            "",
            "secret",
            STORED + "=",
            STORED.replace("v=19", "v=16"),
            STORED.replace("argon2id", "argon2i"),
            STORED.replace("m=19456", "m=99999999")
        }) {
            assertThatThrownBy(() -> PasswordHash.read(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a hash by Argon2id");
        }
    }
}
