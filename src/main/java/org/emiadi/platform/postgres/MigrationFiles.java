package org.emiadi.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
        var checksums = new HashMap<String, Integer>();
        for (var name : names(folder)) {
            try (var content = URI.create(folder + "/" + name).toURL().openStream()) {
                checksums.put(name, checksum(content));
            }
        }
        return checksums;
    }

    private static List<String> names(URL folder) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection inJar) {
            // The class path has it open for as long as we run.
            return inJar.getJarFile().stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                    .map(entry -> entry.getName().substring(FOLDER.length() + 1))
                    .toList();
        }
        try (var files = Files.list(Path.of(URI.create(folder.toString())))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// Of the lines without what ends them, so that a checkout on Windows has the same.
    private static int checksum(InputStream content) throws IOException {
        var checksum = new CRC32();
        new String(content.readAllBytes(), UTF_8).lines().forEach(line -> checksum.update(line.getBytes(UTF_8)));
        return (int) checksum.getValue();
    }
}
