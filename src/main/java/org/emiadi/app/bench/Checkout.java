package org.emiadi.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emiadi.platform.postgres.CannotStart;

/// Another commit of the project in a folder of its own, removed at the end.
public final class Checkout implements AutoCloseable {
    private static final Tool GIT = Tool.named("git", "apt install git");

    private final Path repository;
    private final Path path;

    private Checkout(Path repository, Path path) {
        this.repository = repository;
        this.path = path;
    }

    /// The folder of the project that this program was built in, as its launcher says.
    public static Path ofThisProgram() {
        return Optional.ofNullable(System.getProperty("miadi.checkout"))
                .map(Path::of)
                .orElseThrow(() -> new CannotStart("Run the benchmark from a checkout of the project: ./miadi bench"));
    }

    /// Checks a commit out.
    public static Checkout of(Path repository, String revision) {
        Path path = repository.resolve("target/bench/against-" + revision.replaceAll("\\W", "-"));
        git(repository, "worktree", "add", "--force", "--detach", path.toString(), revision);
        return new Checkout(repository, path);
    }

    /// What git calls the commit, with a mark where files were changed since.
    public static String commitOf(Path repository) {
        return git(repository, "describe", "--always", "--dirty").strip();
    }

    private static String git(Path repository, String... arguments) {
        return GIT.run(repository, Map.of(), List.of(arguments));
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        git(repository, "worktree", "remove", "--force", path.toString());
    }
}
