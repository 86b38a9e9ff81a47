package org.emiadi.people;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.emiadi.people.Patients.Sight;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.Query;

final class PatientSql {
    static final String COLUMNS = "t.id, t.patient_id, t.patient_number, " + PersonSql.COLUMNS;
    private static final String FROM = " from patients t join persons p on p.id = t.id ";
    private static final String SEEN = " (:all or t.id = :own) ";

    private PatientSql() {}

    static Patient add(Tx tx, int person, PersonDetails details) {
        String uuid = UUID.randomUUID().toString();
        String number = tx.query("""
                        insert into patients (id, patient_id, patient_number)
                        values (:id, :uuid, next_patient_number())
                        returning patient_number
                        """)
                .bind("id", person)
                .bind("uuid", uuid)
                .mapTo(String.class)
                .one();
        return new Patient(new PatientId(person), uuid, number, details, 1);
    }

    static Optional<Patient> find(Tx tx, PatientId id, Sight sight) {
        return see(tx.query("select " + COLUMNS + FROM + "where t.id = :id and " + SEEN), sight)
                .bind("id", id.value())
                .map((row, context) -> patient(row))
                .findOne();
    }

    static Optional<PatientId> idOf(Tx tx, String uuid) {
        return tx.query("select id from patients where patient_id = :uuid")
                .bind("uuid", uuid)
                .map((row, context) -> new PatientId(row.getInt("id")))
                .findOne();
    }

    static Optional<Patient> lock(Tx tx, PatientId id) {
        return tx.query("select " + COLUMNS + FROM + "where t.id = :id for no key update of p")
                .bind("id", id.value())
                .map((row, context) -> patient(row))
                .findOne();
    }

    static Page<Patient> list(Tx tx, Sight sight, Slice slice) {
        var rows = see(
                        tx.query("select " + COLUMNS + FROM + "where t.id > :after and" + SEEN
                                + "order by t.id limit :rows"),
                        sight)
                .bind("after", slice.after().map(cursor -> cursor.number(0)).orElse(0L))
                .bind("rows", slice.rows())
                .map((row, context) -> patient(row))
                .list();
        return Page.of(rows, slice.limit(), patient -> Cursor.of(patient.personId()));
    }

    static List<Patient> several(Tx tx, Sight sight, Collection<PatientId> ids, int most) {
        return see(
                        tx.query("select " + COLUMNS + FROM + "where t.id = any (:ids) and" + SEEN
                                + "order by t.id limit :most"),
                        sight)
                .bindArray(
                        "ids",
                        Integer.class,
                        ids.stream().map(PatientId::value).distinct().toList())
                .bind("most", most)
                .map((row, context) -> patient(row))
                .list();
    }

    static Page<Patient> search(Tx tx, Sight sight, PersonSearch search, Slice slice) {
        var query = sight.all() && search.isOfNames() ? byName(tx, search) : among(tx, sight, search);
        var rows = query.bind(
                        "score", slice.after().map(cursor -> cursor.decimal(0)).orElse(null))
                .bind("after", slice.after().map(cursor -> cursor.number(1)).orElse(0L))
                .bind("rows", slice.rows())
                .map((row, context) -> new Found(row.getBigDecimal("score"), patient(row)))
                .list();
        return Page.of(
                        rows,
                        slice.limit(),
                        found -> Cursor.of(found.score(), found.patient().personId()))
                .map(Found::patient);
    }

    private static Query byName(Tx tx, PersonSearch search) {
        return tx.query("""
                        select %s, f.score
                          from patients_by_name(:words, cast(:score as numeric), :after, :rows) f
                          join patients t on t.id = f.id
                          join persons p on p.id = f.id
                         order by -f.score, f.id
                        """.formatted(COLUMNS)).bindArray("words", String.class, search.words());
    }

    // Patients search among themselves alone.
    private static Query among(Tx tx, Sight sight, PersonSearch search) {
        String candidates = sight.all() ? "p.id = any (array(" + search.candidates() + ")) and " : "";
        var query =
                tx.query("""
                select * from (select %s, %s as score %s where %s %s and (%s)) found
                 where (cast(:score as numeric) is null or (-score, id) > (-cast(:score as numeric), :after))
                 order by -score, id
                 limit :rows
                """.formatted(COLUMNS, search.score(), FROM, candidates, SEEN, search.conditionOnPatients()));
        return search.bindToPatients(see(query, sight));
    }

    private record Found(BigDecimal score, Patient patient) {}

    private static Query see(Query query, Sight sight) {
        return query.bind("all", sight.all()).bind("own", sight.own());
    }

    static Patient patient(ResultSet row) throws SQLException {
        return new Patient(
                new PatientId(row.getInt("id")),
                row.getString("patient_id"),
                row.getString("patient_number"),
                PersonSql.details(row),
                row.getInt("version"));
    }
}
