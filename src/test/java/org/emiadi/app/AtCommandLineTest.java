package org.emiadi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.emiadi.platform.Database;
import org.emiadi.platform.postgres.CannotStart;
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

    @Test
    void what_needs_a_database_says_where_there_is_none_and_makes_nothing() {
        var folder = parent.resolve("elsewhere");
        var settings = Settings.of(Map.of("MIADI_DATA_DIR", folder.toString()));

        for (ThrowingCallable command : List.<ThrowingCallable>of(
                () -> AuditCommand.verify(settings), () -> UserCommand.resetPassword(settings, "admin"))) {
            assertThatThrownBy(command)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("no database in the data folder " + folder)
                    .hasMessageContaining("-demo");
        }
        assertThat(folder).doesNotExist();
    }

    private static String whereAndWhat(Database database) {
        return database.read(tx -> tx.query("select inet_server_port() || '/' || current_database() || '/' || count(*)"
                        + " from appointment_types")
                .mapTo(String.class)
                .one());
    }
}
