package org.emiadi.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Origin;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// One node's worth of the identity room, on a given database and clock.
final class TestIdentity {
    static final String PASSWORD = QuickUsers.PASSWORD;
    /// One for all tests: making its first hash costs time.
    private static final PasswordHashing HASHING = new PasswordHashing();

    final Database database;
    final SigningKeys keys;
    final PublishedKeys published;
    final AccessTokens tokens;
    final Revocations revocations;
    final Sessions sessions;
    final Users users;
    final SignIn signIn;
    final ResetCodes codes;
    final BearerTokens bearer;

    TestIdentity(Database database, Clock clock) {
        this.database = database;
        this.keys = newKeys();
        this.published = new PublishedKeys(database, clock);
        published.publish(keys);
        this.tokens = new AccessTokens(keys, published, "http://test", clock);
        this.revocations = new Revocations(clock);
        this.sessions = new Sessions(tokens, revocations, clock);
        var audit = new AuditLog(clock);
        this.users = new Users(database, HASHING, sessions, audit, clock);
        this.signIn = new SignIn(database, HASHING, sessions, new SignInThrottle(clock), revocations, audit, clock);
        this.codes = new ResetCodes(database, HASHING, audit, clock);
        this.bearer = new BearerTokens(tokens, revocations);
    }

    static SigningKeys newKeys() {
        try {
            return SigningKeys.in(Files.createTempDirectory(Files.createDirectories(Path.of("target", "keys")), "keys-")
                    .resolve("signing.key"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static PasswordHashing hashing() {
        return HASHING;
    }

    static Actor from(String address) {
        return Actor.anonymous(new Origin(address, "test"));
    }

    User user(Role role, @Nullable Integer person) {
        var outcome = users.register(
                Actor.system("test"), NewUser.of(role.text() + UUID.randomUUID(), PASSWORD, role, person));
        return ((UserOutcome.Done) outcome).user();
    }

    SignInOutcome signIn(String username, String password) {
        return signIn.signIn(from("10.0.0.1"), username, new Password(password), false);
    }

    Session session(User user) {
        return ((SignInOutcome.Done) signIn(user.username(), PASSWORD)).session();
    }
}
