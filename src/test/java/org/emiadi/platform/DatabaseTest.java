package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.jdbi.v3.core.statement.JdbiStatementEvent;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private final Database database = TestDatabase.fresh();

    @Test
    void a_command_that_throws_leaves_nothing_behind() {
        assertThatThrownBy(() -> database.write(tx -> {
                    insertType(tx, "Vaccination");
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");

        assertThat(countTypes()).isEqualTo(3);
    }

    @Test
    void a_command_that_returns_is_kept() {
        database.write(tx -> insertType(tx, "Vaccination"));

        assertThat(countTypes()).isEqualTo(4);
    }

    @Test
    void what_failed_is_not_met_by_whoever_waits_for_its_connection() {
        var named = TestDatabase.named();
        var byTurns = new Database(named.source(), 1, Duration.ofMinutes(1));

        var kept = Race.race(30, number -> () -> {
            try {
                return byTurns.<Boolean>write(tx -> {
                    insertType(tx, "Type " + number);
                    if (number % 3 == 0) {
                        insertType(tx, "consultation");
                    }
                    return true;
                });
            } catch (UnableToExecuteStatementException refused) {
                return false;
            }
        });

        assertThat(IntStream.range(0, 30).filter(kept::get)).allMatch(number -> number % 3 != 0);
        assertThat(names(named.database())).hasSize(20);
    }

    @Test
    void a_recording_of_java_disturbs_nothing_and_holds_no_bound_values(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("recording.jfr");
        try (var recording = new Recording()) {
            recording.enable(JdbiStatementEvent.NAME);
            recording.start();
            database.write(tx -> insertType(tx, "Vaccination"));
            recording.stop();
            recording.dump(file);
        }

        // Others in this process may ask as well meanwhile, and some of their questions have no values at all.
        assertThat(RecordingFile.readAllEvents(file))
                .extracting(event -> event.getString("sql"), event -> event.getString("parameters"))
                .contains(tuple("insert into appointment_types (name) values (:name)", "{…}"))
                .allMatch(event -> List.of("{…}", "{}").contains(event.toList().getLast()));
    }

    @Test
    void a_refusal_inside_a_savepoint_undoes_only_what_stands_inside() {
        database.write(tx -> {
            insertType(tx, "Dressing");
            assertThatThrownBy(() -> tx.savepoint(() -> insertType(tx, "consultation")))
                    .satisfies(refusal -> assertThat(Constraint.in(refusal))
                            .contains(new Constraint("appointment_types_name_once", Constraint.UNIQUE)));
            return 0;
        });

        assertThat(countTypes()).isEqualTo(4);
    }

    @Test
    void savepoints_lie_in_each_other_and_the_outer_one_undoes_what_an_inner_one_has_kept() {
        database.write(tx -> {
            tx.savepoint(
                    () -> {
                        insertType(tx, "Dressing");
                        tx.savepoint(() -> insertType(tx, "Vaccination"), kept -> true);
                        tx.savepoint(() -> insertType(tx, "Scan"), kept -> false);
                        assertThatThrownBy(() -> tx.savepoint(() -> insertType(tx, "consultation")))
                                .isInstanceOf(RuntimeException.class);
                        return insertType(tx, "Dialysis");
                    },
                    kept -> false);
            tx.savepoint(
                    () -> {
                        tx.savepoint(() -> insertType(tx, "Counselling"), kept -> false);
                        return insertType(tx, "Delivery");
                    },
                    kept -> true);
            return 0;
        });

        assertThat(database.<String>read(
                        tx -> tx.query("select string_agg(name, ', ') from appointment_types where id > 3")
                                .mapTo(String.class)
                                .one()))
                .isEqualTo("Delivery");
    }

    @Test
    void what_is_sent_at_commit_is_kept_with_everything_else() {
        database.write(tx -> {
            typeAtCommit(tx, "Dressing");
            typeAtCommit(tx, "Scan");
            assertThat(namesIn(tx)).as("not sent yet").isEmpty();
            return insertType(tx, "Dialysis");
        });

        assertThat(names()).containsExactly("Dialysis", "Dressing", "Scan");
    }

    @Test
    void what_is_refused_at_commit_takes_everything_else_with_it() {
        assertThatThrownBy(() -> database.write(tx -> {
                    typeAtCommit(tx, "Dressing");
                    typeAtCommit(tx, "consultation");
                    return insertType(tx, "Dialysis");
                }))
                .satisfies(refusal -> assertThat(Constraint.in(refusal))
                        .contains(new Constraint("appointment_types_name_once", Constraint.UNIQUE)));

        assertThat(names()).isEmpty();
        assertThat(database.<Integer>write(tx -> insertType(tx, "Scan")))
                .as("the connection is fit for the next")
                .isEqualTo(1);
    }

    @Test
    void changes_that_are_all_sent_at_commit_are_one_transaction_too() {
        assertThatThrownBy(() -> database.write(tx -> {
                    typeAtCommit(tx, "Dressing");
                    return typeAtCommit(tx, "consultation");
                }))
                .satisfies(refusal -> assertThat(Constraint.in(refusal))
                        .contains(new Constraint("appointment_types_name_once", Constraint.UNIQUE)));
        assertThat(names()).isEmpty();

        database.write(tx -> {
            typeAtCommit(tx, "Dressing");
            return typeAtCommit(tx, "Scan");
        });
        database.write(tx -> typeAtCommit(tx, "Dialysis"));
        assertThat(names()).containsExactly("Dialysis", "Dressing", "Scan");
    }

    @Test
    void a_connection_is_fit_for_the_next_after_a_refusal_at_commit() {
        var alone = TestDatabase.byOneConnection();

        assertThatThrownBy(() -> alone.write(tx -> typeAtCommit(tx, "consultation")))
                .isInstanceOf(RuntimeException.class);
        assertThat(names(alone)).isEmpty();
        assertThatThrownBy(() -> alone.write(tx -> {
                    typeAtCommit(tx, "Dressing");
                    return typeAtCommit(tx, "consultation");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(names(alone)).isEmpty();
        alone.write(tx -> typeAtCommit(tx, "Dressing"));
        assertThat(names(alone)).containsExactly("Dressing");
    }

    @Test
    void what_would_be_sent_at_commit_goes_with_the_savepoint_it_stands_in() {
        database.write(tx -> {
            typeAtCommit(tx, "Dressing");
            tx.savepoint(
                    () -> {
                        typeAtCommit(tx, "Scan");
                        return tx.savepoint(() -> typeAtCommit(tx, "Delivery"), kept -> true);
                    },
                    kept -> false);
            return tx.savepoint(() -> typeAtCommit(tx, "Dialysis"), kept -> true);
        });

        assertThat(names()).containsExactly("Dialysis", "Dressing");
    }

    @Test
    void a_promise_is_seen_by_the_next_statement_and_kept_with_the_commit() {
        database.write(tx -> {
            promiseType(tx, "Dressing");
            assertThat(namesIn(tx)).containsExactly("Dressing");
            promiseType(tx, "Scan");
            assertThat(tx.<List<String>>savepoint(() -> namesIn(tx))).containsExactly("Dressing", "Scan");
            return promiseType(tx, "Dialysis");
        });

        assertThat(names()).containsExactly("Dialysis", "Dressing", "Scan");
    }

    @Test
    void where_a_promise_is_broken_the_commands_run_again_and_wait_for_each_answer() {
        var runs = new ArrayList<Boolean>();
        String outcome = database.write(tx -> {
            runs.add(tx.mayPromise());
            insertType(tx, "Dressing");
            if (tx.mayPromise()) {
                promiseType(tx, "consultation");
                return "promised";
            }
            return "looked up";
        });

        assertThat(outcome).isEqualTo("looked up");
        assertThat(runs).containsExactly(true, false);
        assertThat(names()).containsExactly("Dressing");
    }

    @Test
    void who_cannot_go_on_with_a_promise_is_run_again_as_well() {
        var runs = new ArrayList<Boolean>();
        assertThatThrownBy(() -> database.write(tx -> {
                    runs.add(tx.mayPromise());
                    throw tx.carefully(new IllegalStateException("no such thing"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no such thing");
        assertThat(runs).containsExactly(true, false);
    }

    @Test
    void nothing_is_promised_inside_a_savepoint() {
        assertThatThrownBy(() -> database.write(tx -> tx.savepoint(() -> promiseType(tx, "Dressing"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void nothing_is_changed_by_a_question() {
        assertThatThrownBy(() -> database.read(tx -> typeAtCommit(tx, "Dressing")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void no_bound_value_is_in_the_message_of_a_failure() {
        assertThatThrownBy(() -> database.write(tx -> tx.update("insert into no_such_table (name) values (:name)")
                        .bind("name", "Wanjiku Kamau")
                        .execute()))
                .satisfies(failure -> assertThat(stackTraceOf(failure)).doesNotContain("Wanjiku"));
    }

    private static String stackTraceOf(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static int insertType(Tx tx, String name) {
        return tx.update("insert into appointment_types (name) values (:name)")
                .bind("name", name)
                .execute();
    }

    private int countTypes() {
        return database.read(tx -> tx.query("select count(*) from appointment_types")
                .mapTo(Integer.class)
                .one());
    }

    private static int typeAtCommit(Tx tx, String name) {
        tx.atCommit("insert into appointment_types (name) values (:name)", new Values().with("name", name));
        return 0;
    }

    private static int promiseType(Tx tx, String name) {
        tx.promise("""
                        with made as (
                            insert into appointment_types (name) values (:name) on conflict do nothing returning id)
                        select insist(count(*) = 1) from made
                        """, new Values().with("name", name));
        return 0;
    }

    private List<String> names() {
        return names(database);
    }

    private static List<String> names(Database database) {
        return database.read(DatabaseTest::namesIn);
    }

    private static List<String> namesIn(Tx tx) {
        return tx.query("select name from appointment_types where id > 3 order by name")
                .mapTo(String.class)
                .list();
    }
}
