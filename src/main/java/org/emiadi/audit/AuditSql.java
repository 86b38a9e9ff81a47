package org.emiadi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

final class AuditSql {
    private AuditSql() {}

    static void add(Tx tx, Instant at, Actor actor, AuditEvent event) {
        tx.update("""
                        with entry as (
                            insert into audit_entries (at, user_id, role, action, outcome, subject_type, subject_id,
                                                       patient_id, address, request_id, detail)
                            values (:at, :user, :role, :action, :outcome, :subject, :subjectId,
                                    :patient, :address, :request, :detail)
                            returning id
                        )
                        insert into audit_unlinked (entry_id) select id from entry
                        """)
                .bind("at", at)
                .bind("user", actor.userId())
                .bind("role", actor.role() == null ? "nobody" : actor.role().text())
                .bind("action", event.action())
                .bind("outcome", AuditLog.text(event.outcome()))
                .bind("subject", event.subject())
                .bind("subjectId", event.subjectId())
                .bind("patient", event.patientId())
                .bind("address", actor.origin().address())
                .bind("request", actor.origin().requestId())
                .bind("detail", event.detail())
                .execute();
    }

    static Page<AuditEntry> list(Tx tx, AuditFilter filter, Slice slice) {
        var rows = tx.query("""
                        select id, at, user_id, role, action, outcome, subject_type, subject_id, patient_id,
                               address, request_id, detail
                          from audit_entries
                         where (cast(:user as integer) is null or user_id = :user)
                           and (cast(:patient as integer) is null or patient_id = :patient)
                           and (cast(:action as text) is null or action = :action)
                           and (cast(:from as timestamptz) is null or at >= :from)
                           and (cast(:to as timestamptz) is null or at < :to)
                           and (cast(:before as bigint) is null or id < :before)
                         order by id desc
                         limit :rows
                        """)
                .bind("user", filter.userId().orElse(null))
                .bind("patient", filter.patientId().orElse(null))
                .bind("action", filter.action().orElse(null))
                .bind("from", filter.from().orElse(null))
                .bind("to", filter.to().orElse(null))
                .bind("before", slice.after().map(cursor -> cursor.number(0)).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> entry(row))
                .list();
        return Page.of(rows, slice.limit(), entry -> Cursor.of(entry.id()));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        var event = new AuditEvent(
                row.getString("action"),
                AuditEvent.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("subject_type"),
                row.getObject("subject_id", Integer.class),
                row.getObject("patient_id", Integer.class),
                row.getString("detail"));
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getObject("user_id", Integer.class),
                row.getString("role"),
                event,
                row.getString("address"),
                row.getString("request_id"));
    }
}
