package org.emiadi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the sources themselves show: sizes, door signs, migrations, what stands on the class path.
class SourcesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;

    /// A method or constructor at the first level of indentation of its class, up to its closing brace.
    private static final Pattern METHOD = Pattern.compile(
            "(?m)^( {4}| {8})(?=[\\w@<])(?!.*\\b(?:class|record|interface|enum)\\b)[^\\n;=]*?\\([^;{]*?\\{\\n(.*?)^\\1}$",
            Pattern.DOTALL);

    @Test
    void no_file_is_longer_than_400_lines() {
        assertThat(javaFiles())
                .allSatisfy(file -> assertThat(lines(file))
                        .as("%s: longer files hold two things", file)
                        .hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void no_method_is_longer_than_40_lines() {
        assertThat(javaFiles())
                .allSatisfy(file -> assertThat(methodsOf(file))
                        .as("%s: a longer method tells two stories", file)
                        .allSatisfy(body -> assertThat(body.lines().count()).isLessThanOrEqualTo(LONGEST_METHOD)));
    }

    @Test
    void the_check_of_method_lengths_sees_methods() {
        assertThat(javaFiles().stream().mapToInt(file -> methodsOf(file).size()).sum())
                .isGreaterThan(300);
    }

    @Test
    void every_package_has_a_door_sign_that_says_that_nothing_is_null() {
        assertThat(javaFiles().stream().map(Path::getParent).distinct())
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .as("%s: a newcomer reads the door sign first", folder)
                        .content()
                        .contains("@NullMarked")
                        .startsWith("///"));
    }

    @Test
    void migrations_are_named_by_the_minute_and_say_what_they_do() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .allMatch(
                            name -> name.matches("V20\\d{10}__[a-z_]+\\.sql"),
                            "V<UTC minute>__<words>.sql, so that two branches do not collide");
        }
    }

    @Test
    void migrations_throw_no_table_and_no_column_away() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(Files.readString(file).toLowerCase(java.util.Locale.ROOT))
                            .as("%s: the previous release must still run on the new schema", file)
                            .doesNotContain("drop table")
                            .doesNotContain("drop column"));
        }
    }

    @Test
    void there_is_no_mocking_library() {
        for (String mocks : List.of("org.mockito.Mockito", "org.easymock.EasyMock", "io.mockk.MockKKt")) {
            assertThat(isThere(mocks))
                    .as("%s: what we do not own gets a small fake of ours", mocks)
                    .isFalse();
        }
    }

    @Test
    void no_source_names_a_place_of_one_machine() {
        var place = Pattern.compile("(?<![\\w.])/(?:root|work|farm)/");
        assertThat(javaFiles())
                .allSatisfy(file -> assertThat(place.matcher(read(file)).find())
                        .as("%s must run anywhere", file)
                        .isFalse());
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, SourcesTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    private static List<String> methodsOf(Path file) {
        var bodies = new ArrayList<String>();
        var matcher = METHOD.matcher(read(file));
        while (matcher.find()) {
            bodies.add(matcher.group(2));
        }
        return bodies;
    }

    private static List<Path> javaFiles() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        return read(file).lines().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
