package org.emiadi.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.emiadi.platform.postgres.CannotStart;
import org.emiadi.platform.postgres.DataFolder;
import org.emiadi.platform.postgres.DatabaseAddress;
import org.emiadi.platform.postgres.GivenPostgres;
import org.emiadi.platform.postgres.LocalPostgres;
import org.jspecify.annotations.Nullable;

/// The database of this start: the one that DATABASE_URL names, or the built-in one, which then stops with us.
final class ClinicDatabase implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Consumer<String> progress;
    private @Nullable DataFolder held;
    private @Nullable LocalPostgres local;
    private boolean closed;

    ClinicDatabase(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /// For a server: nobody else may be using the data folder.
    DatabaseAddress open() {
        return settings.database().isPresent() ? given(settings.database().get()) : startLocal();
    }

    /// For a single command: the database of the running server, or one started just for this.
    DatabaseAddress reach() {
        try {
            return open();
        } catch (CannotStart.AlreadyRunning theServer) {
            return runningIn(settings.dataFolder()).orElseThrow(() -> theServer);
        }
    }

    /// The database of the server that is running, if one is.
    Optional<DatabaseAddress> running() {
        return settings.database().isPresent() ? settings.database() : runningIn(settings.dataFolder());
    }

    private static Optional<DatabaseAddress> runningIn(Path folder) {
        return LocalPostgres.runningIn(folder).filter(GivenPostgres::answers);
    }

    private DatabaseAddress given(DatabaseAddress address) {
        GivenPostgres.await(address, PATIENCE, progress);
        return address;
    }

    private DatabaseAddress startLocal() {
        return prepare().start();
    }

    private synchronized LocalPostgres prepare() {
        if (closed) {
            throw new CannotStart("Stopped while starting.");
        }
        var folder = DataFolder.hold(settings.dataFolder());
        held = folder;
        var postgres = LocalPostgres.in(folder, progress);
        local = postgres;
        return postgres;
    }

    /// May be called from several sides, at any time, more than once.
    @Override
    public synchronized void close() {
        closed = true;
        if (local != null) {
            local.close();
            local = null;
        }
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
