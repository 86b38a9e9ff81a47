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
    void no_column_can_be_changed_unseen() {
        for (String change : new String[] {
            "at = at + interval '1 microsecond'",
            "at = 'infinity'",
            "user_id = 7",
            "role = 'admin'",
            "action = 'patient.changed'",
            "outcome = 'refused'",
            "outcome = 'SUCCESS'",
            "outcome = 'unheard of'",
            "subject_type = null",
            "subject_id = null",
            "patient_id = 9",
            "address = null",
            "request_id = null",
            "detail = ''"
        }) {
            var clinic = TestDatabase.fresh();
            record(clinic, 5);
            new AuditChain(clinic).link();
            tamper(
                    clinic,
                    "alter table audit_entries drop constraint audit_entries_outcome_known",
                    "update audit_entries set " + change + " where id = 3");

            assertThat(new AuditChain(clinic).verify()).as(change).isEqualTo(new Verdict.Broken(3, 3));
        }
    }

    @Test
    void nothing_and_the_word_for_it_are_not_the_same() {
        tamper("""
                with entry as (
                    insert into audit_entries (at, role, action, outcome, address, request_id)
                    values (now(), 'admin', 'patient.read', 'success', null, 'x') returning id)
                insert into audit_unlinked (entry_id) select id from entry
                """);
        chain.link();
        assertThat(chain.verify()).isEqualTo(new Verdict.Intact(1, 0));

        tamper("update audit_entries set address = 'null'");

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(1, 1));
    }

    @Test
    void text_cannot_move_from_one_column_to_the_next() {
        record(1);
        chain.link();

        tamper("update audit_entries set address = 'loca', request_id = 'ltest'");

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(1, 1));
    }

    @Test
    void entries_that_changed_places_show() {
        record(5);
        chain.link();

        tamper(
                "update audit_links set entry_id = -entry_id where position in (3, 4)",
                "update audit_links set entry_id = 7 + entry_id where position in (3, 4)");

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(3, 4));
    }

    @Test
    void links_that_changed_places_show() {
        record(5);
        chain.link();

        tamper(
                "update audit_links set position = case position when 2 then -3 else -2 end where position in (2, 3)",
                "update audit_links set position = -position where position < 0");

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(2, 3));
    }

    @Test
    void an_entry_that_was_taken_away_without_its_link_shows() {
        record(5);
        chain.link();

        tamper("delete from audit_entries where id = 4");

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(4, 4));
    }

    @Test
    void the_first_entry_cannot_be_taken_away() {
        record(3);
        chain.link();

        tamper("delete from audit_links where position = 1", "delete from audit_entries where id = 1");

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(2, 2));
    }

    @Test
    void an_entry_whose_link_was_cut_off_at_the_end_shows() {
        record(3);
        chain.link();

        tamper("delete from audit_links where position = 3");

        assertThat(chain.verify()).isEqualTo(new Verdict.Broken(3, 3));
    }

    @Test
    void a_column_that_is_added_to_the_table_must_be_added_to_the_chain() {
        var columns = database.read(tx -> tx.query("""
                        select column_name from information_schema.columns where table_name = 'audit_entries'
                        """).mapTo(String.class).set());

        assertThat(columns).hasSize(1 + ChainSql.NAMES.size()).contains("id").containsAll(ChainSql.NAMES);
    }

    @Test
    void a_batch_is_bounded_and_the_next_goes_on_where_it_ended() {
        record(AuditChain.BATCH + 1);

        assertThat(chain.link()).isEqualTo(AuditChain.BATCH);
        assertThat(chain.link()).isEqualTo(1);

        assertThat(chain.verify()).isEqualTo(new Verdict.Intact(AuditChain.BATCH + 1, 0));
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
        record(database, entries);
    }

    private void record(Database database, int entries) {
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

    private void tamper(String... statements) {
        tamper(database, statements);
    }

    /// As somebody who owns the database can.
    private static void tamper(Database database, String... statements) {
        database.write(tx -> {
            tx.update("set local session_replication_role = replica").execute();
            for (String sql : statements) {
                tx.update(sql).execute();
            }
            return statements;
        });
    }
}
