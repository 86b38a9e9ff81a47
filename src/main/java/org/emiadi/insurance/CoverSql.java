package org.emiadi.insurance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.emiadi.insurance.Covers.Sight;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

final class CoverSql {
    private static final String SELECT =
            "select id, patient_id, provider_name, policy_number, expiry_date, version from insurance i ";
    private static final String SEEN = """
             (:all or i.patient_id = :ownPatient
              or exists (select 1 from care_relations c
                          where c.provider_id = :ownProvider and c.patient_id = i.patient_id))
            """;

    private CoverSql() {}

    static CoverOutcome add(Tx tx, PatientId patient, CoverDetails details) {
        // The patient's row is the source: without it nothing is inserted, with a policy number in use neither.
        var insert = tx.query("""
                with patient as (select id from patients where id = :patient),
                     added as (
                         insert into insurance (patient_id, provider_name, policy_number, expiry_date)
                         select id, :providerName, :policyNumber, :expiryDate from patient
                         on conflict (policy_number) do nothing
                         returning id
                     )
                select (select count(*) from patient) as patients, (select id from added) as cover
                """);
        return bind(insert, details)
                .bind("patient", patient.value())
                .map((row, context) -> added(row, patient, details))
                .one();
    }

    private static CoverOutcome added(ResultSet row, PatientId patient, CoverDetails details) throws SQLException {
        if (row.getInt("patients") == 0) {
            return new CoverOutcome.NoSuchPatient();
        }
        Integer cover = row.getObject("cover", Integer.class);
        return cover == null
                ? new CoverOutcome.PolicyInUse()
                : new CoverOutcome.Done(new Cover(cover, patient, details, 1));
    }

    static Optional<Cover> find(Tx tx, int id, Sight sight) {
        return see(tx.query(SELECT + "where id = :id and" + SEEN), sight)
                .bind("id", id)
                .map((row, context) -> cover(row))
                .findOne();
    }

    static Optional<Cover> lock(Tx tx, int id) {
        return tx.query(SELECT + "where id = :id for update")
                .bind("id", id)
                .map((row, context) -> cover(row))
                .findOne();
    }

    static CoverOutcome change(Tx tx, Cover before, CoverDetails after) {
        try {
            tx.savepoint(
                    () -> bind(tx.update("""
                            update insurance
                               set provider_name = :providerName, policy_number = :policyNumber,
                                   expiry_date = :expiryDate, version = version + 1
                             where id = :id
                            """), after).bind("id", before.id()).execute());
            return new CoverOutcome.Done(new Cover(before.id(), before.patient(), after, before.version() + 1));
        } catch (RuntimeException refusal) {
            return Constraint.in(refusal)
                    .filter(constraint -> constraint.name().equals("insurance_policy_number_key"))
                    .map(constraint -> new CoverOutcome.PolicyInUse())
                    .orElseThrow(() -> refusal);
        }
    }

    static void remove(Tx tx, int id) {
        tx.update("delete from insurance where id = :id").bind("id", id).execute();
    }

    static Page<Cover> list(Tx tx, Sight sight, Optional<PatientId> patient, Slice slice) {
        var rows = see(tx.query(SELECT + """
                        where id > :after
                          and (cast(:patient as integer) is null or patient_id = :patient)
                          and
                        """ + SEEN + " order by id limit :rows"), sight)
                .bind("after", slice.after().map(cursor -> cursor.number(0)).orElse(0L))
                .bind("patient", patient.map(PatientId::value).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> cover(row))
                .list();
        return Page.of(rows, slice.limit(), cover -> Cursor.of(cover.id()));
    }

    private static Query see(Query query, Sight sight) {
        return query.bind("all", sight.all())
                .bind("ownPatient", sight.patient())
                .bind("ownProvider", sight.provider());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, CoverDetails details) {
        return statement
                .bind("providerName", details.providerName())
                .bind("policyNumber", details.policyNumber())
                .bind("expiryDate", details.expiryDate());
    }

    private static Cover cover(ResultSet row) throws SQLException {
        var details = new CoverDetails(
                row.getString("provider_name"),
                row.getString("policy_number"),
                row.getDate("expiry_date").toLocalDate());
        return new Cover(row.getInt("id"), new PatientId(row.getInt("patient_id")), details, row.getInt("version"));
    }
}
