package org.emiadi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.ZoneId;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    @Test
    void a_migration_takes_as_long_as_it_needs() throws SQLException {
        var flyway = Migrations.of(address(TestDatabase.urlOfThePages()), NAIROBI);

        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show statement_timeout")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("0");
        }
    }

    @Test
    void what_is_up_to_date_stays_as_it_is() {
        var flyway = Migrations.of(address(TestDatabase.urlOfThePages()), NAIROBI);

        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    @Test
    void nothing_has_to_be_done_where_flyway_has_noted_the_same_migrations() throws SQLException {
        try (var connection = TestDatabase.named().source().getConnection()) {
            assertThat(Migrations.areApplied(connection)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from flyway_schema_history where installed_rank = 7",
                "update flyway_schema_history set checksum = checksum + 1 where installed_rank = 7",
                "update flyway_schema_history set script = 'V1__of_another_kind.sql' where installed_rank = 7",
                "update flyway_schema_history set success = false where installed_rank = 7",
                "insert into flyway_schema_history select installed_rank + 1, '999912312359', 'x', 'SQL',"
                        + " 'V999912312359__x.sql', 1, installed_by, installed_on, 0, true"
                        + " from flyway_schema_history order by installed_rank desc limit 1",
                "delete from flyway_schema_history",
                "drop table flyway_schema_history"
            })
    void flyway_decides_where_it_has_noted_anything_else(String change) throws SQLException {
        try (var connection = TestDatabase.named().source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(change);

            assertThat(Migrations.areApplied(connection)).isFalse();
        }
    }

    @Test
    void a_database_that_is_not_there_is_told_in_a_sentence() {
        assertThatThrownBy(() -> Migrations.run(address(TestDatabase.urlOfThePages() + "_of_nobody"), NAIROBI))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The database could not be brought up to date: ");
    }

    private static DatabaseAddress address(String url) {
        return new DatabaseAddress(url, "postgres", "");
    }
}
