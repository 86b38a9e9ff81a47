package org.emiadi.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import org.emiadi.people.LikelyDuplicate.Sign;
import org.emiadi.platform.Tx;

/// Finds patients who are alike. Names are compared as sets of their trigrams, so that their order does not count.
final class LikelyDuplicateSql {
    /// From this similarity on two names are the same one, misspelt: `Wanjiku Kamau` and `Wanjku Kamao` have 0.6.
    private static final double SAME_NAME = 0.55;

    /// Enough of a name where the day of birth is the same: one of two names, or a name after a wedding.
    private static final double SOME_OF_NAME = 0.3;

    /// How many of a name are compared, those first whose names fit best.
    private static final int MOST_COMPARED = 100;

    private static final String LIKENESS =
            "similarity(miadi_fold(:name), miadi_fold(p.first_name || ' ' || p.last_name))";

    private LikelyDuplicateSql() {}

    // Two people of one name who were born on different days are two people, unless a digit of the day was mistyped:
    // the name must then be the very same.
    static List<LikelyDuplicate> list(Tx tx, PersonDetails details) {
        var query = tx.query("""
                with name as (
                    select array(select words_of_name(:firstName, :lastName)) as words
                ), alike as (
                    select id from persons where phone = :phone or email = :email or national_id = :nationalId
                     union
                    select p.id from persons p where p.date_of_birth = :dateOfBirth and %2$s >= :someOfName
                     union
                    select f.id from name cross join patients_by_name(name.words, null, 0, :mostCompared) f
                     union
                    -- Of three names one may not be known.
                    select f.id
                      from name
                     cross join unnest(name.words) unknown
                     cross join patients_by_name(array_remove(name.words, unknown), null, 0, :mostCompared) f
                     where cardinality(name.words) > 2
                ), compared as (
                    select %1$s,
                           coalesce(p.national_id = :nationalId, false) as same_national_id,
                           coalesce(p.phone = :phone, false) as same_phone,
                           coalesce(p.email = :email, false) as same_email,
                           coalesce(p.date_of_birth = :dateOfBirth, false) as same_date_of_birth,
                           coalesce(p.date_of_birth <> :dateOfBirth, false) as other_date_of_birth,
                           %2$s as likeness
                      from alike join patients t using (id) join persons p using (id)
                )
                select *, likeness >= :sameName as same_name
                  from compared
                 where same_national_id or same_phone or same_email or same_date_of_birth
                    or likeness >= case when other_date_of_birth then 1 else :sameName end
                 order by same_national_id desc, same_phone desc, same_email desc,
                          likeness + same_date_of_birth::int desc, id
                 limit :rows
                """.formatted(PatientSql.COLUMNS, LIKENESS));
        return PersonSql.bindSought(query, details)
                .bind("name", details.name())
                .bind("firstName", details.firstName())
                .bind("lastName", details.lastName())
                .bind("mostCompared", MOST_COMPARED)
                .bind("sameName", SAME_NAME)
                .bind("someOfName", SOME_OF_NAME)
                .bind("rows", LikelyDuplicate.MOST)
                .map((row, context) -> new LikelyDuplicate(PatientSql.patient(row), signs(row)))
                .list();
    }

    private static EnumSet<Sign> signs(ResultSet row) throws SQLException {
        var signs = EnumSet.noneOf(Sign.class);
        for (Sign sign : Sign.values()) {
            if (row.getBoolean("same_" + sign.text())) {
                signs.add(sign);
            }
        }
        return signs;
    }
}
