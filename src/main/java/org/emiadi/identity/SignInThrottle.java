package org.emiadi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emiadi.platform.Sha256;
import org.emiadi.platform.Tx;

/// Makes wrong guesses cost growing delays: for one name from one address, for one address whatever the names, and for
/// one name whatever the addresses. The last does not slow down an address from which that user has signed in before,
/// so a stranger cannot keep somebody out. Names that nobody has are treated alike. Nothing is locked for good.
public final class SignInThrottle {
    /// After so much quiet the count starts anew.
    private static final Duration FORGET = Duration.ofMinutes(15);

    private final Clock clock;

    public SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /// From whom a guess comes.
    record Guess(String username, String address) {
        Guess {
            username = username.strip().toLowerCase(Locale.ROOT);
        }

        private List<Counter> counters(boolean known) {
            var pair = new Counter("pair " + username + " " + address, 5, Duration.ofMinutes(5));
            var from = new Counter("address " + address, 30, Duration.ofMinutes(1));
            var name = new Counter("name " + username, 10, Duration.ofSeconds(30));
            return known ? List.of(pair, from) : List.of(pair, from, name);
        }
    }

    /// What is counted.
    ///
    /// @param free    guesses that cost nothing
    /// @param longest delay; each guess after the free ones doubles it, from one second
    private record Counter(String key, int free, Duration longest) {
        byte[] hash() {
            return Sha256.of(key);
        }
    }

    /// How long to wait before the next guess is looked at; empty for not at all.
    Optional<Duration> wait(Tx tx, Guess guess) {
        Instant now = clock.instant();
        var keys =
                guess.counters(isKnown(tx, guess)).stream().map(Counter::hash).toList();
        return tx.query("select max(blocked_until) as until from sign_in_failures where key in (<keys>)")
                .bindList("keys", keys)
                .map((row, context) -> Optional.ofNullable(row.getTimestamp("until")))
                .one()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(left -> left.isPositive());
    }

    private static boolean isKnown(Tx tx, Guess guess) {
        return tx.query("""
                        select exists (select 1 from known_addresses k join users u on u.id = k.user_id
                                        where lower(u.username) = :name and k.address_hash = :address)
                        """)
                .bind("name", guess.username())
                .bind("address", Sha256.of(guess.address()))
                .mapTo(Boolean.class)
                .one();
    }

    void failed(Tx tx, Guess guess) {
        Instant now = clock.instant();
        // Always in the same order, so that two guesses cannot deadlock.
        guess.counters(false)
                .forEach(counter -> tx.update("""
                        insert into sign_in_failures as f (key, failures, blocked_until, last_at)
                        values (:key, 1, :now, :now)
                        on conflict (key) do update
                           set failures = case when f.last_at < :forget then 1 else f.failures + 1 end,
                               blocked_until = cast(:now as timestamptz) + case
                                   when f.last_at < :forget or f.failures < :free then interval '0'
                                   else least(interval '1 second' * power(2, least(f.failures - :free, 20)),
                                              interval '1 second' * :longest) end,
                               last_at = :now
                        """)
                        .bind("key", counter.hash())
                        .bind("now", now)
                        .bind("forget", now.minus(FORGET))
                        .bind("free", counter.free())
                        .bind("longest", counter.longest().toSeconds())
                        .execute());
    }

    void succeeded(Tx tx, Guess guess, int user) {
        tx.update("delete from sign_in_failures where key = :key")
                .bind("key", guess.counters(true).getFirst().hash())
                .execute();
        tx.update("""
                        insert into known_addresses (user_id, address_hash, last_at) values (:user, :address, :now)
                        on conflict (user_id, address_hash) do update set last_at = :now
                        """)
                .bind("user", user)
                .bind("address", Sha256.of(guess.address()))
                .bind("now", clock.instant())
                .execute();
    }
}
