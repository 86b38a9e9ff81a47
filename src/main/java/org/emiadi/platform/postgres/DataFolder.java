package org.emiadi.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The one folder in which everything of a server lives: database, keys, passwords.
/// Always true: only its owner may enter it, and only one server holds it at a time.
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "e-miadi.lock";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final int PASSWORD_BYTES = 24;

    /// POSIX takes a lock away as soon as its process closes any other descriptor of the same file. So within this
    /// process the file is opened once, and whoever comes second is turned away before opening it.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Makes the folder where there is none and closes it to everybody else, or refuses with one sentence.
    public static Path prepare(Path path) {
        var folder = path.toAbsolutePath().normalize();
        try {
            make(folder);
            refuseStrangers(folder);
            if (!Files.exists(folder.resolve(LOCK))) {
                Files.createFile(folder.resolve(LOCK));
            }
            return folder;
        } catch (IOException failure) {
            throw unusable(folder, failure);
        }
    }

    /// Prepares the folder and keeps all others out until [#close], or refuses with one sentence.
    public static DataFolder hold(Path path) {
        var folder = prepare(path);
        try {
            return new DataFolder(folder, lock(folder));
        } catch (IOException failure) {
            throw unusable(folder, failure);
        }
    }

    private static CannotStart unusable(Path folder, IOException failure) {
        return new CannotStart("The data folder " + folder + " cannot be used: " + failure, failure);
    }

    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        } else if (!Files.exists(folder.resolve(LOCK)) && !isEmpty(folder)) {
            // Narrowing the permissions of somebody's home folder or of /tmp would do harm.
            throw new CannotStart("The folder " + folder + " holds something else already; "
                    + "set MIADI_DATA_DIR to a new or an empty folder.");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void refuseStrangers(Path folder) throws IOException {
        if (!POSIX) {
            return;
        }
        var probe = Files.createTempFile(folder, ".owner", "");
        var me = Files.getAttribute(probe, "unix:uid");
        Files.delete(probe);
        if (!me.equals(Files.getAttribute(folder, "unix:uid"))) {
            throw new CannotStart("The data folder " + folder + " belongs to the user "
                    + Files.getOwner(folder).getName() + "; start e-miadi as that user.");
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static FileChannel lock(Path folder) throws IOException {
        if (!HELD_HERE.add(folder)) {
            throw new CannotStart.AlreadyRunning("This program holds the data folder " + folder + " already.");
        }
        try {
            return lockAgainstOthers(folder);
        } catch (IOException | RuntimeException failure) {
            HELD_HERE.remove(folder);
            throw failure;
        }
    }

    private static FileChannel lockAgainstOthers(Path folder) throws IOException {
        var file = folder.resolve(LOCK);
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            var holder = Files.readString(file).strip();
            channel.close();
            throw new CannotStart.AlreadyRunning(
                    "Another e-miadi (process " + holder + ") is running on the data folder " + folder
                            + "; stop it first, or set MIADI_DATA_DIR to another folder.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
        return channel;
    }

    public Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /// The secret kept under this name; a new random one where there is none yet.
    String password(String name) {
        try {
            var file = resolve(name);
            if (!Files.exists(file)) {
                writePrivately(file, randomPassword() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Writes a file that only its owner may read; whole or not at all, even when the power fails.
    public static void writePrivately(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        makePrivately(fresh);
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            channel.force(true);
        }
        moveIntoPlace(fresh, file);
    }

    private static void makePrivately(Path file) throws IOException {
        if (POSIX) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /// Renames, and makes sure that the new name itself has reached the disk.
    static void moveIntoPlace(Path from, Path to) throws IOException {
        Files.move(from, to, ATOMIC_MOVE);
        var parent = to.getParent();
        if (POSIX && parent != null) {
            try (var folder = FileChannel.open(parent, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /// The folder and everything in it, where it is there.
    public static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var tree = Files.walk(folder)) {
            for (var each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /// The text of a small file, where it is there.
    static Optional<String> read(@Nullable Path file) {
        try {
            return file == null ? Optional.empty() : Optional.of(Files.readString(file));
        } catch (IOException absentOrBeingWritten) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            HELD_HERE.remove(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
