package org.emiadi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emiadi.appointments.AppointmentStatus;
import org.junit.jupiter.api.Test;

/// The page on the audit trail names every action that the sources write, and no other.
class ActionsInDocsTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path PAGE = Path.of("docs", "api", "audit.md");
    private static final String ACTION = "([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)";
    private static final Pattern IN_SOURCES = Pattern.compile("\"" + ACTION + "\"");
    private static final Pattern ON_PAGE = Pattern.compile("`" + ACTION + "`");

    /// Put together of a prefix and how an offer ended.
    private static final Set<String> ENDS_OF_OFFERS = Set.of("offer.lapsed", "offer.withdrawn");

    @Test
    void the_page_names_every_action_and_no_other() throws IOException {
        var written = new TreeSet<>(ENDS_OF_OFFERS);
        Arrays.stream(AppointmentStatus.values())
                .map(status -> "appointment." + status.text().replace('_', '-'))
                .forEach(written::add);
        try (Stream<Path> files = Files.walk(MAIN)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(ActionsInDocsTest::text)
                    .filter(source -> source.contains("AuditEvent."))
                    .forEach(source -> written.addAll(found(IN_SOURCES, source)));
        }
        assertThat(found(ON_PAGE, tables(text(PAGE)))).isEqualTo(written);
    }

    private static String tables(String page) {
        return page.lines().filter(line -> line.startsWith("|")).collect(Collectors.joining("\n"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
