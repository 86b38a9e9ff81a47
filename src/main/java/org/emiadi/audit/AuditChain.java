package org.emiadi.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emiadi.platform.Database;
import org.emiadi.platform.Tx;

/// Ties each audit entry to the one before it by a hash, so that a missing or changed entry shows. Links are made in
/// the background, by one node at a time, so that bookings never wait for one another here; an entry is out of reach
/// of unseen tampering from a second or so after it was written.
public final class AuditChain {
    /// Small enough for a transaction of some hundredths of a second.
    public static final int BATCH = 1_000;

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

    /// Links what waits, oldest first, as much as one batch holds.
    ///
    /// @return how many entries were linked; 0 also where another node is at it
    public int link() {
        return database.write(tx -> ChainSql.tryLock(tx) ? link(tx, ChainSql.unlinked(tx, BATCH)) : 0);
    }

    private static int link(Tx tx, List<ChainedEntry> waiting) {
        if (waiting.isEmpty()) {
            return 0;
        }
        var links = new ArrayList<ChainLink>(waiting.size());
        ChainLink last = ChainSql.last(tx).orElse(ChainLink.BEFORE_THE_FIRST);
        for (ChainedEntry entry : waiting) {
            last = last.next(entry);
            links.add(last);
        }
        return ChainSql.add(tx, links);
    }

    /// Walks the whole chain from its first link. It may grow meanwhile.
    public Verdict verify() {
        return database.read(tx -> {
            ChainLink last = ChainLink.BEFORE_THE_FIRST;
            for (var steps = ChainSql.after(tx, last, BATCH);
                    !steps.isEmpty();
                    steps = ChainSql.after(tx, last, BATCH)) {
                for (ChainSql.Step step : steps) {
                    if (!fits(last, step)) {
                        return new Verdict.Broken(
                                step.link().position(), step.link().entryId());
                    }
                    last = step.link();
                }
            }
            return verdict(tx, last.position());
        });
    }

    private static boolean fits(ChainLink last, ChainSql.Step step) {
        return step.entry().map(last::next).equals(Optional.of(step.link()));
    }

    // An entry that is in neither place was slipped in past the log, or its link was cut off at the end.
    private static Verdict verdict(Tx tx, long linked) {
        return ChainSql.stray(tx)
                .<Verdict>map(stray -> new Verdict.Broken(linked + 1, stray))
                .orElseGet(() -> new Verdict.Intact(linked, ChainSql.waiting(tx)));
    }
}
