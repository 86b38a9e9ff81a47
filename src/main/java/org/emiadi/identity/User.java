package org.emiadi.identity;

import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// Somebody who signs in.
///
/// @param personId           the patient or provider that the user is; null for some of the desk
/// @param locked             may not sign in for now
/// @param mustChangePassword nothing else is open before that
public record User(
        int id, String username, Role role, @Nullable Integer personId, boolean locked, boolean mustChangePassword) {}
