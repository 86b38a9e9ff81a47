package org.emiadi.facilities;

/// A consulting room of a facility.
public record Room(RoomId id, FacilityId facility, String name, int version) {
    public Room {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a room has a name");
        }
    }
}
