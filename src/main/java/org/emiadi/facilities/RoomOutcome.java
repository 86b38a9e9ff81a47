package org.emiadi.facilities;

/// What can come of adding or renaming a room.
public sealed interface RoomOutcome {

    /// It is done; the room as it now stands.
    record Done(Room room) implements RoomOutcome {}

    /// There is no such facility to have a room, or no such room.
    record Absent() implements RoomOutcome {}

    /// Another room of the facility has that name.
    record NameInUse() implements RoomOutcome {}

    /// Somebody renamed the room after the actor had read it.
    record Stale() implements RoomOutcome {}
}
