package org.emiadi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Page;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class AuditExportTest {
    private static final Actor ACTOR = Actor.system("test");

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final AuditLog audit = new AuditLog(clock);

    @Test
    void so_many_entries_are_given_at_once_and_then_the_rest() {
        fill(AuditLog.MOST_EXPORTED + 2);

        var first = export(Optional.empty());
        var rest = export(first.next());

        assertThat(first.rows()).hasSize(AuditLog.MOST_EXPORTED);
        assertThat(rest.rows()).hasSize(2);
        assertThat(rest.next()).isEmpty();
        assertThat(rest.rows().getFirst().id())
                .isLessThan(first.rows().getLast().id());
    }

    private Page<AuditEntry> export(Optional<Cursor> after) {
        var filled = new AuditFilter(
                Optional.empty(), Optional.empty(), Optional.of("test.filled"), Optional.empty(), Optional.empty());
        return database.write(tx -> audit.export(tx, ACTOR, filled, after));
    }

    private void fill(int rows) {
        Instant now = clock.instant();
        database.write(tx -> tx.update("""
                        insert into audit_entries (at, role, action, outcome, address, request_id)
                        select :now, 'system', 'test.filled', 'success', 'test', 'test'
                          from generate_series(1, :rows)
                        """).bind("now", now).bind("rows", rows).execute());
    }
}
