package org.emiadi.app;

import java.util.function.Function;
import org.emiadi.platform.Database;
import org.emiadi.platform.postgres.CannotStart;
import org.emiadi.platform.postgres.LocalPostgres;
import org.emiadi.platform.postgres.Migrations;

/// The migrated database for one command, without the rest of the server: the running server's, or one that is
/// started for as long as the command takes.
final class AtCommandLine {
    private AtCommandLine() {}

    /// For a command that only makes sense on a database that is there already: on a wrong folder, a new and empty one
    /// would answer as if all were well.
    static <T> T withExistingDatabase(Settings settings, Function<Database, T> command) {
        if (settings.database().isEmpty() && !LocalPostgres.madeIn(settings.dataFolder())) {
            throw new CannotStart(
                    "There is no database in the data folder " + settings.dataFolder()
                            + "; set MIADI_DATA_DIR to the folder that has one (the folder of the sample clinic ends in -demo).");
        }
        return withDatabase(settings, command);
    }

    /// Makes the database where there is none.
    static <T> T withDatabase(Settings settings, Function<Database, T> command) {
        try (var database = new ClinicDatabase(settings, step -> {})) {
            var address = database.reach();
            Migrations.run(address, settings.zone());
            return command.apply(new Database(address.source()));
        }
    }
}
