package org.emiadi.queue;

import java.time.Instant;
import java.util.Optional;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.Tx;

/// The statements about the keys of screens.
final class ScreenSql {
    private ScreenSql() {}

    /// Whether there was none before. A facility that is not there gets none.
    static boolean add(Tx tx, FacilityId facility, String key, Instant now) {
        return tx.update("""
                        insert into queue_screens (facility_id, key, made_at)
                        select id, :key, :now from facilities where id = :facility
                        on conflict (facility_id) do nothing
                        """)
                        .bind("facility", facility.value())
                        .bind("key", key)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    static void replace(Tx tx, FacilityId facility, String key, Instant now) {
        tx.update("""
                        insert into queue_screens (facility_id, key, made_at)
                        select id, :key, :now from facilities where id = :facility
                        on conflict (facility_id) do update set key = excluded.key, made_at = excluded.made_at
                        """)
                .bind("facility", facility.value())
                .bind("key", key)
                .bind("now", now)
                .execute();
    }

    static Optional<String> key(Tx tx, FacilityId facility) {
        return tx.query("select key from queue_screens where facility_id = :facility")
                .bind("facility", facility.value())
                .mapTo(String.class)
                .findOne();
    }

    static Optional<FacilityId> facility(Tx tx, String key) {
        return tx.query("select facility_id from queue_screens where key = :key")
                .bind("key", key)
                .map((row, context) -> new FacilityId(row.getInt("facility_id")))
                .findOne();
    }
}
