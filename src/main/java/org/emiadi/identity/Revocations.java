package org.emiadi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.emiadi.platform.Database;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The access tokens that are refused though they have not expired, kept in memory, since every request asks. What one
/// node adds the others read when PostgreSQL notifies them ([RevocationFeed]).
public final class Revocations {
    /// The channel on which nodes tell each other that there is something to read.
    static final String CHANNEL = "miadi_revocations";

    private static final String TOKEN = "access";
    private static final String FAMILY = "family";
    /// After this every token that was revoked has expired by itself.
    private static final Duration RELEVANT = AccessTokens.LIFE.plusMinutes(1);

    private final Clock clock;
    private volatile Known known = new Known(Set.of(), Map.of());
    /// Added by this node, and good at once; the next read holds them as well.
    private final Set<String> own = ConcurrentHashMap.newKeySet();

    private final Map<Integer, Instant> ownCutoffs = new ConcurrentHashMap<>();

    private record Known(Set<String> ids, Map<Integer, Instant> cutoffs) {}

    public Revocations(Clock clock) {
        this.clock = clock;
    }

    boolean isRevoked(AccessTokens.Claims claims) {
        String family = claims.family().toString();
        Known now = known;
        return now.ids().contains(claims.jti())
                || now.ids().contains(family)
                || own.contains(claims.jti())
                || own.contains(family)
                || isBefore(claims, now.cutoffs().get(claims.userId()))
                || isBefore(claims, ownCutoffs.get(claims.userId()));
    }

    private static boolean isBefore(AccessTokens.Claims claims, @Nullable Instant cutoff) {
        return cutoff != null && claims.issuedAt().isBefore(cutoff);
    }

    void revoke(Tx tx, AccessTokens.Claims claims) {
        add(tx, claims.jti(), TOKEN);
    }

    void revokeFamily(Tx tx, UUID family) {
        add(tx, family.toString(), FAMILY);
    }

    private void add(Tx tx, String id, String type) {
        tx.update("""
                        insert into revoked_tokens (jti, token_type, created_at) values (:id, :type, :now)
                        on conflict do nothing
                        """)
                .bind("id", id)
                .bind("type", type)
                .bind("now", clock.instant())
                .execute();
        own.add(id);
        tellOthers(tx);
    }

    /// Refuses what was issued to the user up to now.
    void revokeAllOf(Tx tx, int user) {
        // The next millisecond, so that a token of this very millisecond is refused and the next one is not.
        Instant cutoff = clock.instant().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        tx.update("""
                        insert into token_cutoffs (user_id, not_before) values (:user, :cutoff)
                        on conflict (user_id) do update set not_before = greatest(token_cutoffs.not_before, :cutoff)
                        """).bind("user", user).bind("cutoff", cutoff).execute();
        ownCutoffs.put(user, cutoff);
        tellOthers(tx);
    }

    static void tellOthers(Tx tx) {
        tx.query("select pg_notify(:channel, '')")
                .bind("channel", CHANNEL)
                .map((row, context) -> true)
                .one();
    }

    /// Reads what all nodes have revoked.
    public void read(Database database) {
        Instant since = clock.instant().minus(RELEVANT);
        known = database.read(tx -> new Known(ids(tx, since), cutoffs(tx, since)));
        ownCutoffs.values().removeIf(cutoff -> cutoff.isBefore(since));
        own.removeAll(known.ids());
    }

    private static Set<String> ids(Tx tx, Instant since) {
        return Set.copyOf(tx.query("select jti from revoked_tokens where created_at > :since")
                .bind("since", since)
                .mapTo(String.class)
                .list());
    }

    private static Map<Integer, Instant> cutoffs(Tx tx, Instant since) {
        return tx
                .query("select user_id, not_before from token_cutoffs where not_before > :since")
                .bind("since", since)
                .map((row, context) -> Map.entry(
                        row.getInt("user_id"), row.getTimestamp("not_before").toInstant()))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
