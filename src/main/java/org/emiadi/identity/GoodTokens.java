package org.emiadi.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.emiadi.platform.Sha256;

/// The access tokens whose signature was found good, since checking it costs more than all else in a short request.
/// Only the whole of a token finds what it says again; what is not good is never kept.
final class GoodTokens {
    /// More people than are at work in a quarter of an hour.
    private static final int MOST = 20_000;

    private final Cache<ByteBuffer, GoodToken> tokens = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(AccessTokens.LIFE)
            .build();

    /// @param from  the first moment at which it is good
    /// @param until the moment from which on it is good no more
    record GoodToken(AccessTokens.Claims claims, Instant from, Instant until) {
        boolean isGoodAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    Optional<GoodToken> find(String token) {
        return Optional.ofNullable(tokens.getIfPresent(digest(token)));
    }

    void keep(String token, GoodToken good) {
        tokens.put(digest(token), good);
    }

    private static ByteBuffer digest(String token) {
        return ByteBuffer.wrap(Sha256.of(token));
    }
}
