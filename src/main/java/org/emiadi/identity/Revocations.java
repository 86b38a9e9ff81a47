package org.emiadi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.emiadi.platform.Database;
import org.emiadi.platform.Tx;

/// The access tokens that are refused though they have not expired, kept in memory, since every request asks. What one
/// node adds the others read when PostgreSQL notifies them ([RevocationFeed]). A token is refused by its own id or by
/// that of its family, so that a sign-in that comes right after is not touched, whatever the clocks say.
public final class Revocations {
    /// The channel on which nodes tell each other that there is something to read.
    static final String CHANNEL = "miadi_revocations";

    private static final String TOKEN = "access";
    private static final String FAMILY = "family";
    /// After this every token that was revoked has expired by itself.
    private static final Duration RELEVANT = AccessTokens.LIFE.plusMinutes(1);

    private final Clock clock;
    private volatile Set<String> known = Set.of();
    /// Added by this node, and good at once; the next read holds them as well.
    private final Set<String> own = ConcurrentHashMap.newKeySet();

    public Revocations(Clock clock) {
        this.clock = clock;
    }

    boolean isRevoked(AccessTokens.Claims claims) {
        return isRevoked(claims.jti()) || isRevoked(claims.family().toString());
    }

    private boolean isRevoked(String id) {
        return known.contains(id) || own.contains(id);
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

    static void tellOthers(Tx tx) {
        tx.query("select pg_notify(:channel, '')")
                .bind("channel", CHANNEL)
                .map((row, context) -> true)
                .one();
    }

    /// Reads what all nodes have revoked.
    public void read(Database database) {
        Instant since = clock.instant().minus(RELEVANT);
        known = Set.copyOf(database.read(tx -> tx.query("select jti from revoked_tokens where created_at > :since")
                .bind("since", since)
                .mapTo(String.class)
                .list()));
        own.removeAll(known);
    }
}
