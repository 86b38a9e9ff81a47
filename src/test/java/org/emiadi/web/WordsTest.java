package org.emiadi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// English stands in the code, Kiswahili in a file; a sentence that is missing there would be English in silence.
class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)[^}]*}");
    /// What is the same in both languages.
    private static final Set<String> ALIKE = Set.of("SHA", "NHIF", "PDF", "CSV", "E-Miadi");

    static Stream<Class<?>> bundles() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.emiadi").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void each_sentence_stands_in_both_languages_with_the_same_places(Class<?> bundle) {
        var swahili = swahili(bundle);
        var english = Arrays.asList(bundle.getDeclaredMethods());

        assertThat(swahili.stringPropertyNames())
                .as("keys of %s", bundle.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(
                        english.stream().map(Method::getName).toList());
        assertThat(english).allSatisfy(method -> {
            String written = method.getAnnotation(Message.class).value();
            String translated = swahili.getProperty(method.getName());
            assertThat(places(translated)).as(method.getName()).isEqualTo(places(written));
            if (!ALIKE.contains(written)) {
                assertThat(translated)
                        .as(method.getName())
                        .isNotEqualTo(written)
                        .isNotBlank();
            }
        });
    }

    @Test
    void there_are_bundles_to_compare() {
        assertThat(bundles()).contains(Words.class);
    }

    private static Properties swahili(Class<?> bundle) {
        String file = "/messages/" + bundle.getAnnotation(MessageBundle.class).value() + "_sw.properties";
        var properties = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties;
    }

    private static List<String> places(String sentence) {
        return List.copyOf(PLACE.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
