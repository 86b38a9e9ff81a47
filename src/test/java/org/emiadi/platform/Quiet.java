package org.emiadi.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Quiet, for whoever measures times while other tests run in processes of their own: those wait between two tests
/// until it is over. Two locks on one file, since nothing else reaches from one process to the other and is gone
/// with it.
public final class Quiet implements TestExecutionListener {
    /// Set for the tests that run beside those that measure; where all run in one process, nothing needs to wait.
    private static final String BESIDE = "miadi.beside-measurements";

    private static final Path FILE = Path.of("target", "quiet.lock");
    /// Shut while somebody measures or waits for it, so that no next test slips in.
    private static final long GATE = 0;
    /// Shared by the tests that run.
    private static final long ROOM = 1;

    private @Nullable FileChannel file;
    private @Nullable FileLock inside;

    /// Does this work while no other test runs.
    public static <T> T during(Supplier<T> work) {
        try (var file = open();
                var _ = lock(file, GATE);
                var _ = lock(file, ROOM)) {
            return work.get();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest() && Boolean.getBoolean(BESIDE)) {
            try {
                enter();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void enter() throws IOException {
        var opened = file == null ? open() : file;
        file = opened;
        try (var _ = lock(opened, GATE)) {
            inside = opened.lock(ROOM, 1, true);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        try {
            if (inside != null) {
                inside.close();
                inside = null;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileChannel open() throws IOException {
        return FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static FileLock lock(FileChannel file, long place) throws IOException {
        return file.lock(place, 1, false);
    }
}
