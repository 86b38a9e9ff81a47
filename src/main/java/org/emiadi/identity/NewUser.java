package org.emiadi.identity;

import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// A user to be.
///
/// @param personId           a patient for role patient, a provider for role provider; else may be null
/// @param mustChangePassword before anything else, at the first sign-in
public record NewUser(
        String username,
        Password password,
        Role role,
        @Nullable Integer personId,
        boolean mustChangePassword) {
    /// A user with a password that is theirs to keep.
    public static NewUser of(String username, String password, Role role, @Nullable Integer personId) {
        return new NewUser(username, new Password(password), role, personId, false);
    }
}
