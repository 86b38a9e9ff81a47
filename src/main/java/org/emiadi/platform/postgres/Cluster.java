package org.emiadi.platform.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of the database: made once, whole or not at all, and set up anew before each start.
final class Cluster {
    static final String NAME = "miadi";
    private static final String OWN_SETTINGS = "e-miadi.conf";
    private static final String SUPERUSER_PASSWORD = "postgres.password";
    private static final String PASSWORD = "miadi.password";
    private static final long MEGABYTE = 1L << 20;
    private static final long FEWEST_BUFFERS_MB = 128;
    private static final long MOST_BUFFERS_MB = 4_096;
    private static final long LEAST_CACHE_MB = 512;

    /// Sized for a clinic's small computer that also has other work; [#memorySettings] come with them.
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "50"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("max_wal_size", "512MB"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            // One file per weekday, written over after a week, without statements or values of rows.
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgres-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_rotation_size", "0"),
            Map.entry("log_file_mode", "0600"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_checkpoints", "off"));

    private final DataFolder folder;
    private final Path database;

    Cluster(DataFolder folder) {
        this.folder = folder;
        this.database = in(folder.path());
    }

    /// Where the cluster of that data folder is, or would be.
    static Path in(Path folder) {
        return folder.resolve("database");
    }

    Path path() {
        return database;
    }

    Path log() {
        return database.resolve("log");
    }

    boolean exists() {
        return Files.exists(database);
    }

    String password() {
        return folder.password(PASSWORD);
    }

    /// Everything is done under another name, the sign-in role and the database included; a computer switched off in
    /// between finds nothing but a folder to throw away.
    void create(PostgresPrograms programs) throws IOException {
        var making = database.resolveSibling("database.new");
        DataFolder.deleteAll(making);
        folder.password(SUPERUSER_PASSWORD);
        initialize(programs, making);
        Files.writeString(
                making.resolve("postgresql.conf"),
                "\n# Written before each start; what stands below it wins.\ninclude_if_exists = '" + OWN_SETTINGS
                        + "'\n",
                StandardOpenOption.APPEND);
        programs.runWithInput(
                rolesAndDatabase(),
                "postgres",
                "--single",
                "-c",
                "exit_on_error=on",
                "-D",
                making.toString(),
                "postgres");
        DataFolder.moveIntoPlace(making, database);
    }

    private void initialize(PostgresPrograms programs, Path making) throws IOException {
        try {
            initdb(programs, making, "C.UTF-8");
        } catch (CannotStart noSuchLocale) {
            DataFolder.deleteAll(making);
            initdb(programs, making, "C");
        }
    }

    /// PostgreSQL's own collation, because an index sorted by the operating system's breaks when that is updated.
    /// The ctype still comes from the system: trigrams of letters beyond ASCII need one that knows UTF-8.
    private void initdb(PostgresPrograms programs, Path making, String ctype) {
        programs.run(
                "initdb",
                "--pgdata=" + making,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + folder.resolve(SUPERUSER_PASSWORD),
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=" + ctype,
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    private String rolesAndDatabase() {
        return String.join(
                "\n",
                "create role " + NAME + " login password '" + password() + "';",
                "create database " + NAME + " owner " + NAME + ";",
                "revoke all on database " + NAME + " from public;",
                "");
    }

    void configure(int port) {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var lines = Stream.of(SETTINGS, memorySettings(machine.getTotalMemorySize()))
                .flatMap(settings -> settings.entrySet().stream())
                .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'")
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            DataFolder.writePrivately(database.resolve(OWN_SETTINGS), lines + "\nport = " + port + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// For the pages that are used most an eighth of the memory, not less than what PostgreSQL takes by itself,
    /// nor more than 4 GB: the system keeps the others, and on a small computer the browser wants to live as well.
    ///
    /// @param bytes of memory that the machine, or the container, has
    static Map<String, String> memorySettings(long bytes) {
        long megabytes = bytes / MEGABYTE;
        return Map.of(
                "shared_buffers", Math.clamp(megabytes / 8, FEWEST_BUFFERS_MB, MOST_BUFFERS_MB) + "MB",
                "effective_cache_size", Math.max(megabytes / 2, LEAST_CACHE_MB) + "MB");
    }
}
