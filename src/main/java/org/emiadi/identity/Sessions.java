package org.emiadi.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.emiadi.platform.Role;
import org.emiadi.platform.Sha256;
import org.emiadi.platform.Tx;

/// Sign-ins and their refresh tokens. The tokens of one sign-in are a family: each works once and gives the next; one
/// that is used twice was stolen, or its answer was lost, and ends the family. Only hashes are stored.
public final class Sessions {
    /// How long one sign-in lasts, however often it is refreshed.
    public static final Duration LIFE = Duration.ofHours(12);
    /// The same where a patient asked to be remembered.
    public static final Duration REMEMBERED_LIFE = Duration.ofDays(30);

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccessTokens tokens;
    private final Revocations revocations;
    private final Clock clock;

    public Sessions(AccessTokens tokens, Revocations revocations, Clock clock) {
        this.tokens = tokens;
        this.revocations = revocations;
        this.clock = clock;
    }

    /// What can come of a refresh token.
    sealed interface Refresh {
        record Done(Session session) implements Refresh {}

        /// It was used before; its family is ended.
        record Reused(int userId) implements Refresh {}

        record Refused() implements Refresh {}
    }

    Session start(Tx tx, User user, boolean remember) {
        Instant now = clock.instant();
        Duration life = remember && user.role() == Role.PATIENT ? REMEMBERED_LIFE : LIFE;
        UUID family = UUID.randomUUID();
        tx.update("""
                        insert into refresh_families (id, user_id, created_at, expires_at)
                        values (:id, :user, :now, :expires)
                        """)
                .bind("id", family)
                .bind("user", user.id())
                .bind("now", now)
                .bind("expires", now.plus(life))
                .execute();
        return next(tx, user, new Family(family, now.plus(life)), now);
    }

    /// A sign-in and when it ends.
    private record Family(UUID id, Instant endsAt) {}

    private Session next(Tx tx, User user, Family family, Instant now) {
        byte[] secret = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(secret);
        String refresh = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        tx.update("insert into refresh_tokens (token_hash, family_id, issued_at) values (:hash, :family, :now)")
                .bind("hash", Sha256.of(refresh))
                .bind("family", family.id())
                .bind("now", now)
                .execute();
        return new Session(
                user, family.id(), tokens.issue(user, family.id()), AccessTokens.LIFE, refresh, family.endsAt());
    }

    /// Rivals with the same token queue up at its family: the first goes on, the second ends it.
    Refresh refresh(Tx tx, String refreshToken) {
        Instant now = clock.instant();
        var used = tx.query("""
                        select t.used_at is not null as used, f.id as family, f.user_id, f.expires_at,
                               f.ended_at is null and f.expires_at > :now as alive
                          from refresh_tokens t join refresh_families f on f.id = t.family_id
                         where t.token_hash = :hash
                           for update
                        """)
                .bind("hash", Sha256.of(refreshToken))
                .bind("now", now)
                .map((row, context) -> new Found(
                        row.getBoolean("used"),
                        row.getBoolean("alive"),
                        new Family(
                                row.getObject("family", UUID.class),
                                row.getTimestamp("expires_at").toInstant()),
                        row.getInt("user_id")))
                .findOne();
        return used.map(found -> refresh(tx, found, Sha256.of(refreshToken), now))
                .orElseGet(Refresh.Refused::new);
    }

    private record Found(boolean used, boolean alive, Family family, int userId) {}

    private Refresh refresh(Tx tx, Found found, byte[] hash, Instant now) {
        if (!found.alive()) {
            return new Refresh.Refused();
        }
        if (found.used()) {
            end(tx, found.family().id(), "reused");
            return new Refresh.Reused(found.userId());
        }
        Optional<User> user = UserSql.find(tx, found.userId()).filter(owner -> !owner.locked());
        if (user.isEmpty()) {
            return new Refresh.Refused();
        }
        tx.update("update refresh_tokens set used_at = :now where token_hash = :hash")
                .bind("now", now)
                .bind("hash", hash)
                .execute();
        return new Refresh.Done(next(tx, user.get(), found.family(), now));
    }

    /// Ends one sign-in, its access tokens included.
    void end(Tx tx, UUID family, String why) {
        tx.update("update refresh_families set ended_at = :now, ended_why = :why where id = :id and ended_at is null")
                .bind("now", clock.instant())
                .bind("why", why)
                .bind("id", family)
                .execute();
        revocations.revokeFamily(tx, family);
    }

    /// Ends all sign-ins of a user, their access tokens included.
    void endAllOf(Tx tx, int user, String why) {
        tx.query("""
                        update refresh_families set ended_at = :now, ended_why = :why
                         where user_id = :user and ended_at is null
                        returning id
                        """)
                .bind("now", clock.instant())
                .bind("why", why)
                .bind("user", user)
                .mapTo(UUID.class)
                .list()
                .forEach(family -> revocations.revokeFamily(tx, family));
    }
}
