package org.emiadi.platform.http;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The sign-in of the browser that asks for a page.
///
/// @param secret   what its cookie holds
/// @param family   the sign-in
/// @param username of the user
/// @param language that the user has chosen; null for none
/// @param mustChangePassword before anything else
/// @param endsAt   when the sign-in ends
public record PageSession(
        String secret,
        UUID family,
        String username,
        @Nullable String language,
        boolean mustChangePassword,
        Instant endsAt) {
    @Override
    public String toString() {
        return "PageSession[" + family + "]";
    }
}
