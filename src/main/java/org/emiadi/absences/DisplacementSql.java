package org.emiadi.absences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.SqlStatements;

/// Every statement that asks `displacements`, the rule of what absences displace.
final class DisplacementSql {
    private static final String COLUMNS = "appointment_id, patient_id, provider_id, facility_id, starts, ends, status";
    /// Any number that nobody else takes.
    private static final long TURNS = 7_241_130_001L;

    private DisplacementSql() {}

    /// Waits until nobody is keeping an appointment, and keeps them waiting until the transaction ends. An absence
    /// that was dated first and committed last would otherwise count as known to somebody who could not see it.
    static void takeTurn(Tx tx) {
        tx.query("select pg_advisory_xact_lock(:turns)::text")
                .bind("turns", TURNS)
                .mapTo(String.class)
                .one();
    }

    /// The same for who keeps an appointment: any number of them may do so at once.
    static void takeSharedTurn(Tx tx) {
        tx.query("select pg_advisory_xact_lock_shared(:turns)::text")
                .bind("turns", TURNS)
                .mapTo(String.class)
                .one();
    }

    /// What an absence displaces from now on.
    static Displacement of(Tx tx, Reason.Absence absence, int id, Instant now) {
        record Row(Displaced displaced, int count) {}
        var rows = tx.query("select " + COLUMNS + ", count(*) over () as count" + """
                          from displacements(tstzrange(:now, null), null)
                         where absence = :absence and absence_id = :id
                         order by starts, appointment_id
                         limit :most
                        """)
                .bind("now", now)
                .bind("absence", absence.text())
                .bind("id", id)
                .bind("most", Displacement.MOST_LISTED)
                .map((row, context) -> new Row(displaced(row), row.getInt("count")))
                .list();
        return rows.isEmpty()
                ? Displacement.NONE
                : new Displacement(
                        rows.stream().map(Row::displaced).toList(),
                        rows.getFirst().count());
    }

    /// The appointments that need moving, by start.
    static Page<ToMove> list(Tx tx, NeedsMoving.Filter filter, Slice slice, Instant now) {
        Instant from = filter.from().filter(now::isBefore).orElse(now);
        if (filter.to().filter(to -> !to.isAfter(from)).isPresent()) {
            return new Page<>(List.of(), Optional.empty());
        }
        var query = tx.query("select " + COLUMNS + """
                , array_agg(absence order by absence, absence_id) as absences,
                       array_agg(absence_id order by absence, absence_id) as ids,
                       array_agg(because order by absence, absence_id) as names
                  from displacements(tstzrange(:span_from, :to), :provider)
                """ + where(filter, slice) + "group by " + COLUMNS
                + " order by starts, appointment_id limit :rows");
        // What does not narrow the list is bound in vain.
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        var rows = query.bind("span_from", from)
                .bind("from", filter.from().orElse(null))
                .bind("to", filter.to().orElse(null))
                .bind("provider", filter.provider().map(ProviderId::value).orElse(null))
                .bind("facility", filter.facility().map(FacilityId::value).orElse(null))
                .bind("afterStart", slice.after().map(key -> key.instant(0)).orElse(null))
                .bind("afterId", slice.after().map(key -> key.number(1)).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> new ToMove(displaced(row), reasons(row)))
                .list();
        return Page.of(
                rows,
                slice.limit(),
                last -> Cursor.of(
                        last.appointment().during().start(),
                        last.appointment().id().value()));
    }

    private static String where(NeedsMoving.Filter filter, Slice slice) {
        var conditions = new ArrayList<String>();
        filter.from().ifPresent(given -> conditions.add("starts >= :from"));
        filter.to().ifPresent(given -> conditions.add("starts < :to"));
        filter.facility().ifPresent(given -> conditions.add("facility_id = :facility"));
        slice.after().ifPresent(given -> conditions.add("(starts, appointment_id) > (:afterStart, :afterId)"));
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions) + " ";
    }

    /// Those of some appointments that need moving.
    ///
    /// @param during a span that all of them lie in
    static List<Integer> among(Tx tx, List<Integer> appointments, TimeRange during) {
        return tx.query("""
                        select distinct appointment_id
                          from displacements(tstzrange(:start, :end), null)
                         where appointment_id = any (:appointments)
                         order by appointment_id
                        """)
                .bind("start", during.start())
                .bind("end", during.end())
                .bindArray("appointments", Integer.class, appointments)
                .mapTo(Integer.class)
                .list();
    }

    private static Displaced displaced(ResultSet row) throws SQLException {
        return new Displaced(
                new AppointmentId(row.getInt("appointment_id")),
                new PatientId(row.getInt("patient_id")),
                new ProviderId(row.getInt("provider_id")),
                new FacilityId(row.getInt("facility_id")),
                new TimeRange(
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()),
                AppointmentStatus.parse(row.getString("status")).orElseThrow());
    }

    private static List<Reason> reasons(ResultSet row) throws SQLException {
        var absences = (String[]) row.getArray("absences").getArray();
        var ids = (Integer[]) row.getArray("ids").getArray();
        var names = (String[]) row.getArray("names").getArray();
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < ids.length; i++) {
            reasons.add(new Reason(Reason.Absence.parse(absences[i]), ids[i], names[i]));
        }
        return reasons;
    }
}
