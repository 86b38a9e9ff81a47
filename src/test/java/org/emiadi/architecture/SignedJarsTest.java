package org.emiadi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/// Java's cache takes no class from a signed jar, and a start would wait for its signatures (docs/adr/0053).
class SignedJarsTest {
    private static final String SIGNATURE = "META-INF/[^/]+\\.(SF|RSA|DSA|EC)";

    @Test
    void no_signature_is_packed() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.properties"));
        var packed = new ArrayList<String>();
        int jars = 0;
        for (URL manifest : Collections.list(getClass().getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            // That of the test run itself may be gone by now.
            if (manifest.openConnection() instanceof JarURLConnection inside && Files.exists(file(inside))) {
                jars++;
                inside.getJarFile().stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.matches(SIGNATURE) && !isLeftOut(name, inside, settings))
                        .forEach(name -> packed.add(inside.getJarFileURL() + " " + name));
            }
        }
        assertThat(packed).isEmpty();
        assertThat(jars).isGreaterThan(100);
    }

    private static Path file(JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().getPath());
    }

    /// As in `quarkus.class-loading.removed-resources."group\\:artifact"=META-INF/A.SF,META-INF/A.RSA`.
    private static boolean isLeftOut(String signature, JarURLConnection jar, String settings) {
        String file = file(jar).getFileName().toString();
        return settings.lines()
                .filter(line -> line.startsWith("quarkus.class-loading.removed-resources.") && line.contains(signature))
                .map(line -> line.replaceFirst("^[^:]*:([^\"]*)\".*$", "$1"))
                .anyMatch(artifact -> file.startsWith(artifact + "-"));
    }
}
