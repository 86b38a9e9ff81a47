package org.emiadi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emiadi.platform.Tx;

final class ChainSql {
    /// Any number that no other lock of ours has.
    private static final int LOCK = 254_001;

    /// Every column but the id. The instant as seconds, which depend on no time zone.
    private static final String COLUMNS = """
            cast(extract(epoch from e.at) as text) as at, e.user_id, e.role, e.action, e.outcome, e.subject_type,
            e.subject_id, e.patient_id, e.address, e.request_id, e.detail
            """;

    static final List<String> NAMES = List.of(
            "at",
            "user_id",
            "role",
            "action",
            "outcome",
            "subject_type",
            "subject_id",
            "patient_id",
            "address",
            "request_id",
            "detail");

    private ChainSql() {}

    /// A link as it is stored, and its entry, unless that one was taken away.
    record Step(ChainLink link, Optional<ChainedEntry> entry) {}

    /// Whether this node is the one that links, until the transaction ends.
    static boolean tryLock(Tx tx) {
        return tx.query("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    /// Entries that wait for their link, oldest first.
    static List<ChainedEntry> unlinked(Tx tx, int most) {
        return tx.query("select e.id, " + COLUMNS + """
                          from audit_unlinked u join audit_entries e on e.id = u.entry_id
                         order by u.entry_id
                         limit :most
                        """)
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list();
    }

    static Optional<ChainLink> last(Tx tx) {
        return tx.query("""
                        select position, entry_id, encode(hash, 'hex') as hash
                          from audit_links
                         order by position desc
                         limit 1
                        """).map((row, context) -> link(row)).findOne();
    }

    /// Adds the links; their entries wait no longer.
    static int add(Tx tx, List<ChainLink> links) {
        return tx.update("""
                        with added as (
                            insert into audit_links (position, entry_id, hash)
                            select position, entry_id, decode(hash, 'hex')
                              from unnest(:positions, :entries, :hashes) as link (position, entry_id, hash)
                            returning entry_id
                        )
                        delete from audit_unlinked where entry_id in (select entry_id from added)
                        """)
                .bindArray(
                        "positions",
                        Long.class,
                        links.stream().map(ChainLink::position).toList())
                .bindArray(
                        "entries",
                        Long.class,
                        links.stream().map(ChainLink::entryId).toList())
                .bindArray(
                        "hashes",
                        String.class,
                        links.stream().map(ChainLink::hash).toList())
                .execute();
    }

    /// The next links in their order.
    static List<Step> after(Tx tx, ChainLink last, int most) {
        return tx.query("select l.position, l.entry_id, encode(l.hash, 'hex') as hash, e.id, " + COLUMNS + """
                          from audit_links l left join audit_entries e on e.id = l.entry_id
                         where l.position > :last
                         order by l.position
                         limit :most
                        """)
                .bind("last", last.position())
                .bind("most", most)
                .map((row, context) ->
                        new Step(link(row), row.getObject("id") == null ? Optional.empty() : Optional.of(entry(row))))
                .list();
    }

    /// The oldest entry that neither has a link nor waits for one.
    static Optional<Long> stray(Tx tx) {
        return tx.query("""
                        select e.id
                          from audit_entries e
                         where not exists (select 1 from audit_links l where l.entry_id = e.id)
                           and not exists (select 1 from audit_unlinked u where u.entry_id = e.id)
                         order by e.id
                         limit 1
                        """).mapTo(Long.class).findOne();
    }

    static long waiting(Tx tx) {
        return tx.query("select count(*) from audit_unlinked").mapTo(Long.class).one();
    }

    private static ChainLink link(ResultSet row) throws SQLException {
        return new ChainLink(row.getLong("position"), row.getLong("entry_id"), row.getString("hash"));
    }

    private static ChainedEntry entry(ResultSet row) throws SQLException {
        var columns = new ArrayList<Optional<String>>(NAMES.size());
        for (String name : NAMES) {
            columns.add(Optional.ofNullable(row.getString(name)));
        }
        return new ChainedEntry(row.getLong("id"), columns);
    }
}
