package org.emiadi.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.emiadi.platform.Database;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/// How long a server lets PostgreSQL work on one statement.
@QuarkusTest
class DatabaseLimitsTest {
    @Inject
    Database database;

    @Inject
    Flyway migrations;

    @Test
    void a_request_is_given_up_after_half_a_minute() {
        String limit = database.read(
                tx -> tx.query("show statement_timeout").mapTo(String.class).one());

        assertThat(limit).isEqualTo("30s");
    }

    @Test
    void a_migration_takes_as_long_as_it_needs() throws SQLException {
        assertThat(limit(migrations.getConfiguration().getDataSource())).isEqualTo("0");
    }

    private static String limit(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show statement_timeout")) {
            row.next();
            return row.getString(1);
        }
    }
}
