package org.emiadi.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Tx;

/// The statements that tell who the users of the trail are.
final class AccessSql {
    private AccessSql() {}

    private record Named(int user, String name) {}

    static Optional<Integer> userOf(Tx tx, PatientId patient) {
        return tx.query("select id from users where person_id = :person")
                .bind("person", patient.value())
                .mapTo(Integer.class)
                .findOne();
    }

    /// What people call the users, or the names they sign in by where they are nobody's.
    static Map<Integer, String> names(Tx tx, Set<Integer> users) {
        return tx
                .query("""
                        select u.id, coalesce(p.first_name || ' ' || p.last_name, u.username) as name
                          from users u left join persons p on p.id = u.person_id
                         where u.id = any (:users)
                        """)
                .bindArray("users", Integer.class, users)
                .map((row, context) -> new Named(row.getInt("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Named::user, Named::name));
    }
}
