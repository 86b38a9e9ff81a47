package org.emiadi.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emiadi.platform.postgres.CannotStart;

/// A program of this machine that puts load on something.
final class Tool {
    private final Path program;

    private Tool(Path program) {
        this.program = program;
    }

    /// Found on the PATH, or where Debian keeps PostgreSQL's programs.
    static Tool named(String name, String install) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":", -1)).map(Path::of), debiansPostgres())
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new)
                .orElseThrow(() -> new CannotStart(
                        "The benchmark needs " + name + ", which was not found. Install it: " + install));
    }

    private static Stream<Path> debiansPostgres() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    Process start(Path folder, Map<String, String> environment, List<String> arguments) {
        var command =
                Stream.concat(Stream.of(program.toString()), arguments.stream()).toList();
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Runs it to its end.
    ///
    /// @return what it printed
    String run(Path folder, Map<String, String> environment, List<String> arguments) {
        return printed(start(folder, environment, arguments));
    }

    static String printed(Process process) {
        try (var out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CannotStart("A program of the benchmark failed:\n" + text);
            }
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.");
        }
    }
}
