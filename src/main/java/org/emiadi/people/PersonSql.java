package org.emiadi.people;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The table that patients and providers share.
final class PersonSql {
    static final String COLUMNS = """
            p.first_name, p.last_name, p.date_of_birth, p.phone, p.email, p.gender, p.national_id, p.version
            """;

    private static final Map<String, String> MEMBER_OF_CONSTRAINT = Map.of(
            "persons_phone_key", "phone", "persons_email_key", "email", "persons_national_id_key", "national_id");

    private PersonSql() {}

    /// The new id; empty where somebody has one of the things that belong to one person only.
    static Optional<Integer> add(Tx tx, String type, PersonDetails details) {
        var insert = tx.query("""
                insert into persons (first_name, last_name, date_of_birth, phone, email, gender, national_id, type)
                values (:firstName, :lastName, :dateOfBirth, :phone, :email, :gender, :nationalId, :type)
                on conflict do nothing
                returning id
                """);
        return bind(insert, details).bind("type", type).mapTo(Integer.class).findOne();
    }

    /// Which of the things that belong to one person only somebody else has.
    static String takenMember(Tx tx, PersonDetails details) {
        return bindOwn(tx.query("""
                        select case when phone = :phone then 'phone' when email = :email then 'email' else 'national_id' end
                          from persons
                         where phone = :phone or email = :email or national_id = :nationalId
                         order by id
                         limit 1
                        """), details)
                .mapTo(String.class)
                .findOne()
                // Who had it has just let go of it; the next attempt will succeed.
                .orElse("phone");
    }

    /// Writes the details; tells which member is taken where one is, and then has changed nothing.
    static Optional<String> change(Tx tx, int id, PersonDetails details) {
        try {
            tx.savepoint(() -> bind(tx.update("""
                            update persons
                               set first_name = :firstName, last_name = :lastName, date_of_birth = :dateOfBirth,
                                   phone = :phone, email = :email, gender = :gender, national_id = :nationalId,
                                   version = version + 1
                             where id = :id
                            """), details).bind("id", id).execute());
            return Optional.empty();
        } catch (RuntimeException refusal) {
            return Optional.of(Constraint.in(refusal)
                    .map(constraint -> MEMBER_OF_CONSTRAINT.get(constraint.name()))
                    .orElseThrow(() -> refusal));
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, PersonDetails details) {
        return bindSought(statement, details)
                .bind("firstName", details.firstName())
                .bind("lastName", details.lastName())
                .bind(
                        "gender",
                        details.gender() == null ? null : details.gender().code());
    }

    /// Binds what a person is known again by, apart from the name.
    static <S extends SqlStatement<S>> S bindSought(S statement, PersonDetails details) {
        return bindOwn(statement, details).bind("dateOfBirth", details.dateOfBirth());
    }

    // What belongs to one person only.
    private static <S extends SqlStatement<S>> S bindOwn(S statement, PersonDetails details) {
        return statement
                .bind("phone", details.phone() == null ? null : details.phone().e164())
                .bind("email", details.email() == null ? null : details.email().value())
                .bind(
                        "nationalId",
                        details.nationalId() == null
                                ? null
                                : details.nationalId().value());
    }

    /// Reads the columns of [#COLUMNS], apart from the version.
    static PersonDetails details(ResultSet row) throws SQLException {
        Date birth = row.getDate("date_of_birth");
        @Nullable String phone = row.getString("phone");
        @Nullable String email = row.getString("email");
        @Nullable String gender = row.getString("gender");
        @Nullable String nationalId = row.getString("national_id");
        return new PersonDetails(
                row.getString("first_name"),
                row.getString("last_name"),
                birth == null ? null : birth.toLocalDate(),
                phone == null ? null : new PhoneNumber(phone),
                email == null ? null : new EmailAddress(email),
                gender == null ? null : Gender.parse(gender).orElseThrow(),
                nationalId == null ? null : new NationalId(nationalId));
    }
}
