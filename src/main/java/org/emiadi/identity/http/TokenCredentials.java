package org.emiadi.identity.http;

import java.util.Optional;
import org.emiadi.identity.AccessTokens;
import org.emiadi.identity.BearerTokens;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Origin;
import org.emiadi.platform.http.Credentials;

/// Whose a bearer token is, told by the token itself and the list of revoked ones.
public final class TokenCredentials implements Credentials {
    private final BearerTokens tokens;

    public TokenCredentials(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Optional<Bearer> check(String token, Origin origin) {
        return tokens.check(token).map(claims -> bearer(claims, origin));
    }

    private static Bearer bearer(AccessTokens.Claims claims, Origin origin) {
        return new Bearer(
                new Actor(claims.userId(), claims.role(), claims.personId(), origin), claims.mustChangePassword());
    }
}
