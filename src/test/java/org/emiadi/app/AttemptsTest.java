package org.emiadi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.emiadi.audit.AuditChain;
import org.emiadi.platform.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class AttemptsTest {
    private final Logger logger = Logger.getLogger(Attempts.class.getName());
    private final Told told = new Told();
    private final Attempts attempts = new Attempts();

    @BeforeEach
    void listen() {
        logger.addHandler(told);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(told);
    }

    @Test
    void a_database_that_is_away_is_told_once_and_its_return_once() {
        attempts.run("link", away());
        attempts.run("link", away());
        attempts.run("link", away());
        attempts.run("link", AttemptsTest::well);
        attempts.run("link", AttemptsTest::well);

        assertThat(told.levels).containsExactly(Level.WARNING, Level.INFO);
    }

    @Test
    void after_it_went_well_the_next_failure_is_told_again() {
        attempts.run("link", away());
        attempts.run("link", AttemptsTest::well);
        attempts.run("link", away());

        assertThat(told.levels).containsExactly(Level.WARNING, Level.INFO, Level.WARNING);
    }

    @Test
    void a_failure_of_another_kind_is_another_failure() {
        attempts.run("link", away());
        attempts.run("link", () -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(told.levels).hasSize(2);
    }

    @Test
    void the_failure_of_one_job_does_not_hide_that_of_another() {
        attempts.run("link", away());
        attempts.run("clean up", away());

        assertThat(told.levels).containsExactly(Level.WARNING, Level.WARNING);
    }

    /// Where nobody listens.
    private static Runnable away() {
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:1/nowhere");
        return new AuditChain(new Database(source))::link;
    }

    private static void well() {}

    private static final class Told extends Handler {
        private final List<Level> levels = new ArrayList<>();

        @Override
        public void publish(LogRecord message) {
            levels.add(message.getLevel());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
