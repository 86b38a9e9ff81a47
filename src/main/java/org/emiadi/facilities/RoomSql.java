package org.emiadi.facilities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

final class RoomSql {
    private static final String SELECT = "select id, facility_id, name, version from rooms ";

    private RoomSql() {}

    static RoomOutcome add(Tx tx, FacilityId facility, String name) {
        // The facility's row is the source: without it nothing is inserted, with a name in use neither.
        return tx.query("""
                        with facility as (select id from facilities where id = :facility),
                             added as (
                                 insert into rooms (facility_id, name)
                                 select id, :name from facility
                                 on conflict do nothing
                                 returning id
                             )
                        select (select count(*) from facility) as facilities, (select id from added) as room
                        """)
                .bind("facility", facility.value())
                .bind("name", name)
                .map((row, context) -> added(row, facility, name))
                .one();
    }

    private static RoomOutcome added(ResultSet row, FacilityId facility, String name) throws SQLException {
        if (row.getInt("facilities") == 0) {
            return new RoomOutcome.Absent();
        }
        Integer room = row.getObject("room", Integer.class);
        return room == null
                ? new RoomOutcome.NameInUse()
                : new RoomOutcome.Done(new Room(new RoomId(room), facility, name, 1));
    }

    static RoomOutcome rename(Tx tx, Room before, String name) {
        try {
            tx.savepoint(() -> tx.update("update rooms set name = :name, version = version + 1 where id = :id")
                    .bind("name", name)
                    .bind("id", before.id().value())
                    .execute());
            return new RoomOutcome.Done(new Room(before.id(), before.facility(), name, before.version() + 1));
        } catch (RuntimeException refusal) {
            if (Constraint.refused(refusal, Constraint.UNIQUE)) {
                return new RoomOutcome.NameInUse();
            }
            throw refusal;
        }
    }

    static Optional<Room> find(Tx tx, RoomId id) {
        return tx.query(SELECT + "where id = :id")
                .bind("id", id.value())
                .map((row, context) -> room(row))
                .findOne();
    }

    static Optional<Room> lock(Tx tx, RoomId id) {
        return tx.query(SELECT + "where id = :id for no key update")
                .bind("id", id.value())
                .map((row, context) -> room(row))
                .findOne();
    }

    static Page<Room> list(Tx tx, FacilityId facility, Slice slice) {
        var rows = tx.query(SELECT + "where facility_id = :facility and id > :after order by id limit :rows")
                .bind("facility", facility.value())
                .bind("after", slice.after().map(cursor -> cursor.number(0)).orElse(0L))
                .bind("rows", slice.rows())
                .map((row, context) -> room(row))
                .list();
        return Page.of(rows, slice.limit(), room -> Cursor.of(room.id().value()));
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(
                new RoomId(row.getInt("id")),
                new FacilityId(row.getInt("facility_id")),
                row.getString("name"),
                row.getInt("version"));
    }
}
