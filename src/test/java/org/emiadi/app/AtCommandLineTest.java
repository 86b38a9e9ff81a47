package org.emiadi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.emiadi.platform.Database;
import org.emiadi.platform.postgres.LocalPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AtCommandLineTest {
    @TempDir
    Path parent;

    @Test
    @Timeout(60)
    void a_command_starts_the_database_for_itself_or_uses_the_one_that_is_running() {
        var settings =
                Settings.of(Map.of("MIADI_DATA_DIR", parent.resolve("data").toString()));
        var addresses = AtCommandLine.withDatabase(settings, first -> {
            assertThat(settings.database()).isEmpty();
            var second = AtCommandLine.withDatabase(settings, AtCommandLineTest::whereAndWhat);
            return whereAndWhat(first).equals(second) ? second : "two databases";
        });
        assertThat(addresses).endsWith("/miadi/3");
        assertThat(new ClinicDatabase(settings, step -> {}).running()).isEmpty();
        assertThat(LocalPostgres.runningIn(settings.dataFolder())).isPresent();
    }

    private static String whereAndWhat(Database database) {
        return database.read(tx -> tx.query("select inet_server_port() || '/' || current_database() || '/' || count(*)"
                        + " from appointment_types")
                .mapTo(String.class)
                .one());
    }
}
