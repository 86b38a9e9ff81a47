package org.emiadi.appointments;

import java.time.Instant;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// When, by whom and why something was changed, for the history.
record Stamp(
        Instant at,
        @Nullable Integer userId,
        Role role,
        @Nullable String reason) {

    static Stamp of(Instant at, Actor actor, @Nullable String reason) {
        Role role = actor.role();
        if (role == null) {
            throw new IllegalStateException("nobody has signed in");
        }
        return new Stamp(at, actor.userId(), role, reason);
    }
}
