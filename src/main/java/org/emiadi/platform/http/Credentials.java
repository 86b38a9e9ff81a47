package org.emiadi.platform.http;

import java.util.Optional;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Origin;

/// Tells whose a bearer token is. Kept by the room that issues the tokens; asked on every request, without a query.
public interface Credentials {

    /// Empty where the token is forged, expired, revoked or of a user who may no longer sign in.
    Optional<Bearer> check(String token, Origin origin);

    /// The user behind a good token.
    ///
    /// @param mustChangePassword nothing else is open to the user before that
    record Bearer(Actor actor, boolean mustChangePassword) {}
}
