package org.emiadi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.emiadi.platform.Database;

/// Takes out what has long expired. Any number of nodes may run it.
public final class Cleanup {
    private static final int BATCH = 1_000;
    private static final Duration GRACE = Duration.ofHours(1);
    private static final Duration KNOWN_ADDRESSES = Duration.ofDays(90);

    /// What is deleted when it is older than `age`.
    private record Expired(Duration age, String sql) {}

    private static final List<Expired> ALL = List.of(
            new Expired(GRACE, """
                    delete from refresh_families
                     where id in (select id from refresh_families where expires_at < :before limit :batch)
                    """),
            new Expired(GRACE, """
                    delete from revoked_tokens
                     where id in (select id from revoked_tokens where created_at < :before limit :batch)
                    """),
            new Expired(GRACE, """
                    delete from reset_codes
                     where user_id in (select user_id from reset_codes where expires_at < :before limit :batch)
                    """),
            new Expired(GRACE, """
                    delete from sign_in_failures
                     where key in (select key from sign_in_failures where last_at < :before limit :batch)
                    """),
            new Expired(KNOWN_ADDRESSES, """
                    delete from known_addresses
                     where (user_id, address_hash) in (select user_id, address_hash from known_addresses
                                                        where last_at < :before limit :batch)
                    """));

    private final Database database;
    private final Clock clock;

    public Cleanup(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// All that has expired, in bounded batches.
    public void run() {
        Instant now = clock.instant();
        ALL.forEach(expired -> {
            while (batch(expired, now) == BATCH) {
                // Strangers who guess fill a table faster than one batch an hour would empty it.
            }
        });
    }

    private int batch(Expired expired, Instant now) {
        return database.write(tx -> tx.update(expired.sql())
                .bind("before", now.minus(expired.age()))
                .bind("batch", BATCH)
                .execute());
    }
}
