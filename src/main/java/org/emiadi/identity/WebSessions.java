package org.emiadi.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Sha256;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// Sign-ins that live in a browser's cookie. Each belongs to a family of [Sessions] and ends with it, at once and on
/// every node, since each request asks the database. Only a hash of what the cookie holds is stored.
///
/// Staff, who share PCs, must not be away for long; then the session is idle, and good for nothing that needs a person.
public final class WebSessions {
    private static final int SECRET_BYTES = 32;
    /// Being seen is written down only this often, so that reading a page rarely writes.
    private static final Duration NOTED_EVERY = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final IdleTime idleTime;
    private final Clock clock;

    public WebSessions(Database database, IdleTime idleTime, Clock clock) {
        this.database = database;
        this.idleTime = idleTime;
        this.clock = clock;
    }

    /// How long staff may be away before they must sign in again.
    @FunctionalInterface
    public interface IdleTime {
        Duration ofStaff();
    }

    /// A browser that has proved whose it is.
    ///
    /// @param language that the user has chosen; null for none
    /// @param endsAt   when the whole sign-in ends
    /// @param idle     away for too long: good for a screen on the wall, and for nothing else
    public record Open(User user, UUID family, @Nullable String language, Instant endsAt, boolean idle) {}

    private record Found(Open open, Instant seenAt) {}

    /// What the cookie is to hold for a fresh sign-in; never the same twice.
    public String open(Session session) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.write(tx -> tx.update("""
                        insert into web_sessions (secret_hash, family_id, seen_at) values (:hash, :family, :now)
                        """)
                .bind("hash", Sha256.of(secret))
                .bind("family", session.family())
                .bind("now", clock.instant())
                .execute());
        return secret;
    }

    /// Whose the cookie is; empty where it is forged, ended, or its user may no longer sign in.
    ///
    /// @param byHand a person asks, not a page that renews itself
    public Optional<Open> check(String secret, boolean byHand) {
        Instant now = clock.instant();
        byte[] hash = Sha256.of(secret);
        Optional<Found> found = database.read(tx -> find(tx, hash, now));
        found.filter(session -> byHand && !session.open().idle())
                .filter(session -> session.seenAt().plus(NOTED_EVERY).isBefore(now))
                .ifPresent(session -> database.write(tx -> note(tx, hash, now)));
        return found.map(Found::open);
    }

    /// Whose the cookie is or was, ended sign-ins included.
    public Optional<Integer> ownerOf(String secret) {
        return database.read(tx -> tx.query("""
                        select f.user_id
                          from web_sessions s join refresh_families f on f.id = s.family_id
                         where s.secret_hash = :hash
                        """)
                .bind("hash", Sha256.of(secret))
                .mapTo(Integer.class)
                .findOne());
    }

    private Optional<Found> find(Tx tx, byte[] hash, Instant now) {
        return tx.query("""
                        select u.id, u.username, u.role, u.person_id, u.must_change_password, u.language,
                               s.family_id, s.seen_at, f.expires_at
                          from web_sessions s
                          join refresh_families f on f.id = s.family_id
                          join users u on u.id = f.user_id
                         where s.secret_hash = :hash
                           and f.ended_at is null and f.expires_at > :now and u.locked_at is null
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .map((row, context) -> found(row, now))
                .findOne();
    }

    private Found found(ResultSet row, Instant now) throws SQLException {
        Role role = Role.ofUser(row.getString("role")).orElseThrow();
        Instant seenAt = row.getTimestamp("seen_at").toInstant();
        boolean idle = role != Role.PATIENT && seenAt.plus(idleTime.ofStaff()).isBefore(now);
        var user = new User(
                row.getInt("id"),
                row.getString("username"),
                role,
                row.getObject("person_id", Integer.class),
                false,
                row.getBoolean("must_change_password"));
        return new Found(
                new Open(
                        user,
                        row.getObject("family_id", UUID.class),
                        row.getString("language"),
                        row.getTimestamp("expires_at").toInstant(),
                        idle),
                seenAt);
    }

    private static int note(Tx tx, byte[] hash, Instant now) {
        return tx.update("update web_sessions set seen_at = :now where secret_hash = :hash and seen_at < :now")
                .bind("now", now)
                .bind("hash", hash)
                .execute();
    }

    /// Remembers the language that a user has chosen.
    ///
    /// @param language `en` or `sw`
    public void speak(int user, String language) {
        database.write(tx -> tx.update("update users set language = :language where id = :user")
                .bind("language", language)
                .bind("user", user)
                .execute());
    }
}
