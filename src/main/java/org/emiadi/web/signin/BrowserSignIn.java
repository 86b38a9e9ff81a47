package org.emiadi.web.signin;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import org.emiadi.identity.Session;
import org.emiadi.identity.WebSessions;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.SessionCookie;

/// Gives a browser the cookie of a fresh sign-in. Only that of a patient who asked to be remembered outlives the
/// browser's window.
@Singleton
final class BrowserSignIn {
    private final WebSessions sessions;
    private final SessionCookie cookie;
    private final RoutingContext routing;
    private final Clock clock;

    BrowserSignIn(WebSessions sessions, SessionCookie cookie, RoutingContext routing, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.routing = routing;
        this.clock = clock;
    }

    /// A new secret, and the cookie that holds it.
    record Fresh(int user, String secret, NewCookie cookie) {
        @Override
        public String toString() {
            return "Fresh[…]";
        }
    }

    /// Whether the sign-in that this browser had before, ended or not, was the same user's. What somebody has typed is
    /// given back to nobody else.
    boolean wasOf(int user) {
        return cookie.read(routing)
                .flatMap(sessions::ownerOf)
                .map(owner -> owner == user)
                .orElse(false);
    }

    Fresh open(Session session, boolean remember) {
        String secret = sessions.open(session);
        return new Fresh(
                session.user().id(),
                secret,
                remember && session.user().role() == Role.PATIENT
                        ? cookie.holding(secret, Duration.between(clock.instant(), session.endsAt()))
                        : cookie.holding(secret));
    }
}
