package org.emiadi.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emiadi.platform.Database;
import org.emiadi.platform.Tx;

/// Ties each audit entry to the one before it by a hash, so that a missing or changed entry shows. Links are made in
/// the
/// background, by one node at a time, so that bookings never wait for one another here; an entry is out of reach of
/// tampering from a second or so after it was written.
public final class AuditChain {
    private static final int BATCH = 1_000;
    /// Any number that no other lock of ours has.
    private static final int LOCK = 254_001;

    private static final String BEFORE_THE_FIRST = "0".repeat(64);

    private final Database database;

    public AuditChain(Database database) {
        this.database = database;
    }

    /// What [#verify] has found.
    public sealed interface Verdict {
        /// Every link fits, and nothing is missing.
        ///
        /// @param waiting entries that have no link yet
        record Intact(long linked, long waiting) implements Verdict {}

        /// The chain breaks.
        ///
        /// @param position of the first link that does not fit
        /// @param entryId  the entry that was changed, or that stands where another one was taken away
        record Broken(long position, long entryId) implements Verdict {}
    }

    // Hashes are held as hexadecimal digits.
    private record Link(long position, String hash) {}

    private record Linked(long position, String hash, Optional<AuditEntry> entry, long entryId) {}

    /// Links what waits, as much as one batch holds.
    ///
    /// @return how many entries were linked; 0 also where another node is at it
    public int link() {
        return database.write(tx -> {
            boolean ours = tx.query("select pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            return ours ? link(tx, AuditSql.unlinked(tx, BATCH)) : 0;
        });
    }

    private static int link(Tx tx, List<AuditEntry> waiting) {
        if (waiting.isEmpty()) {
            return 0;
        }
        Link last = last(tx);
        for (AuditEntry entry : waiting) {
            last = new Link(last.position() + 1, hash(last.hash(), entry));
            tx.update(
                            "insert into audit_links (position, entry_id, hash) values (:position, :entry, decode(:hash, 'hex'))")
                    .bind("position", last.position())
                    .bind("entry", entry.id())
                    .bind("hash", last.hash())
                    .execute();
        }
        return tx.update("delete from audit_unlinked where entry_id in (<ids>)")
                .bindList("ids", waiting.stream().map(AuditEntry::id).toList())
                .execute();
    }

    private static Link last(Tx tx) {
        return tx.query("select position, encode(hash, 'hex') as hash from audit_links order by position desc limit 1")
                .map((row, context) -> new Link(row.getLong("position"), row.getString("hash")))
                .findOne()
                .orElse(new Link(0, BEFORE_THE_FIRST));
    }

    /// Walks the whole chain from its first link.
    public Verdict verify() {
        return database.read(tx -> {
            Link last = new Link(0, BEFORE_THE_FIRST);
            for (var links = after(tx, last); !links.isEmpty(); links = after(tx, last)) {
                for (Linked next : links) {
                    if (!fits(last, next)) {
                        return new Verdict.Broken(next.position(), next.entryId());
                    }
                    last = new Link(next.position(), next.hash());
                }
            }
            return verdict(tx, last.position());
        });
    }

    // An entry that is in neither place was slipped in past the log, or its link was cut off at the end.
    private static Verdict verdict(Tx tx, long linked) {
        return tx.query("""
                        select (select count(*) from audit_unlinked) as waiting,
                               (select min(e.id) from audit_entries e
                                 where not exists (select 1 from audit_links l where l.entry_id = e.id)
                                   and not exists (select 1 from audit_unlinked u where u.entry_id = e.id)) as stray
                        """)
                .map((row, context) -> {
                    Long stray = row.getObject("stray", Long.class);
                    return stray == null
                            ? new Verdict.Intact(linked, row.getLong("waiting"))
                            : new Verdict.Broken(linked + 1, stray);
                })
                .one();
    }

    private static boolean fits(Link last, Linked next) {
        return next.position() == last.position() + 1
                && next.entry()
                        .filter(entry -> next.hash().equals(hash(last.hash(), entry)))
                        .isPresent();
    }

    private static List<Linked> after(Tx tx, Link last) {
        return tx.query("""
                        select l.position, encode(l.hash, 'hex') as hash, l.entry_id, e.id, e.at, e.user_id, e.role, e.action, e.outcome,
                               e.subject_type, e.subject_id, e.patient_id, e.address, e.request_id, e.detail
                          from audit_links l left join audit_entries e on e.id = l.entry_id
                         where l.position > :last
                         order by l.position
                         limit :batch
                        """)
                .bind("last", last.position())
                .bind("batch", BATCH)
                .map((row, context) -> new Linked(
                        row.getLong("position"),
                        row.getString("hash"),
                        row.getObject("id") == null ? Optional.empty() : Optional.of(AuditSql.entry(row)),
                        row.getLong("entry_id")))
                .list();
    }

    // Each part with its length in front, so that nothing can move from one part to the next unseen.
    private static String hash(String before, AuditEntry entry) {
        var event = entry.event();
        String canonical = Stream.of(
                        before,
                        entry.id(),
                        entry.at(),
                        Optional.ofNullable(entry.userId()),
                        entry.role(),
                        event.action(),
                        event.outcome(),
                        Optional.ofNullable(event.subject()),
                        Optional.ofNullable(event.subjectId()),
                        Optional.ofNullable(event.patientId()),
                        entry.address(),
                        entry.requestId(),
                        Optional.ofNullable(event.detail()))
                .map(String::valueOf)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
