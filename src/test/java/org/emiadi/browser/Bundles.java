package org.emiadi.browser;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The messages of the house in both languages, to tell which language a text is in: those of answers stand in two
/// files, those of pages in an interface in English and in a file in Kiswahili.
final class Bundles {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /// A message with places to fill in is known again by this many letters around them.
    private static final int TELLING = 10;

    private static final Map<Language, Texts> ONLY_IN = read();

    private Bundles() {}

    /// Whether this text is a message in that language and none in the other one.
    static boolean saidIn(Language language, String text) {
        return ONLY_IN.getOrDefault(language, Texts.of(Set.of())).has(text);
    }

    /// Those that are said as they stand, and those into which something is filled.
    private record Texts(Set<String> plain, List<Pattern> filled) {
        static Texts of(Set<String> messages) {
            var filled = messages.stream()
                    .filter(message -> message.contains("{") && !message.contains("{#"))
                    .filter(message -> LETTER.matcher(fixed(message)).results().count() >= TELLING)
                    .map(Texts::pattern)
                    .toList();
            return new Texts(messages, filled);
        }

        private static String fixed(String message) {
            return PLACE.matcher(message).replaceAll("");
        }

        private static Pattern pattern(String message) {
            return Pattern.compile(
                    Arrays.stream(PLACE.split(message, -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
        }

        boolean has(String text) {
            return plain.contains(text)
                    || filled.stream().anyMatch(each -> each.matcher(text).matches());
        }
    }

    private static Map<Language, Texts> read() {
        var english = new HashMap<String, String>();
        english.putAll(inFiles(Language.ENGLISH));
        english.putAll(inInterfaces());
        var swahili = inFiles(Language.SWAHILI);
        return Map.of(
                Language.ENGLISH, Texts.of(without(english, swahili)),
                Language.SWAHILI, Texts.of(without(swahili, english)));
    }

    private static Set<String> without(Map<String, String> messages, Map<String, String> others) {
        var left = new HashSet<>(messages.values());
        left.removeAll(Set.copyOf(others.values()));
        return left;
    }

    private static Map<String, String> inFiles(Language language) {
        var texts = new HashMap<String, String>();
        files(RESOURCES, "_" + language.code() + ".properties")
                .forEach(file ->
                        load(file).forEach((key, text) -> texts.put(file + "#" + key, oneLine(text.toString()))));
        return texts;
    }

    private static Map<String, String> inInterfaces() {
        var texts = new HashMap<String, String>();
        files(SOURCES, ".java").stream()
                .filter(file -> read(file).contains("@MessageBundle"))
                .map(Bundles::type)
                .filter(type -> type.isAnnotationPresent(MessageBundle.class))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Message.class))
                .forEach(method -> texts.put(
                        method.toString(),
                        oneLine(method.getAnnotation(Message.class).value())));
        return texts;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Class<?> type(Path source) {
        String name = SOURCES.relativize(source)
                .toString()
                .replace(".java", "")
                .replace(source.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties load(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
