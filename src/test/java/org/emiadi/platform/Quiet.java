package org.emiadi.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Quiet, for whoever measures times while other tests run in processes of their own: those wait between two tests
/// until it is over. Two locks on a file for each process, since nothing else reaches from one to the other and is gone
/// with it.
public final class Quiet implements TestExecutionListener {
    /// The processes that can be asked for it, the one with the longest tests first: while it is waited for, the
    /// other goes on.
    private enum Beside {
        PAGES(0, 1),
        REST(2, 3);

        /// Shut while somebody measures or waits for it, so that no next test slips in.
        private final long gate;
        /// Held by the test that runs.
        private final long room;

        Beside(long gate, long room) {
            this.gate = gate;
            this.room = room;
        }

        FileLock shutGate(FileChannel file) throws IOException {
            return file.lock(gate, 1, false);
        }

        FileLock takeRoom(FileChannel file) throws IOException {
            return file.lock(room, 1, false);
        }
    }

    /// Names the process that this is; where all tests run in one, nothing needs to wait.
    private static final @Nullable String OURS = System.getProperty("miadi.beside-measurements");

    private static final Path FILE = Path.of("target", "quiet.lock");

    private @Nullable FileChannel file;
    private @Nullable FileLock inside;

    /// Whether times are taken by another process, and hence not by this one.
    public static boolean isAskedOfUs() {
        return OURS != null;
    }

    /// Does this work while no other test runs.
    public static <T> T during(Supplier<T> work) {
        // Closing the file gives back what was locked.
        try (var file = open()) {
            for (var each : Beside.values()) {
                each.shutGate(file);
                each.takeRoom(file);
            }
            return work.get();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest() && OURS != null) {
            try {
                enter(Beside.valueOf(OURS.toUpperCase(Locale.ROOT)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void enter(Beside ours) throws IOException {
        var opened = file == null ? open() : file;
        file = opened;
        try (var _ = ours.shutGate(opened)) {
            inside = ours.takeRoom(opened);
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
        return FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
