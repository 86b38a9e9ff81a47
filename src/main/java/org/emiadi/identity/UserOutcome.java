package org.emiadi.identity;

/// What can come of making or changing a user. Everything but [Done] has written nothing but its trace.
public sealed interface UserOutcome {

    /// It is done; the user as they now stand.
    record Done(User user) implements UserOutcome {}

    /// Another user has that name, case aside.
    record NameTaken() implements UserOutcome {}

    /// Another user is that person.
    record PersonTaken() implements UserOutcome {}

    /// The role is for somebody who is a patient or provider, and nobody is named.
    record PersonMissing() implements UserOutcome {}

    /// The person named is not what the role asks for.
    ///
    /// @param type `patient`, `provider` or `person`
    record PersonIsNot(String type) implements UserOutcome {}

    /// The password is not good.
    ///
    /// @param key of the field error
    record BadPassword(String key) implements UserOutcome {}

    /// There is no such user.
    record Absent() implements UserOutcome {}

    /// Nobody would be left to administer the clinic.
    record LastAdmin() implements UserOutcome {}
}
