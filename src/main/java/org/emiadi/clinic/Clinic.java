package org.emiadi.clinic;

/// The clinic as it is set now.
///
/// @param version grows by one with each change
public record Clinic(ClinicDetails details, int version) {}
