package org.emiadi.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.emiadi.platform.Database;
import org.junit.jupiter.api.Test;

/// How long a server lets PostgreSQL work on one statement.
@QuarkusTest
class DatabaseLimitsTest {
    @Inject
    Database database;

    @Test
    void a_request_is_given_up_after_half_a_minute() {
        String limit = database.read(
                tx -> tx.query("show statement_timeout").mapTo(String.class).one());

        assertThat(limit).isEqualTo("30s");
    }
}
