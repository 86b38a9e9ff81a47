package org.emiadi.identity;

import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// Somebody who is to become a user, and chooses the password themself.
///
/// @param username null for one that is made of the person's name
/// @param personId a patient for role patient, a provider for role provider; else may be null
public record Invitee(
        @Nullable String username, Role role, @Nullable Integer personId) {}
