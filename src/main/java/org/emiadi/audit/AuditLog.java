package org.emiadi.audit;

import java.time.Clock;
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

    /// The entries that match, newest first. Reading the trail is in the trail as well.
    public Page<AuditEntry> list(Tx tx, Actor actor, AuditFilter filter, Slice slice) {
        var page = AuditSql.list(tx, filter, slice);
        var event = AuditEvent.done("audit.listed").detail(page.rows().size() + " rows");
        record(tx, actor, filter.patientId().map(event::ofPatient).orElse(event));
        return page;
    }
}
