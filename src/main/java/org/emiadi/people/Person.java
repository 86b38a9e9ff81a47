package org.emiadi.people;

/// Somebody whom the clinic knows.
public sealed interface Person permits Patient, Provider {

    /// The number that patients, providers and users share.
    int personId();

    PersonDetails details();

    /// Grows by one with each change.
    int version();
}
