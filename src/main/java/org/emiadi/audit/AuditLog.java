package org.emiadi.audit;

import java.time.Clock;
import java.util.Locale;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// The trail: written by all rooms, read by administrators.
public final class AuditLog {
    private final Clock clock;

    public AuditLog(Clock clock) {
        this.clock = clock;
    }

    /// Adds one entry. It is there exactly if the transaction commits.
    public void record(Tx tx, Actor actor, AuditEvent event) {
        AuditSql.add(tx, clock.instant(), actor, event);
    }

    /// The entries that match, newest first.
    public Page<AuditEntry> list(Tx tx, AuditFilter filter, Slice slice) {
        return AuditSql.list(tx, filter, slice);
    }

    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
