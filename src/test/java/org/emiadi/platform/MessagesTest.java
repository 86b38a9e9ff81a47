package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(keys("sw")).isEqualTo(keys("en"));
    }

    @Test
    void both_languages_fill_in_the_same_values() {
        var english = properties("en");
        var swahili = properties("sw");
        assertThat(keys("en"))
                .allSatisfy(key -> assertThat(places(swahili.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    @Test
    void no_sentence_was_left_untranslated() {
        var english = properties("en");
        var swahili = properties("sw");
        assertThat(keys("en"))
                .allSatisfy(key -> assertThat(swahili.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key)));
    }

    @Test
    void every_kind_of_problem_has_a_title_and_a_sentence() {
        for (ProblemType type : ProblemType.values()) {
            assertThat(keys("en")).contains("problem." + type.code() + ".title", "problem." + type.code() + ".detail");
        }
    }

    @Test
    void nothing_is_left_open_in_titles_and_help_which_are_told_without_values() {
        for (String language : List.of("en", "sw")) {
            var sentences = properties(language);
            assertThat(keys(language))
                    .filteredOn(key -> key.matches("problem\\..+\\.(title|help)"))
                    .hasSizeGreaterThan(ProblemType.values().length)
                    .allSatisfy(key -> assertThat(places(sentences.getProperty(key)))
                            .as(key)
                            .isEmpty());
        }
    }

    @Test
    void the_best_language_is_taken_and_english_where_there_is_none_of_ours() {
        assertThat(Messages.accepting("sw").locale()).isEqualTo(Messages.SWAHILI);
        assertThat(Messages.accepting("sw-KE,en;q=0.5").locale()).isEqualTo(Messages.SWAHILI);
        assertThat(Messages.accepting("fr, en;q=0.3, sw;q=0.8").locale()).isEqualTo(Messages.SWAHILI);
        for (String other : List.of("", "fr", "de-DE", "*", ";;;", "sw;q=", "\u0000", "x".repeat(5000))) {
            assertThat(Messages.accepting(other).locale()).as(other).isEqualTo(Messages.ENGLISH);
        }
    }

    @Test
    void values_are_put_in_as_they_are() {
        var problem = Problem.of(ProblemType.ALREADY_IN_USE).with("member", "$1 \\ {member}");

        assertThat(Messages.in(Messages.ENGLISH).detail(problem))
                .isEqualTo("The value of $1 \\ {member} is already in use.");
    }

    @Test
    void the_published_kinds_of_problem_are_still_there() {
        assertThat(List.of(ProblemType.values()))
                .as("a client may rely on each of these; new ones may be added")
                .extracting(ProblemType::code)
                .contains(
                        "unreadable-request",
                        "sign-in-required",
                        "wrong-credentials",
                        "not-allowed",
                        "password-change-required",
                        "not-found",
                        "method-not-allowed",
                        "not-acceptable",
                        "already-in-use",
                        "provider-busy",
                        "patient-busy",
                        "hours-overlap",
                        "nobody-free",
                        "nobody-waiting",
                        "last-admin",
                        "holiday-of-calendar",
                        "lost-update",
                        "too-large",
                        "address-too-long",
                        "unsupported-media-type",
                        "invalid-input",
                        "transition-not-allowed",
                        "key-used-differently",
                        "too-many-requests",
                        "headers-too-large",
                        "internal-error",
                        "unavailable");
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(properties(language).stringPropertyNames());
    }

    private static Properties properties(String language) {
        var properties = new Properties();
        var file =
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream("messages_" + language + ".properties"));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
