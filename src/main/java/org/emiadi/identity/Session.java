package org.emiadi.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// What somebody who has signed in is given.
///
/// @param family    the sign-in, whose tokens and cookie end together
/// @param expiresIn of the access token
/// @param endsAt    when the whole sign-in ends, however often it is refreshed
public record Session(
        User user, UUID family, String accessToken, Duration expiresIn, String refreshToken, Instant endsAt) {}
