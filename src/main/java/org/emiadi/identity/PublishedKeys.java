package org.emiadi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.emiadi.platform.Database;
import org.emiadi.platform.Tx;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/// The public keys of all nodes on this database, so that each accepts the tokens of the others.
public final class PublishedKeys {
    /// A key id that nobody knows costs one query at most this often, whoever sends how many of them.
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Database database;
    private final Clock clock;
    private final Map<String, JsonWebKey> known = new ConcurrentHashMap<>();
    private volatile Instant lastLook = Instant.EPOCH;

    public PublishedKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Makes this node's keys known to the others.
    public void publish(SigningKeys own) {
        database.write(tx -> {
            own.published().forEach(key -> add(tx, key));
            return own;
        });
        read();
    }

    private void add(Tx tx, JsonWebKey key) {
        tx.update("insert into token_keys (kid, jwk, created_at) values (:kid, :jwk, :now) on conflict do nothing")
                .bind("kid", key.getKeyId())
                .bind("jwk", key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                .bind("now", clock.instant())
                .execute();
    }

    /// All keys that are known, for the JWK set that we publish.
    public List<JsonWebKey> all() {
        return List.copyOf(known.values());
    }

    /// The key with that id; asks the database for one that is new.
    Optional<JsonWebKey> find(String kid) {
        if (!known.containsKey(kid) && mayLook()) {
            read();
        }
        return Optional.ofNullable(known.get(kid));
    }

    private synchronized boolean mayLook() {
        Instant now = clock.instant();
        if (lastLook.plus(BETWEEN_LOOKS).isAfter(now) && !lastLook.isAfter(now)) {
            return false;
        }
        lastLook = now;
        return true;
    }

    private void read() {
        var rows = database.read(
                tx -> tx.query("select jwk from token_keys").mapTo(String.class).list());
        rows.stream().map(PublishedKeys::parse).forEach(key -> known.put(key.getKeyId(), key));
    }

    private static JsonWebKey parse(String jwk) {
        try {
            return JsonWebKey.Factory.newJwk(jwk);
        } catch (JoseException broken) {
            throw new IllegalStateException("a row of token_keys holds no key", broken);
        }
    }
}
