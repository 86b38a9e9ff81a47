package org.emiadi.identity;

import java.util.Optional;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;

/// Makes the first administrator, where there is none.
public final class FirstAdmin {
    /// The name where the settings give none.
    public static final String USERNAME = "admin";

    private final Database database;
    private final Users users;

    public FirstAdmin(Database database, Users users) {
        this.database = database;
        this.users = users;
    }

    /// Somebody whom [#make] has made.
    ///
    /// @param password to be shown once; empty where the settings gave it
    public record Made(String username, Optional<String> password) {
        @Override
        public String toString() {
            return "Made[" + username + "]";
        }
    }

    /// Makes one with the given password, or else with a random one that has to be changed at the first sign-in.
    /// Empty where there is an administrator already. Of two nodes that start together, one makes it: the name is
    /// unique.
    ///
    /// @throws IllegalArgumentException where the given password is not good
    public Optional<Made> make(Optional<String> username, Optional<String> password) {
        if (anyAdmin()) {
            return Optional.empty();
        }
        String name = username.orElse(USERNAME);
        String secret = password.orElseGet(() -> Password.random().text());
        var user = new NewUser(name, new Password(secret), Role.ADMIN, null, password.isEmpty());
        if (!user.password().hasGoodLength()) {
            throw refused("too-short");
        }
        return switch (users.register(Actor.system("first start"), user)) {
            case UserOutcome.Done done ->
                Optional.of(new Made(name, password.isPresent() ? Optional.empty() : Optional.of(secret)));
            case UserOutcome.NameTaken taken -> Optional.empty();
            case UserOutcome.BadPassword(String key) -> throw refused(key);
            default -> throw new IllegalStateException("the first administrator cannot be made");
        };
    }

    private boolean anyAdmin() {
        return database.read(tx -> tx.query("select exists (select 1 from users where role = 'admin')")
                .mapTo(Boolean.class)
                .one());
    }

    private static IllegalArgumentException refused(String key) {
        return new IllegalArgumentException("MIADI_ADMIN_PASSWORD is refused (" + key
                + "): take 10 to 128 characters, not a common password," + " without the username in it");
    }
}
