package org.emiadi.identity;

import java.time.Duration;

/// What somebody who has signed in is given.
///
/// @param expiresIn of the access token
public record Session(User user, String accessToken, Duration expiresIn, String refreshToken) {}
