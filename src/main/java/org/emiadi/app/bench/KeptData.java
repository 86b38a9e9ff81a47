package org.emiadi.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emiadi.platform.postgres.DataFolder;
import org.jspecify.annotations.Nullable;

/// A data folder of which a copy is kept, as it was before anything was measured on it.
///
/// @param folder the one that is worked on
/// @param kept   the copy; null where none is wanted
record KeptData(Path folder, @Nullable Path kept) {
    /// Makes the folder as it was kept; false where it was not.
    boolean takeOut() {
        if (kept == null || !Files.isDirectory(kept)) {
            return false;
        }
        copy(kept, folder);
        return true;
    }

    /// Keeps the folder, which nobody may be working on.
    void keep() {
        if (kept == null) {
            return;
        }
        var half = kept.resolveSibling(kept.getFileName() + ".half");
        try {
            Files.createDirectories(half.getParent());
            DataFolder.deleteAll(half);
            copy(folder, half);
            Files.move(half, kept);
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
