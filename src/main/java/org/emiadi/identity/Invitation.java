package org.emiadi.identity;

/// What can come of inviting somebody.
public sealed interface Invitation {

    /// The user is there, and sets a password with the code.
    record Invited(User user, ResetCodes.Issued code) implements Invitation {}

    /// The user cannot be made; anything but [UserOutcome.Done].
    record Refused(UserOutcome why) implements Invitation {}

    /// The actor may not make users of that role.
    record NotAllowed() implements Invitation {}

    /// There is neither a name nor a person to make one of.
    record Nameless() implements Invitation {}
}
