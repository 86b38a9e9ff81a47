package org.emiadi.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emiadi.platform.postgres.DataFolder;
import org.jspecify.annotations.Nullable;

/// A data folder of which copies are kept, as it was before anything was measured on it.
///
/// @param folder the one that is worked on
/// @param shelf  where the copies are; null where none are wanted
record KeptData(Path folder, @Nullable Path shelf) {
    /// Makes the folder as it was kept under that name; false where it was not.
    boolean takeOut(String name) {
        if (shelf == null || !Files.isDirectory(shelf.resolve(name))) {
            return false;
        }
        copy(shelf.resolve(name), folder);
        return true;
    }

    /// Keeps the folder, which nobody may be working on.
    void keep(String name) {
        if (shelf == null) {
            return;
        }
        var half = shelf.resolve(name + ".half");
        try {
            Files.createDirectories(shelf);
            DataFolder.deleteAll(half);
            copy(folder, half);
            Files.move(half, shelf.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // PostgreSQL's files belong to a user of its own where the benchmark is run by root.
    private static void copy(Path from, Path to) {
        Tool.named("cp", "apt install coreutils")
                .run(
                        from,
                        Map.of(),
                        List.of(
                                "-a",
                                from.toAbsolutePath().toString(),
                                to.toAbsolutePath().toString()));
    }
}
