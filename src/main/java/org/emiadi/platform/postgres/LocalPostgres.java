package org.emiadi.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that e-miadi starts for itself, on loopback, in the data folder.
/// Always true: it is started only when no other one works on the folder; when it dies it is started again on the same
/// port; [#close] leaves no process behind.
public final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String PORT_FILE = "database.port";
    private static final String START_LOG = "start.log";

    /// Replaying the log of a crash takes as long as the disk needs; giving up early would only repeat it.
    private static final int START_SECONDS = 600;
    private static final int STOP_SECONDS = 30;
    private static final int ABORT_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /// A server whose `postmaster.pid` was removed notices within a minute and ends by itself.
    private static final Duration REMAINS_WAIT = Duration.ofSeconds(75);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LOOK_AFTER_IT_EVERY = Duration.ofMillis(500);

    private final DataFolder folder;
    private final Cluster cluster;
    private final Postmaster postmaster;
    private final PostgresPrograms programs;
    private final Consumer<String> progress;
    private volatile boolean closing;

    private LocalPostgres(DataFolder folder, PostgresPrograms programs, Consumer<String> progress) {
        this.folder = folder;
        this.cluster = new Cluster(folder);
        this.postmaster = new Postmaster(cluster.path());
        this.programs = programs;
        this.progress = progress;
    }

    /// Unpacks the programs where they are missing. Nothing runs before [#start].
    public static LocalPostgres in(DataFolder folder, Consumer<String> progress) {
        var binaries = PostgresBinaries.unpackedIn(folder.path(), progress);
        return new LocalPostgres(folder, new PostgresPrograms(binaries, folder.resolve(START_LOG)), progress);
    }

    /// The database of a server that somebody else runs on this folder; empty before its first start has got that far.
    public static Optional<DatabaseAddress> runningIn(Path folder) {
        var password = DataFolder.read(folder.resolve("miadi.password"));
        return DataFolder.read(folder.resolve(PORT_FILE))
                .flatMap(port -> password.map(secret -> address(Integer.parseInt(port.strip()), secret.strip())));
    }

    /// Whether a database was ever made in that data folder. Looks only.
    public static boolean madeIn(Path folder) {
        return Files.exists(Cluster.in(folder));
    }

    private static DatabaseAddress address(int port, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.NAME, Cluster.NAME, password);
    }

    /// Starts, making the database at the first time, and returns when it takes connections.
    public synchronized DatabaseAddress start() {
        if (closing) {
            throw new CannotStart("Stopped while starting.");
        }
        try {
            programs.beginLog();
            stopOrphan();
            if (!cluster.exists()) {
                progress.accept("Making the database (first start only)");
                cluster.create(programs);
            }
            var port = startOnAnyPort();
            DataFolder.writePrivately(folder.resolve(PORT_FILE), port + "\n");
            Thread.ofPlatform().daemon().name("postgres-watch").start(() -> lookAfter(port));
            return address(port, cluster.password());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void stopOrphan() throws IOException {
        if (postmaster.running().isPresent()) {
            progress.accept("Stopping the PostgreSQL of a server that has crashed");
            stopServer();
        }
        awaitRemains();
        // Nobody works on the folder, so the number in the file is stale. It may meanwhile belong to another program
        // of the same user, and PostgreSQL would then refuse to start.
        if (postmaster.running().isEmpty()) {
            Files.deleteIfExists(cluster.path().resolve("postmaster.pid"));
        }
    }

    private void awaitRemains() {
        var deadline = System.nanoTime() + REMAINS_WAIT.toNanos();
        while (!postmaster.remains().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new CannotStart("Processes of an earlier PostgreSQL still work on " + cluster.path() + ": "
                        + postmaster.remains() + "; end them, then start again.");
            }
            pause(POLL);
        }
    }

    private int startOnAnyPort() throws IOException {
        var port = freePort();
        try {
            startOn(port);
        } catch (CannotStart perhapsThePortWasTaken) {
            stopOrphan();
            port = anyFreePort();
            startOn(port);
        }
        return port;
    }

    private void startOn(int port) {
        cluster.configure(port);
        progress.accept("Starting PostgreSQL");
        var database = cluster.path().toString();
        var process = programs.begin(
                "pg_ctl", "start", "-D", database, "-l", programs.log().toString(), "-w", "-t", "" + START_SECONDS);
        tellOfRecovery(process);
        if (PostgresPrograms.await(process) != 0) {
            throw new CannotStart("PostgreSQL did not start:" + PostgresPrograms.lastLines(programs.log())
                    + latestServerLog().map(PostgresPrograms::lastLines).orElse(""));
        }
    }

    private void tellOfRecovery(Process start) {
        try {
            while (!start.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                progress.accept("PostgreSQL is still getting ready (after a crash it repeats its log)");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Path> latestServerLog() {
        try (var logs = Files.list(cluster.log())) {
            return logs.max((one, other) ->
                    Long.compare(one.toFile().lastModified(), other.toFile().lastModified()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /// The port of last time, so that saved connections of other programs go on working.
    private int freePort() throws IOException {
        var last = DataFolder.read(folder.resolve(PORT_FILE)).map(text -> Integer.parseInt(text.strip()));
        return last.isPresent() && isFree(last.get()) ? last.get() : anyFreePort();
    }

    private static int anyFreePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort() == port;
        } catch (IOException taken) {
            return false;
        }
    }

    /// Not our child (pg_ctl lets go of it, so that Ctrl-C in the terminal does not reach it), hence the polling.
    private void lookAfter(int port) {
        while (!closing) {
            pause(LOOK_AFTER_IT_EVERY);
            if (postmaster.running().isEmpty()) {
                startAgain(port);
            }
        }
    }

    private synchronized void startAgain(int port) {
        if (closing) {
            return;
        }
        LOG.warn("PostgreSQL has ended unexpectedly; starting it again");
        try {
            stopOrphan();
            startOn(port);
            LOG.info("PostgreSQL is running again");
        } catch (IOException | RuntimeException failure) {
            LOG.error("PostgreSQL could not be started again; trying on. {}", failure.getMessage());
            pause(PATIENCE);
        }
    }

    private void stopServer() {
        var database = cluster.path().toString();
        try {
            programs.run("pg_ctl", "stop", "-D", database, "-m", "fast", "-w", "-t", "" + STOP_SECONDS);
        } catch (CannotStart tooSlow) {
            if (postmaster.running().isPresent()) {
                // Costs a replay of the log at the next start, and nothing else.
                programs.run("pg_ctl", "stop", "-D", database, "-m", "immediate", "-w", "-t", "" + ABORT_SECONDS);
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops the server; waits for a start that is under way. The folder stays held by whoever holds it.
    @Override
    public void close() {
        closing = true;
        stopNow();
    }

    private synchronized void stopNow() {
        if (postmaster.running().isPresent()) {
            stopServer();
        }
        awaitRemains();
    }
}
