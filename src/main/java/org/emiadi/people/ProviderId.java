package org.emiadi.people;

/// The number of a provider in our tables and addresses.
public record ProviderId(int value) {}
