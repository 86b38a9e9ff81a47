package org.emiadi.identity.http;

import io.quarkus.arc.Arc;
import java.util.UUID;
import org.emiadi.identity.NewUser;
import org.emiadi.identity.Password;
import org.emiadi.identity.Session;
import org.emiadi.identity.SignIn;
import org.emiadi.identity.SignInOutcome;
import org.emiadi.identity.UserOutcome;
import org.emiadi.identity.Users;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// Users of the server under test, made and signed in for the occasion.
public final class TestUsers {
    public static final String PASSWORD = "tumaini la kesho";

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
        String name = registered(role, personId);
        var outcome = bean(SignIn.class).signIn(Actor.system("test"), name, new Password(PASSWORD), false);
        return ((SignInOutcome.Done) outcome).session();
    }

    /// The name of a new user with [#PASSWORD].
    public static String registered(Role role, @Nullable Integer personId) {
        String name = role.text() + "-" + UUID.randomUUID();
        var outcome = bean(Users.class).register(Actor.system("test"), NewUser.of(name, PASSWORD, role, personId));
        if (!(outcome instanceof UserOutcome.Done)) {
            throw new AssertionError(outcome);
        }
        return name;
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
