package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

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
}
