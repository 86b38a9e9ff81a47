package org.emiadi.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences that people read, in English and Kiswahili.
public final class Messages {
    public static final Locale ENGLISH = Locale.forLanguageTag("en");
    public static final Locale SWAHILI = Locale.forLanguageTag("sw");
    public static final List<Locale> LOCALES = List.of(ENGLISH, SWAHILI);

    private static final Messages IN_ENGLISH = new Messages(ENGLISH);
    private static final Messages IN_SWAHILI = new Messages(SWAHILI);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
        // Without a fallback: a test holds that both files have the same keys.
        this.bundle = ResourceBundle.getBundle(
                "org.emiadi.platform.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Messages in(Locale locale) {
        return locale.getLanguage().equals(SWAHILI.getLanguage()) ? IN_SWAHILI : IN_ENGLISH;
    }

    /// The better of our languages for an `Accept-Language` header; English where it names none of them or is broken.
    public static Messages accepting(String acceptLanguage) {
        return in(best(acceptLanguage).orElse(ENGLISH));
    }

    /// The better of our languages; empty where the header names none of them or is broken.
    public static Optional<Locale> best(String acceptLanguage) {
        // Programs seldom send one, and an exception is dear.
        if (acceptLanguage.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public String text(String key) {
        return text(key, Map.of());
    }

    /// The sentence with `{name}` filled from `values`, and `{0}`, `{1}` where the names are numbers.
    public String text(String key, Map<String, ?> values) {
        return PLACE.matcher(bundle.getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(values.get(place.group(1)))));
    }

    public String text(String key, List<?> args) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i < args.size(); i++) {
            values.put(Integer.toString(i), args.get(i));
        }
        return text(key, values);
    }

    /// What a client is told of `problem` in one sentence.
    public String detail(Problem problem) {
        String base = "problem." + problem.type().code() + ".";
        return text(base + (problem.reason().isEmpty() ? "detail" : problem.reason()), problem.members());
    }

    /// The sentence of the kind of problem itself, where there is no problem to fill in its values.
    public String plainDetail(ProblemType type) {
        return PLACE.matcher(bundle.getString("problem." + type.code() + ".detail"))
                .replaceAll("…");
    }

    /// What to do about it.
    public String help(ProblemType type) {
        return text("problem." + type.code() + ".help");
    }

    public String title(ProblemType type) {
        return text("problem." + type.code() + ".title", Map.of());
    }

    public String sentence(FieldError error) {
        return text("field." + error.key(), error.args());
    }
}
