package org.emiadi.facilities;

/// The number of a consulting room in our tables and addresses.
public record RoomId(int value) {}
