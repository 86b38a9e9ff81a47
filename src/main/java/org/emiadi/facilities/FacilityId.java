package org.emiadi.facilities;

/// The number of a facility in our tables and addresses.
public record FacilityId(int value) {}
