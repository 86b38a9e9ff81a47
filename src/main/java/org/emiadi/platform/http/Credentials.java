package org.emiadi.platform.http;

import java.util.Optional;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Origin;

/// Tells whose a bearer token or a browser is. Kept by the room that issues the tokens. The token is asked for on every
/// request of the API, without a query.
public interface Credentials {

    /// Empty where the token is forged, expired, revoked or of a user who may no longer sign in.
    Optional<Bearer> check(String token, Origin origin);

    /// Empty where the cookie is forged, ended, or of a user who may no longer sign in.
    ///
    /// @param byHand a person asks, not a page that renews itself
    Optional<Browser> browser(String secret, Origin origin, boolean byHand);

    /// The browser behind a good cookie.
    ///
    /// @param idle nobody has used it for longer than a sign-in of staff lasts
    record Browser(Bearer user, PageSession session, boolean idle) {}

    /// The user behind a good token.
    ///
    /// @param mustChangePassword nothing else is open to the user before that
    record Bearer(Actor actor, boolean mustChangePassword) {}
}
