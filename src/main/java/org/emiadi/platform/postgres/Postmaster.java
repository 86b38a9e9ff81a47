package org.emiadi.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds out which PostgreSQL processes work on one database folder. A number in `postmaster.pid` proves nothing: after
/// a restart of the machine it may belong to any program.
final class Postmaster {
    private static final Path PROC = Path.of("/proc");
    private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/stat"));
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Path database;

    Postmaster(Path database) {
        this.database = database;
    }

    /// The server itself, when it runs.
    Optional<Long> running() {
        return recorded().filter(this::isOurs);
    }

    /// What `postmaster.pid` says, true or stale.
    Optional<Long> recorded() {
        return DataFolder.read(database.resolve("postmaster.pid"))
                .flatMap(text -> text.lines().findFirst())
                .map(String::strip)
                .filter(line -> NUMBER.matcher(line).matches())
                .map(Long::valueOf);
    }

    private boolean isOurs(long pid) {
        if (HAS_PROC) {
            return worksHere(PROC.resolve(Long.toString(pid)));
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .flatMap(ProcessHandle.Info::command)
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    /// Every process of PostgreSQL on this folder: backends may outlive their postmaster for a moment.
    List<Long> remains() {
        if (!HAS_PROC) {
            return running().stream().toList();
        }
        try (var processes = Files.list(PROC)) {
            return processes
                    .filter(entry ->
                            NUMBER.matcher(entry.getFileName().toString()).matches())
                    .filter(this::worksHere)
                    .map(entry -> Long.valueOf(entry.getFileName().toString()))
                    .toList();
        } catch (IOException unreadable) {
            return running().stream().toList();
        }
    }

    /// Each PostgreSQL process has its database folder as working directory and `postgres` as its name; a zombie has
    /// no working directory any more. A shell that stands in the folder does not count.
    private boolean worksHere(Path process) {
        try {
            return Files.isSameFile(process.resolve("cwd"), database)
                    && Files.readString(process.resolve("comm")).strip().equals("postgres");
        } catch (IOException | SecurityException goneOrForeign) {
            return false;
        }
    }
}
