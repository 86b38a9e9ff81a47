package org.emiadi.people;

/// What can come of changing what is known of a person.
public sealed interface Change<P extends Person> {

    /// It is done; the person as they now stand.
    record Changed<P extends Person>(P person) implements Change<P> {}

    /// There is nobody with that id whom the actor may change.
    record Absent<P extends Person>() implements Change<P> {}

    /// Somebody changed the person after the actor had read it.
    record Stale<P extends Person>() implements Change<P> {}

    /// Somebody else has that phone number, email address or national id.
    ///
    /// @param member `phone`, `email` or `national_id`
    record Taken<P extends Person>(String member) implements Change<P> {}
}
