package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/problems says what the server says. After a change of the texts, `./miadi test -Dmiadi.write-docs=true` writes
/// the
/// pages anew.
class ProblemDocsTest {
    private static final Path FOLDER = Path.of("docs", "problems");

    @Test
    void there_is_one_page_for_each_kind_of_problem_and_it_says_what_the_server_says() throws IOException {
        var expected = pages();
        if (Boolean.getBoolean("miadi.write-docs")) {
            for (var page : expected.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }

        assertThat(pagesOnDisk()).isEqualTo(expected);
    }

    private static Map<String, String> pages() {
        var words = Messages.in(Messages.ENGLISH);
        var pages = Arrays.stream(ProblemType.values())
                .collect(Collectors.toMap(
                        type -> type.code() + ".md", type -> page(type, words), (a, b) -> a, TreeMap::new));
        pages.put("README.md", index(words));
        return pages;
    }

    private static String page(ProblemType type, Messages words) {
        return """
                # %s

                `%s` · HTTP %d

                %s

                **What to do.** %s
                """.formatted(words.title(type), type.path(), type.status(), words.plainDetail(type), words.help(type));
    }

    private static String index(Messages words) {
        return """
                # Problems

                Every refusal is a problem document (RFC 9457). Its `type` is stable; the server explains each at that path, in English and
                Kiswahili.

                | type | status | |
                | --- | --- | --- |
                %s
                """.formatted(Arrays.stream(ProblemType.values())
                .map(type -> "| [%s](%s.md) | %d | %s |"
                        .formatted(type.code(), type.code(), type.status(), words.title(type)))
                .collect(Collectors.joining("\n")));
    }

    private static Map<String, String> pagesOnDisk() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var pages = new TreeMap<String, String>();
            for (Path file : files.toList()) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
            return pages;
        }
    }
}
