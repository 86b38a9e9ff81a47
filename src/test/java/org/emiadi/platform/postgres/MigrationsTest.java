package org.emiadi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.ZoneId;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

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
    void a_database_that_is_not_there_is_told_in_a_sentence() {
        assertThatThrownBy(() -> Migrations.run(address(TestDatabase.urlOfThePages() + "_of_nobody"), NAIROBI))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The database could not be brought up to date: ");
    }

    private static DatabaseAddress address(String url) {
        return new DatabaseAddress(url, "postgres", "");
    }
}
