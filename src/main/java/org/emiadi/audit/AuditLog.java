package org.emiadi.audit;

import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// The trail: written by all rooms, read by administrators.
public final class AuditLog {
    /// A month or so of a busy clinic, and little enough to be held in memory.
    public static final int MOST_EXPORTED = 10_000;

    private final Clock clock;

    public AuditLog(Clock clock) {
        this.clock = clock;
    }

    /// Adds one entry. It is there exactly if the transaction commits.
    public void record(Tx tx, Actor actor, AuditEvent event) {
        AuditSql.add(tx, clock.instant(), actor, event);
    }

    /// Adds an entry for each patient, all at once.
    ///
    /// @param event           without a patient and a detail
    /// @param detailByPatient the detail for each, by the patient's id; where there are none, nothing is added
    public void recordOfPatients(Tx tx, Actor actor, AuditEvent event, SortedMap<Integer, String> detailByPatient) {
        if (!detailByPatient.isEmpty()) {
            AuditSql.addOfPatients(tx, clock.instant(), actor, event, detailByPatient);
        }
    }

    /// As many entries as [#MOST_EXPORTED] that match, newest first, from after a row that was seen before.
    public Page<AuditEntry> export(Tx tx, Actor actor, AuditFilter filter, Optional<Cursor> after) {
        var page = AuditSql.list(tx, filter, after, MOST_EXPORTED);
        record(tx, actor, read("audit.exported", filter, page));
        return page;
    }

    /// The entries that match, newest first. Reading the trail is in the trail as well.
    public Page<AuditEntry> list(Tx tx, Actor actor, AuditFilter filter, Slice slice) {
        var page = AuditSql.list(tx, filter, slice.after(), slice.limit());
        record(tx, actor, read("audit.listed", filter, page));
        return page;
    }

    private static AuditEvent read(String action, AuditFilter filter, Page<AuditEntry> page) {
        var event = AuditEvent.done(action).detail(page.rows().size() + " rows");
        return filter.patientId().map(event::ofPatient).orElse(event);
    }

    /// What was done with the data of a patient, newest first. Whoever asks records that they were read.
    ///
    /// @param exceptUser whose doings are left out
    public Page<AuditEntry> listOfPatient(Tx tx, int patient, Optional<Integer> exceptUser, Slice slice) {
        return AuditSql.listOfPatient(tx, patient, exceptUser, slice);
    }
}
