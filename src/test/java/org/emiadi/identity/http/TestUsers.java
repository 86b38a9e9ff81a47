package org.emiadi.identity.http;

import io.quarkus.arc.Arc;
import java.time.Clock;
import org.emiadi.identity.QuickUsers;
import org.emiadi.identity.Session;
import org.emiadi.identity.Sessions;
import org.emiadi.identity.User;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// Users of the server under test, made and signed in for the occasion.
public final class TestUsers {
    public static final String PASSWORD = QuickUsers.PASSWORD;

    private TestUsers() {}

    /// The access token of a new administrator.
    public static String admin() {
        return signedIn(Role.ADMIN, null).accessToken();
    }

    public static String receptionist() {
        return signedIn(Role.RECEPTIONIST, null).accessToken();
    }

    public static String provider(int personId) {
        return signedIn(Role.PROVIDER, personId).accessToken();
    }

    public static String patient(int personId) {
        return signedIn(Role.PATIENT, personId).accessToken();
    }

    public static Session signedIn(Role role, @Nullable Integer personId) {
        return QuickUsers.signIn(bean(Database.class), bean(Sessions.class), newUser(role, personId));
    }

    /// The name of a new user with [#PASSWORD].
    public static String registered(Role role, @Nullable Integer personId) {
        return newUser(role, personId).username();
    }

    private static User newUser(Role role, @Nullable Integer personId) {
        return QuickUsers.register(bean(Database.class), bean(Clock.class), role, personId);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
