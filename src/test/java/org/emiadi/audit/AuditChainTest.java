package org.emiadi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.emiadi.audit.AuditChain.Verdict;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private final Database database = TestDatabase.fresh();
    private final AuditLog log = new AuditLog(TestClock.mondayMorning());
    private final AuditChain chain = new AuditChain(database);

    @Test
    void entries_are_linked_once_and_in_order() {
        record(5);

        assertThat(chain.link()).isEqualTo(5);
        record(2);
        assertThat(chain.link()).isEqualTo(2);
        assertThat(chain.link()).isZero();

        assertThat(chain.verify()).isEqualTo(new Verdict.Intact(7, 0));
    }

    @Test
    void nodes_that_link_at_the_same_time_make_one_chain() throws Exception {
        record(200);

        try (var nodes = Executors.newFixedThreadPool(8)) {
            var rivals = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Integer>) chain::link)
                    .toList();
            for (var rival : nodes.invokeAll(rivals)) {
                rival.get();
            }
        }
        chain.link();

        assertThat(chain.verify()).isEqualTo(new Verdict.Intact(200, 0));
    }

    @Test
    void what_was_written_since_waits_for_its_link() {
        record(3);
        chain.link();
        record(1);

        assertThat(chain.verify()).isEqualTo(new Verdict.Intact(3, 1));
    }

    @Test
    void a_changed_entry_shows() {
        record(5);
        chain.link();

        tamper("update audit_entries set detail = 'nothing happened' where id = 3");

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(3, 3));
    }

    @Test
    void a_changed_link_shows() {
        record(5);
        chain.link();

        tamper("update audit_links set hash = sha256('x') where position = 2");

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(2, 2));
    }

    @Test
    void an_entry_that_was_taken_away_with_its_link_shows() {
        record(5);
        chain.link();

        tamper("delete from audit_links where position = 3", "delete from audit_entries where id = 3");

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(4, 4));
    }

    @Test
    void an_entry_that_was_slipped_in_shows() {
        record(2);
        chain.link();

        tamper("""
                insert into audit_entries (at, role, action, outcome, address, request_id)
                values (now(), 'admin', 'patient.read', 'success', 'x', 'x')
                """);

        assertThat(chain.verify()).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void entries_cannot_be_changed_or_deleted_by_mistake() {
        record(1);

        for (String sql : new String[] {
            "update audit_entries set detail = 'x'", "delete from audit_entries", "truncate audit_entries cascade"
        }) {
            assertThatThrownBy(() -> database.write(tx -> tx.update(sql).execute()))
                    .as(sql)
                    .hasMessageContaining("append-only");
        }
    }

    private void record(int entries) {
        database.write(tx -> {
            for (int i = 0; i < entries; i++) {
                log.record(
                        tx,
                        Actor.system("test"),
                        AuditEvent.done("patient.read").on("patient", i).ofPatient(i));
            }
            return entries;
        });
    }

    /// As somebody who owns the database can.
    private void tamper(String... statements) {
        database.write(tx -> {
            tx.update("set local session_replication_role = replica").execute();
            for (String sql : statements) {
                tx.update(sql).execute();
            }
            return statements;
        });
    }
}
