package org.emiadi.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

final class ProviderSql {
    private static final String SELECT = "select t.id, t.cadre, t.specialization, " + PersonSql.COLUMNS
            + " from providers t join persons p on p.id = t.id ";

    // Anybody may search here, so numbers and addresses are left out: a hit would give them away.
    private static final String NAMES = "miadi_fold(p.first_name || ' ' || p.last_name)";

    private ProviderSql() {}

    static Provider add(Tx tx, int person, Providers.Profile profile) {
        tx.update("insert into providers (id, cadre, specialization) values (:id, :cadre, :specialization)")
                .bind("id", person)
                .bind("cadre", profile.practice().cadre())
                .bind("specialization", profile.practice().specialization())
                .execute();
        return new Provider(new ProviderId(person), profile.practice(), profile.details(), 1);
    }

    static Optional<Provider> find(Tx tx, ProviderId id) {
        return tx.query(SELECT + "where t.id = :id")
                .bind("id", id.value())
                .map((row, context) -> provider(row))
                .findOne();
    }

    static Map<ProviderId, String> names(Tx tx, Collection<ProviderId> ids, int most) {
        return tx.query("""
                        select p.id, p.first_name || ' ' || p.last_name as name
                          from providers t join persons p on p.id = t.id
                         where t.id = any (:ids)
                         order by p.id
                         limit :most
                        """)
                .bindArray(
                        "ids",
                        Integer.class,
                        ids.stream().map(ProviderId::value).distinct().toList())
                .bind("most", most)
                .map((row, context) -> Map.entry(new ProviderId(row.getInt("id")), row.getString("name")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static List<Provider> findAll(Tx tx, Collection<ProviderId> ids, int most) {
        return tx.query(SELECT + "where t.id = any (:ids) order by t.id limit :most")
                .bindArray(
                        "ids",
                        Integer.class,
                        ids.stream().map(ProviderId::value).distinct().toList())
                .bind("most", most)
                .map((row, context) -> provider(row))
                .list();
    }

    static List<String> specializations(Tx tx, int most) {
        return tx.query("""
                        select min(specialization) as name
                          from providers
                         where specialization is not null
                         group by lower(specialization)
                         order by lower(specialization)
                         limit :most
                        """).bind("most", most).mapTo(String.class).list();
    }

    static Optional<Provider> lock(Tx tx, ProviderId id) {
        return tx.query(SELECT + "where t.id = :id for no key update of p")
                .bind("id", id.value())
                .map((row, context) -> provider(row))
                .findOne();
    }

    static void change(Tx tx, ProviderId id, Provider.Practice practice) {
        tx.update("update providers set cadre = :cadre, specialization = :specialization where id = :id")
                .bind("id", id.value())
                .bind("cadre", practice.cadre())
                .bind("specialization", practice.specialization())
                .execute();
    }

    static Page<Provider> list(Tx tx, Providers.Wanted wanted, Slice slice) {
        var query = tx.query(SELECT
                + """
                where t.id > :after
                  and (cast(:cadre as text) is null or lower(t.cadre) = lower(:cadre))
                  and (cast(:specialization as text) is null or lower(t.specialization) = lower(:specialization))
                  and (%s)
                order by t.id
                limit :rows
                """.formatted(wanted.search()
                        .map(search -> search.condition(NAMES, "t.specialization"))
                        .orElse("true")));
        wanted.search().ifPresent(search -> search.bindTo(query));
        var rows = query.bind(
                        "after", slice.after().map(cursor -> cursor.number(0)).orElse(0L))
                .bind("cadre", wanted.cadre().orElse(null))
                .bind("specialization", wanted.specialization().orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> provider(row))
                .list();
        return Page.of(rows, slice.limit(), provider -> Cursor.of(provider.personId()));
    }

    private static Provider provider(ResultSet row) throws SQLException {
        return new Provider(
                new ProviderId(row.getInt("id")),
                new Provider.Practice(row.getString("cadre"), row.getString("specialization")),
                PersonSql.details(row),
                row.getInt("version"));
    }
}
