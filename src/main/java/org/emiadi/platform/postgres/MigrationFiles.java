package org.emiadi.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/// The migrations that this build carries, by the names of their files, with the checksums that Flyway computes.
final class MigrationFiles {
    private static final String FOLDER = "db/migration";

    private MigrationFiles() {}

    static Map<String, Integer> checksums() throws IOException {
        var folder =
                Objects.requireNonNull(MigrationFiles.class.getClassLoader().getResource(FOLDER), FOLDER);
        return folder.openConnection() instanceof JarURLConnection jar
                ? inJar(jar)
                : inFolder(Path.of(URI.create(folder.toString())));
    }

    private static Map<String, Integer> inJar(JarURLConnection connection) throws IOException {
        var checksums = new HashMap<String, Integer>();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            var files = jar.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                    .toList();
            for (var file : files) {
                try (var content = jar.getInputStream(file)) {
                    checksums.put(file.getName().substring(FOLDER.length() + 1), checksum(content));
                }
            }
        }
        return checksums;
    }

    private static Map<String, Integer> inFolder(Path folder) throws IOException {
        var checksums = new HashMap<String, Integer>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                try (var content = Files.newInputStream(file)) {
                    checksums.put(file.getFileName().toString(), checksum(content));
                }
            }
        }
        return checksums;
    }

    /// Of the lines without what ends them, so that a checkout on Windows has the same.
    private static int checksum(InputStream content) throws IOException {
        var checksum = new CRC32();
        new String(content.readAllBytes(), UTF_8).lines().forEach(line -> checksum.update(line.getBytes(UTF_8)));
        return (int) checksum.getValue();
    }
}
