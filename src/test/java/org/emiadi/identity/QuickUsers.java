package org.emiadi.identity;

import java.time.Clock;
import java.util.UUID;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// Users who are there and signed in without the time that hashing takes on purpose: all have one password, which is
/// hashed once. For tests of something else; signing in has tests of its own.
public final class QuickUsers {
    public static final String PASSWORD = "tumaini la kesho";

    private static final String HASH = new PasswordHashing().hash(PASSWORD);

    private QuickUsers() {}

    /// A new user with [#PASSWORD].
    public static User register(Database database, Clock clock, Role role, @Nullable Integer personId) {
        var user = NewUser.of(role.text() + "-" + UUID.randomUUID(), PASSWORD, role, personId);
        UserOutcome outcome = database.write(tx -> Users.add(tx, user, HASH, clock.instant()));
        if (outcome instanceof UserOutcome.Done(User added)) {
            return added;
        }
        throw new AssertionError(outcome);
    }

    public static Session signIn(Database database, Sessions sessions, User user) {
        return database.write(tx -> sessions.start(tx, user, false));
    }
}
