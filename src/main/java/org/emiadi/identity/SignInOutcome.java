package org.emiadi.identity;

import java.time.Duration;

/// What can come of proving who one is.
public sealed interface SignInOutcome {

    /// It is proved.
    record Done(Session session) implements SignInOutcome {}

    /// It is not; which of the two things was wrong is not told, nor whether the user exists.
    record Wrong() implements SignInOutcome {}

    /// Too many wrong guesses; the next one is looked at after that time.
    record Wait(Duration time) implements SignInOutcome {}

    /// The new password is not good.
    ///
    /// @param key of the field error
    record BadPassword(String key) implements SignInOutcome {}
}
