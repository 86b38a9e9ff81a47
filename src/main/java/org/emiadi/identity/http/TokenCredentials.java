package org.emiadi.identity.http;

import java.util.Optional;
import org.emiadi.identity.AccessTokens;
import org.emiadi.identity.BearerTokens;
import org.emiadi.identity.User;
import org.emiadi.identity.WebSessions;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Origin;
import org.emiadi.platform.http.Credentials;
import org.emiadi.platform.http.PageSession;

/// Whose a bearer token is, told by the token itself and the list of revoked ones; whose a browser is, told by the
/// database.
public final class TokenCredentials implements Credentials {
    private final BearerTokens tokens;
    private final WebSessions sessions;

    public TokenCredentials(BearerTokens tokens, WebSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Optional<Bearer> check(String token, Origin origin) {
        return tokens.check(token).map(claims -> bearer(claims, origin));
    }

    private static Bearer bearer(AccessTokens.Claims claims, Origin origin) {
        return new Bearer(
                new Actor(claims.userId(), claims.role(), claims.personId(), origin), claims.mustChangePassword());
    }

    @Override
    public Optional<Browser> browser(String secret, Origin origin, boolean byHand) {
        return sessions.check(secret, byHand).map(open -> browser(secret, open, origin));
    }

    private static Browser browser(String secret, WebSessions.Open open, Origin origin) {
        User user = open.user();
        var actor = new Actor(user.id(), user.role(), user.personId(), origin);
        var session = new PageSession(
                secret, open.family(), user.username(), open.language(), user.mustChangePassword(), open.endsAt());
        return new Browser(new Bearer(actor, user.mustChangePassword()), session, open.idle());
    }
}
