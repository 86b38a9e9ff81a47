package org.emiadi.availability;

/// The number of working hours in our tables and addresses.
public record HoursId(int value) {}
