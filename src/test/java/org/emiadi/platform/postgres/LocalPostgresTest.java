package org.emiadi.platform.postgres;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalPostgresTest {
    /// Made once and copied for each test, its programs by link, because to unpack and to make take longer than all the
    /// rest.
    @TempDir
    static Path made;

    @TempDir
    Path parent;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void make() throws IOException {
        try (var folder = DataFolder.hold(made);
                var server = LocalPostgres.in(folder, step -> {})) {
            server.start();
        }
    }

    @AfterEach
    void close() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
        assertThat(new Postmaster(database()).remains()).isEmpty();
        try (var entries = Files.list(dataFolder())) {
            for (var link : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private Path dataFolder() throws IOException {
        var folder = parent.resolve("data folder");
        if (!Files.exists(folder)) {
            DataFolder.hold(folder).close();
            try (var entries = Files.list(made)) {
                for (var each : entries.toList()) {
                    copy(each, folder.resolve(each.getFileName()));
                }
            }
        }
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (from.getFileName().toString().startsWith("postgresql-")) {
            Files.createSymbolicLink(to, from);
            return;
        }
        try (var files = Files.walk(from)) {
            for (var each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)), COPY_ATTRIBUTES, REPLACE_EXISTING);
            }
        }
    }

    private Path database() {
        return parent.resolve("data folder/database");
    }

    private LocalPostgres server() throws IOException {
        var folder = DataFolder.hold(dataFolder());
        open.add(folder);
        var postgres = LocalPostgres.in(folder, step -> {});
        open.add(postgres);
        return postgres;
    }

    private void stop() throws Exception {
        while (!open.isEmpty()) {
            open.removeLast().close();
        }
    }

    private static String ask(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        var first = server().start();
        ask(first, "create table visit as select 7 as id");
        stop();
        assertThat(ask(server().start(), "select id from visit")).isEqualTo("7");
    }

    @Test
    void commits_are_on_disk_and_nobody_gets_in_without_a_password() throws Exception {
        var address = server().start();
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(ask(address, "show " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(ask(address, "show listen_addresses")).isEqualTo("127.0.0.1");
        var socketFolder =
                Files.readAllLines(database().resolve("postmaster.pid")).get(4);
        assertThat(socketFolder).isEmpty();
        assertThat(ask(address, "select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = user"))
                .isEqualTo("f");
        for (var user : List.of("miadi", "postgres")) {
            assertThatThrownBy(() -> ask(new DatabaseAddress(address.jdbcUrl(), user, "guess"), "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void the_owner_may_create_the_extensions_we_need_and_letters_beyond_ascii_count() throws Exception {
        var address = server().start();
        ask(address, "create extension btree_gist; create extension pg_trgm; create extension unaccent");
        assertThat(ask(address, "select similarity('Ngũgĩ', 'ngũgĩ')")).isEqualTo("1");
        assertThat(ask(address, "select lower('NGŨGĨ') = 'ngũgĩ' and unaccent('Ngũgĩ') = 'Ngugi'"))
                .isEqualTo("t");
    }

    @Test
    void the_folder_and_its_secrets_are_for_the_owner_only() throws Exception {
        server().start();
        assertThat(permissions(dataFolder())).isEqualTo("rwx------");
        for (var secret : List.of("miadi.password", "postgres.password")) {
            assertThat(permissions(dataFolder().resolve(secret))).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_and_the_first_lives_on() throws Exception {
        var address = server().start();
        assertThatThrownBy(this::server)
                .isInstanceOf(CannotStart.AlreadyRunning.class)
                .hasMessageContaining("holds the data folder");
        try (var second = ServerProcess.on(dataFolder())) {
            assertThat(second.awaitLine("refused")).contains("Another e-miadi (process");
        }
        assertThat(ask(address, "select 1")).isEqualTo("1");
        assertThat(LocalPostgres.runningIn(dataFolder())).contains(address);
    }

    @Test
    void a_killed_program_leaves_an_orphan_that_is_stopped_and_loses_nothing_acknowledged() throws Exception {
        try (var victim = ServerProcess.on(dataFolder())) {
            victim.awaitLine("acknowledged 40");
            victim.kill();
        }
        var orphan = new Postmaster(database()).running();
        assertThat(orphan).isPresent();
        var address = server().start();
        assertThat(new Postmaster(database()).running()).isPresent().isNotEqualTo(orphan);
        assertThat(Integer.parseInt(ask(address, "select count(distinct id) from visit")))
                .isGreaterThanOrEqualTo(40);
    }

    @Test
    void a_killed_postgres_comes_back_on_the_same_port_with_everything() throws Exception {
        var address = server().start();
        ask(address, "create table visit as select 7 as id");
        ProcessHandle.of(new Postmaster(database()).running().orElseThrow())
                .orElseThrow()
                .destroyForcibly();
        assertThat(askPatiently(address, "select id from visit")).isEqualTo("7");
    }

    private static String askPatiently(DatabaseAddress address, String sql) throws Exception {
        var deadline = System.nanoTime() + 5_000_000_000L;
        while (true) {
            try {
                return ask(address, sql);
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    @Test
    void a_first_start_that_was_cut_short_is_done_over() throws Exception {
        DataFolder.deleteAll(dataFolder().resolve("database"));
        var half = dataFolder().resolve("database.new/base");
        Files.createDirectories(half);
        Files.writeString(half.resolve("1"), "half");
        Files.createDirectories(dataFolder().resolve("postgresql-0123456789abcdef.new/bin"));
        assertThat(ask(server().start(), "select current_database()")).isEqualTo("miadi");
        assertThat(dataFolder().resolve("database.new")).doesNotExist();
    }

    @Test
    void a_stale_process_number_that_now_belongs_to_another_program_is_no_obstacle() throws Exception {
        server().start();
        stop();
        var me = ProcessHandle.current().pid();
        Files.writeString(database().resolve("postmaster.pid"), me + "\n" + database() + "\n1\n5432\n\n127.0.0.1\n");
        assertThat(ask(server().start(), "select 1")).isEqualTo("1");
    }

    @Test
    void a_taken_port_is_avoided() throws Exception {
        var before = server().start();
        stop();
        var port = Integer.parseInt(
                Files.readString(dataFolder().resolve("database.port")).strip());
        try (var taken = new java.net.ServerSocket(port)) {
            assertThat(taken.isBound()).isTrue();
            var after = server().start();
            assertThat(after).isNotEqualTo(before);
            assertThat(ask(after, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_folder_that_holds_something_else_is_left_alone() throws Exception {
        Files.writeString(parent.resolve("letter.txt"), "dear");
        var before = permissions(parent);
        assertThatThrownBy(() -> DataFolder.hold(parent))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds something else");
        assertThat(permissions(parent)).isEqualTo(before);
    }

    @Test
    void a_database_that_does_not_start_says_why_and_at_once() throws Exception {
        server().start();
        stop();
        Files.delete(database().resolve("global/pg_control"));
        assertThatThrownBy(() -> server().start())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL did not start")
                .hasMessageContaining("could not find the database system");
    }
}
