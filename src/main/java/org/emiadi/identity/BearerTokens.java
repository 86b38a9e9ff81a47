package org.emiadi.identity;

import java.util.Optional;

/// Tells good access tokens from others: ours, not expired, not revoked.
public final class BearerTokens {
    private final AccessTokens tokens;
    private final Revocations revocations;

    public BearerTokens(AccessTokens tokens, Revocations revocations) {
        this.tokens = tokens;
        this.revocations = revocations;
    }

    /// What the token says; empty where it is not good.
    public Optional<AccessTokens.Claims> check(String token) {
        return tokens.verify(token).filter(claims -> !revocations.isRevoked(claims));
    }
}
