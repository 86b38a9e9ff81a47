package org.emiadi.web.signin;

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
    private final Clock clock;

    BrowserSignIn(WebSessions sessions, SessionCookie cookie, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.clock = clock;
    }

    /// A new secret, and the cookie that holds it.
    record Fresh(String secret, NewCookie cookie) {
        @Override
        public String toString() {
            return "Fresh[…]";
        }
    }

    Fresh open(Session session, boolean remember) {
        String secret = sessions.open(session);
        return new Fresh(
                secret,
                remember && session.user().role() == Role.PATIENT
                        ? cookie.holding(secret, Duration.between(clock.instant(), session.endsAt()))
                        : cookie.holding(secret));
    }
}
