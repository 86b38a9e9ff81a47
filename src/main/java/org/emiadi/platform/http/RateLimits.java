package org.emiadi.platform.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/// How much one address and one account may ask for. Generous for people and for programs that behave; a clinic, whose
/// PCs stand behind one address, stays far below. Each node counts for itself, in bounded memory.
public final class RateLimits {
    /// What is counted together.
    public enum Kind {
        /// Everything from one network address.
        ADDRESS(3_000),
        /// Everything by one user.
        ACCOUNT(1_200),
        /// Sign-in, refresh and reset from one network address: each costs a hash of a password.
        SIGN_IN(120);

        private final int perMinute;

        Kind(int perMinute) {
            this.perMinute = perMinute;
        }

        /// Requests in a minute.
        public int perMinute() {
            return perMinute;
        }
    }

    /// Addresses and accounts that are remembered; the ones that were quiet longest are forgotten first.
    private static final int MOST_REMEMBERED = 100_000;

    private final boolean on;
    private final LoadingCache<Key, Bucket> buckets;

    /// What is counted for whom.
    record Key(Kind kind, String whose) {}

    /// What is left.
    ///
    /// @param allowed whether this request is within the limit
    /// @param left    requests that are left now
    /// @param pause   until the next one is allowed; zero where this one is
    record Answer(boolean allowed, long left, Duration pause) {
        private static final Answer UNLIMITED = new Answer(true, Long.MAX_VALUE, Duration.ZERO);

        /// For `Retry-After`, rounded up.
        long waitSeconds() {
            return pause.plusMillis(999).toSeconds();
        }
    }

    /// @param on false for load tests only
    public RateLimits(boolean on) {
        this.on = on;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(RateLimits::bucket);
    }

    private static Bucket bucket(Key key) {
        int perMinute = key.kind().perMinute();
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perMinute)
                        .refillGreedy(perMinute, Duration.ofMinutes(1))
                        .build())
                .build();
    }

    /// Counts one request.
    Answer take(Kind kind, String whose) {
        if (!on) {
            return Answer.UNLIMITED;
        }
        ConsumptionProbe probe = buckets.get(new Key(kind, whose)).tryConsumeAndReturnRemaining(1);
        return new Answer(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill()));
    }

    boolean areOn() {
        return on;
    }
}
