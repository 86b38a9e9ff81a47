package org.emiadi.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The unpacked programs of PostgreSQL. Always true: the folder is whole, since it got its name when it was.
final class PostgresBinaries {
    private static final String PREFIX = "postgresql-";

    private final Path folder;
    private final List<String> namespace;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
        this.namespace = "root".equals(System.getProperty("user.name")) ? namespace() : List.of();
    }

    static PostgresBinaries unpackedIn(Path parent, Consumer<String> progress) {
        try {
            var folder = parent.resolve(PREFIX + fingerprint());
            if (!Files.exists(folder)) {
                progress.accept("Unpacking PostgreSQL");
                unpack(folder);
                deleteOthers(parent, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A build carries the one for the machine that it was made on.
    private static URL archive() {
        var archive = PostgresBinaries.class
                .getClassLoader()
                .getResource("postgres-" + system().toLowerCase(Locale.ROOT) + "-" + machine() + ".txz");
        if (archive == null) {
            throw new CannotStart("This build carries no PostgreSQL for " + system() + " on " + machine()
                    + "; build e-miadi on this machine, or set DATABASE_URL to a PostgreSQL of your own.");
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }

    /// Tells one version from the next: checksum and length, as the directory of the jar has them. Each start waits for
    /// this, so nothing is read but the directory.
    private static String fingerprint() throws IOException {
        var connection = (JarURLConnection) archive().openConnection();
        connection.setUseCaches(false);
        try (var _ = connection.getJarFile()) {
            var entry = connection.getJarEntry();
            return HexFormat.of().toHexDigits((int) entry.getCrc())
                    + HexFormat.of().toHexDigits((int) entry.getSize());
        }
    }

    private static void unpack(Path folder) throws IOException {
        var making = folder.resolveSibling(folder.getFileName() + ".new");
        DataFolder.deleteAll(making);
        Files.createDirectories(making);
        try (var tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(archive().openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, making.resolve(entry.getName()));
            }
        }
        flush();
        DataFolder.moveIntoPlace(making, folder);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + target + " executable");
            }
        }
    }

    /// A thousand single fsyncs take seconds on a slow disk; one sync of everything does not.
    private static void flush() {
        try {
            new ProcessBuilder("sync").start().waitFor();
        } catch (IOException notOnThisSystem) {
            // Windows has no such command. A file lost to a power cut shows as a PostgreSQL that does not start.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteOthers(Path parent, Path current) throws IOException {
        try (var entries = Files.list(parent)) {
            var old = entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .filter(entry -> !entry.equals(current))
                    .toList();
            for (var each : old) {
                DataFolder.deleteAll(each);
            }
        }
    }

    /// The command line that runs one of the programs. PostgreSQL refuses to run as root; in a user namespace of its
    /// own it sees itself as nobody, while its files still belong to root.
    List<String> command(String program, String... arguments) {
        var command = new ArrayList<>(namespace);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /// Tried, since what allows it differs from one Linux to the next.
    private static List<String> namespace() {
        try {
            var attempt = new ProcessBuilder("unshare", "-U", "true").start();
            if (PostgresPrograms.await(attempt) == 0) {
                return List.of("unshare", "-U");
            }
        } catch (IOException noSuchProgram) {
            // Refused below.
        }
        throw new CannotStart("PostgreSQL does not run as root, and this machine does not allow user namespaces "
                + "(unshare -U); start e-miadi as an ordinary user, or set DATABASE_URL.");
    }
}
