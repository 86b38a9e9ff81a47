package org.emiadi.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a user may do is decided by exactly one of these.
public enum Role {
    ADMIN,
    RECEPTIONIST,
    PROVIDER,
    PATIENT,
    /// The house itself: its jobs and its command line. Nobody signs in with it.
    SYSTEM;

    /// The roles that a user can have.
    public static final List<Role> OF_USERS = List.of(ADMIN, RECEPTIONIST, PROVIDER, PATIENT);

    /// As it stands in JSON and in the database.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of a user that is written like this.
    public static Optional<Role> ofUser(String text) {
        return OF_USERS.stream().filter(role -> role.text().equals(text)).findFirst();
    }

    public boolean in(Role... roles) {
        return Arrays.asList(roles).contains(this);
    }
}
