package org.emiadi.people;

/// What can come of registering a person.
public sealed interface Registration<P extends Person> {

    /// It is done.
    record Registered<P extends Person>(P person) implements Registration<P> {}

    /// Somebody else has that phone number, email address or national id.
    ///
    /// @param member `phone`, `email` or `national_id`
    record Taken<P extends Person>(String member) implements Registration<P> {}
}
