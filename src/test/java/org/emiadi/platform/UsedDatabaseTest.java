package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsedDatabaseTest {
    private static final String WHAT_IS_THERE = """
            select (select string_agg(f::text, '; ' order by id) from facilities f)
                || (select count(*) from flyway_schema_history)
                || (select string_agg(concat_ws(' ', sequencename, last_value), '; ' order by sequencename)
                    from pg_sequences)
            """;

    private final DataSource source = TestDatabase.named().source();
    private Connection connection;
    private UsedDatabase used;

    @BeforeEach
    void connect() throws SQLException {
        connection = source.getConnection();
        used = new UsedDatabase(connection);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void its_rows_and_numbers_are_those_of_the_template() throws SQLException {
        String before = UsedDatabase.text(connection, WHAT_IS_THERE);
        execute("update facilities set open_on_holidays = not open_on_holidays");
        execute("delete from flyway_schema_history where installed_rank > 3");
        execute("select nextval(format('%I', sequencename)::regclass) from pg_sequences where schemaname = 'public'");
        assertThat(UsedDatabase.text(connection, WHAT_IS_THERE)).isNotEqualTo(before);

        assertThat(used.makeNew(connection)).isTrue();

        assertThat(UsedDatabase.text(connection, WHAT_IS_THERE)).isEqualTo(before);
    }

    @Test
    void one_that_is_built_differently_is_not_taken_for_new() throws SQLException {
        execute("alter table facilities rename to places");
        execute("alter table places rename to facilities");

        assertThat(used.makeNew(connection)).isFalse();
    }

    @Test
    void one_in_which_somebody_is_at_work_is_not_taken_for_new() throws SQLException {
        try (var other = source.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1");

            assertThat(used.makeNew(connection)).isFalse();

            other.rollback();
            assertThat(used.makeNew(connection)).isTrue();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
