package org.emiadi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.Values;
import org.jdbi.v3.core.statement.SqlStatements;

final class AuditSql {
    private static final String SELECT = """
            select e.id, e.at, e.user_id, e.role, e.action, e.outcome, e.subject_type, e.subject_id, e.patient_id,
                   e.address, e.request_id, e.detail
              from audit_entries e
            """;

    private static final String ADD = adding("values (%s, :patient, :detail)");
    private static final String ADD_OF_PATIENTS =
            adding("select %s, patient, detail from unnest(:patients, :details) as of_patient (patient, detail)");

    private AuditSql() {}

    static void add(Tx tx, Instant at, Actor actor, AuditEvent event) {
        var values = common(at, actor, event).with("patient", event.patientId()).with("detail", event.detail());
        tx.atCommit(ADD, values);
    }

    static void addOfPatients(
            Tx tx, Instant at, Actor actor, AuditEvent event, SortedMap<Integer, String> detailByPatient) {
        var values = common(at, actor, event)
                .with("patients", detailByPatient.keySet().toArray(Integer[]::new))
                .with("details", detailByPatient.values().toArray(String[]::new));
        tx.atCommit(ADD_OF_PATIENTS, values);
    }

    private static String adding(String rows) {
        return """
                with entry as (
                    insert into audit_entries (at, user_id, role, action, outcome, subject_type, subject_id, address,
                                               request_id, patient_id, detail)
                """
                + rows.formatted(":at, :user, :role, :action, :outcome, :subject, :subjectId, :address, :request")
                + """

                    returning id
                )
                insert into audit_unlinked (entry_id) select id from entry
                """;
    }

    private static Values common(Instant at, Actor actor, AuditEvent event) {
        return new Values()
                .with("at", at)
                .with("user", actor.userId())
                .with("role", actor.role() == null ? "nobody" : actor.role().text())
                .with("action", event.action())
                .with("outcome", event.outcome().name().toLowerCase(Locale.ROOT))
                .with("subject", event.subject())
                .with("subjectId", event.subjectId())
                .with("address", actor.origin().address())
                .with("request", actor.origin().requestId());
    }

    static Page<AuditEntry> list(Tx tx, AuditFilter filter, Optional<Cursor> after, int limit) {
        var query = tx.query(SELECT + " where " + String.join(" and ", conditions(filter, after))
                + " order by e.id desc limit :rows");
        // What does not narrow the list is bound in vain.
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        var rows = query.bind("user", filter.userId().orElse(null))
                .bind("patient", filter.patientId().orElse(null))
                .bind("action", filter.action().orElse(null))
                .bind("from", filter.from().orElse(null))
                .bind("to", filter.to().orElse(null))
                .bind("before", after.map(cursor -> cursor.number(0)).orElse(null))
                .bind("rows", limit + 1)
                .map((row, context) -> entry(row))
                .list();
        return Page.of(rows, limit, entry -> Cursor.of(entry.id()));
    }

    static Page<AuditEntry> listOfPatient(Tx tx, int patient, Optional<Integer> exceptUser, Slice slice) {
        var rows = tx.query(SELECT + """
                         where e.patient_id = :patient
                           and (cast(:except as integer) is null or e.user_id is distinct from :except)
                           and e.id < :before
                         order by e.id desc
                         limit :rows
                        """)
                .bind("patient", patient)
                .bind("except", exceptUser.orElse(null))
                .bind("before", slice.after().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE))
                .bind("rows", slice.rows())
                .map((row, context) -> entry(row))
                .list();
        return Page.of(rows, slice.limit(), entry -> Cursor.of(entry.id()));
    }

    private static List<String> conditions(AuditFilter filter, Optional<Cursor> after) {
        var conditions = new ArrayList<String>();
        filter.userId().ifPresent(given -> conditions.add("e.user_id = :user"));
        filter.patientId().ifPresent(given -> conditions.add("e.patient_id = :patient"));
        filter.action().ifPresent(given -> conditions.add("e.action = :action"));
        filter.from().ifPresent(given -> conditions.add("e.at >= :from"));
        filter.to().ifPresent(given -> conditions.add("e.at < :to"));
        after.ifPresent(given -> conditions.add("e.id < :before"));
        return conditions.isEmpty() ? List.of("true") : conditions;
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
