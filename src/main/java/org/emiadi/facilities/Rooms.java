package org.emiadi.facilities;

import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// The consulting rooms of all facilities. Everybody may know them; administrators add and rename them.
public final class Rooms {
    private final AuditLog audit;

    public Rooms(AuditLog audit) {
        this.audit = audit;
    }

    public RoomOutcome add(Tx tx, Actor actor, FacilityId facility, String name) {
        RoomOutcome outcome = RoomSql.add(tx, facility, name.strip());
        record(tx, actor, "room.added", outcome);
        return outcome;
    }

    public Optional<Room> find(Tx tx, RoomId id) {
        return RoomSql.find(tx, id);
    }

    /// The rooms of a facility, by id.
    public Page<Room> list(Tx tx, FacilityId facility, Slice slice) {
        return RoomSql.list(tx, facility, slice);
    }

    /// Gives a room another name.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public RoomOutcome rename(Tx tx, Actor actor, RoomId id, OptionalInt expected, String name) {
        RoomOutcome outcome = RoomSql.lock(tx, id)
                .map(before -> rename(tx, before, expected, name.strip()))
                .orElseGet(RoomOutcome.Absent::new);
        record(tx, actor, "room.renamed", outcome);
        return outcome;
    }

    private static RoomOutcome rename(Tx tx, Room before, OptionalInt expected, String name) {
        return expected.isPresent() && expected.getAsInt() != before.version()
                ? new RoomOutcome.Stale()
                : RoomSql.rename(tx, before, name);
    }

    private void record(Tx tx, Actor actor, String action, RoomOutcome outcome) {
        audit.record(
                tx,
                actor,
                outcome instanceof RoomOutcome.Done(Room room)
                        ? AuditEvent.done(action).on("room", room.id().value())
                        : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName()));
    }
}
