package org.emiadi.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Problem;
import org.jspecify.annotations.Nullable;

/// What a person has typed, and what is wrong with it. Shown again with everything in its place when it is refused.
public final class Form {
    /// Day, month and year with anything common between them: 5/3/1990, 05 03 1990, 5.3.1990, 5-3-1990.
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(\\d{1,2})\\s*[/.\\-\\s]\\s*(\\d{1,2})\\s*[/.\\-\\s]\\s*(\\d{4})");

    private static final DateTimeFormatter TYPED_DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern HOURS_MINUTES = Pattern.compile("(\\d{1,2})[:.]?(\\d{2})");
    private static final int MOST_DIGITS = 9;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Map<String, List<String>> values;
    private final List<Wrong> wrongs = new ArrayList<>();

    private Form(Map<String, List<String>> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /// Something that has to be typed otherwise.
    ///
    /// @param field its name; empty for the form as a whole
    public record Wrong(String field, String sentence) {}

    static Form of(Map<String, List<String>> values) {
        return new Form(values);
    }

    public static Form empty() {
        return new Form(Map.of());
    }

    /// The same field, filled in before anybody has typed; null leaves it empty.
    public Form with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, List.of(value instanceof LocalDate date ? TYPED_DATE.format(date) : value.toString()));
        }
        return this;
    }

    /// Several choices of one name.
    public Form withAll(String name, List<String> chosen) {
        values.put(name, List.copyOf(chosen));
        return this;
    }

    /// What stands in the field, without blanks around it; empty where there is nothing.
    public String text(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    /// As it was typed, for passwords and texts in which each blank counts.
    public String exactly(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /// Whether `value` is among the choices of a name; for boxes and radio buttons.
    public boolean isChosen(String name, Object value) {
        return all(name).contains(value.toString());
    }

    public Optional<String> given(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /// Null where nothing was typed, for members that may be null.
    public @Nullable String orNull(String name) {
        return given(name).orElse(null);
    }

    /// The text; an error `sentence` at the field where there is none.
    public String required(String name, String sentence) {
        if (!has(name)) {
            wrong(name, sentence);
        }
        return text(name);
    }

    /// A date as people write it here, or as programs do; empty where it is neither or nothing.
    public Optional<LocalDate> date(String name) {
        return parseDate(text(name));
    }

    /// The same for a date that stands in an address.
    public static Optional<LocalDate> parseDate(String typed) {
        var parts = DAY_MONTH_YEAR.matcher(typed);
        try {
            LocalDate date = parts.matches()
                    ? LocalDate.parse(parts.replaceFirst("$1/$2/$3"), TYPED_DATE)
                    : LocalDate.parse(typed);
            return Optional.of(date).filter(Form::isPlausible);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /// Years beyond these are typing errors, and more than PostgreSQL and the calendar can hold.
    private static boolean isPlausible(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    /// A time of the day, 24 hours: 9:30, 09:30, 0930.
    public Optional<LocalTime> time(String name) {
        var parts = HOURS_MINUTES.matcher(text(name));
        try {
            return parts.matches()
                    ? Optional.of(LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /// A whole number that is not negative; empty where there is none.
    public OptionalInt number(String name) {
        String typed = text(name);
        boolean isNumber = !typed.isEmpty()
                && typed.length() <= MOST_DIGITS
                && typed.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return isNumber ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty();
    }

    /// Something is wrong with `field`.
    public void wrong(String field, String sentence) {
        wrongs.add(new Wrong(field, sentence));
    }

    /// Takes over what a room found wrong. Errors of members become errors of the fields of the same names.
    public void wrong(Problem problem, Messages words) {
        problem.fields().forEach(error -> wrong(error.field(), words.sentence(error)));
        if (problem.fields().isEmpty()) {
            wrong("", words.detail(problem));
        }
    }

    public boolean isGood() {
        return wrongs.isEmpty();
    }

    public List<Wrong> wrongs() {
        return List.copyOf(wrongs);
    }

    /// What is wrong with a field; null where nothing is.
    public @Nullable String error(String field) {
        return wrongs.stream()
                .filter(wrong -> wrong.field().equals(field))
                .map(Wrong::sentence)
                .findFirst()
                .orElse(null);
    }

    /// All fields as they came.
    Map<String, List<String>> values() {
        return values;
    }
}
