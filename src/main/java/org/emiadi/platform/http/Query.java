package org.emiadi.platform.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.Slice;
import org.jspecify.annotations.Nullable;

/// Reads query parameters. What cannot be read is a [ProblemException] that names the parameter.
public final class Query {
    private static final int LONGEST_TEXT = 200;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Query() {}

    /// `?limit` and `?cursor` of a list whose cursors have `keys` keys.
    public static Slice slice(@Nullable String limit, @Nullable String cursor, int keys) {
        int rows = integer("limit", limit).orElse(Slice.USUAL);
        if (rows < 1 || rows > Slice.MOST) {
            throw invalid("limit", "range", 1, Slice.MOST);
        }
        return new Slice(
                rows,
                text("cursor", cursor, Integer.MAX_VALUE)
                        .map(given -> Cursor.parse(given, keys).orElseThrow(() -> invalid("cursor", "cursor"))));
    }

    public static Optional<Integer> integer(String name, @Nullable String value) {
        try {
            return text(name, value).map(Integer::valueOf);
        } catch (NumberFormatException notANumber) {
            throw invalid(name, "number");
        }
    }

    /// A date like `2027-03-01`, within the centuries that the clinic can have anything of.
    public static Optional<LocalDate> day(String name, @Nullable String value) {
        return text(name, value).map(given -> {
            try {
                LocalDate day = LocalDate.parse(given);
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return day;
                }
            } catch (DateTimeParseException notADate) {
                // Answered below, together with the dates that are far away.
            }
            throw invalid(name, "date");
        });
    }

    /// The id in an address; empty where it is something else.
    public static Optional<Integer> id(String segment) {
        return segment.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(segment)) : Optional.empty();
    }

    /// An instant, or the start of a day of the clinic where only a date is given.
    public static Optional<Instant> time(String name, @Nullable String value, ClinicTime time) {
        return text(name, value)
                .map(given -> time.parse(given)
                        .or(() -> time.parse(given + "T00:00"))
                        .orElseThrow(() -> invalid(name, "time")));
    }

    /// What was given and is not blank.
    public static Optional<String> text(String name, @Nullable String value) {
        return text(name, value, LONGEST_TEXT);
    }

    private static Optional<String> text(String name, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            throw invalid(name, "too-long", longest);
        }
        return Optional.ofNullable(value).map(String::strip).filter(given -> !given.isEmpty());
    }

    public static ProblemException invalid(String name, String key, Object... args) {
        return new ProblemException(Problem.invalid(name, key, args));
    }
}
