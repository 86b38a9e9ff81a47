package org.emiadi.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;

/// Runs PostgreSQL's own programs one after the other; what they say goes into one file.
final class PostgresPrograms {
    private static final int LINES_SHOWN = 8;

    private final PostgresBinaries binaries;
    private final Path log;

    PostgresPrograms(PostgresBinaries binaries, Path log) {
        this.binaries = binaries;
        this.log = log;
    }

    Path log() {
        return log;
    }

    /// Empties the file, so that it tells of this start only.
    void beginLog() throws IOException {
        Files.writeString(log, "", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void run(String program, String... arguments) {
        runWithInput("", program, arguments);
    }

    void runWithInput(String input, String program, String... arguments) {
        var process = begin(program, arguments);
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        } catch (IOException endedEarly) {
            // The exit code tells.
        }
        if (await(process) != 0) {
            throw new CannotStart("PostgreSQL's " + program + " failed: " + lastLines(log));
        }
    }

    Process begin(String program, String... arguments) {
        var builder = new ProcessBuilder(binaries.command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // PGPORT, PGOPTIONS, PGCTLTIMEOUT and the like of the person who starts us are meant for other servers, and
        // the large pages that the launcher asks of the C library for Java: each process would hold some.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.equals("GLIBC_TUNABLES"));
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new CannotStart("Interrupted", interrupted);
        }
    }

    static String lastLines(Path file) {
        var lines = DataFolder.read(file).orElse("").lines().toList();
        return lines.stream()
                .skip(Math.max(0, lines.size() - LINES_SHOWN))
                .map(line -> "\n    " + line)
                .collect(Collectors.joining());
    }
}
