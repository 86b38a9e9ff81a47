package org.emiadi.platform;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The key of the last row that was seen, in the order of its list. Opaque to clients.
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = "\u001f";
    /// Longer than any key of ours; what is longer was not made here.
    private static final int LONGEST = 1000;
    /// More than any score has. The exponent of a number that somebody made up could fill the memory.
    private static final int MOST_DIGITS = 40;
    /// What PostgreSQL can hold, and more than any row has.
    private static final Instant EARLIEST = Instant.parse("-4000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+200000-01-01T00:00:00Z");

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
    }

    /// Reads what [#text] wrote; empty where it does not have `size` keys.
    public static Optional<Cursor> parse(String text, int size) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var keys = List.of(joined.split(SEPARATOR, -1));
            return keys.size() == size && joined.indexOf('\0') < 0 ? Optional.of(new Cursor(keys)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// Key `place` as a number; a [ProblemException] where somebody tampered with it.
    public long number(int place) {
        try {
            return Long.parseLong(keys.get(place));
        } catch (NumberFormatException tampered) {
            throw new ProblemException(Problem.invalid("cursor", "cursor"));
        }
    }

    /// Key `place` as a decimal number; a [ProblemException] where somebody tampered with it.
    public BigDecimal decimal(int place) {
        try {
            var decimal = new BigDecimal(keys.get(place));
            if (decimal.precision() <= MOST_DIGITS && Math.abs(decimal.scale()) <= MOST_DIGITS) {
                return decimal;
            }
        } catch (NumberFormatException notANumber) {
            // Tampered with, as much as one with too many digits.
        }
        throw new ProblemException(Problem.invalid("cursor", "cursor"));
    }

    /// Key `place` as an instant; a [ProblemException] where somebody tampered with it.
    public Instant instant(int place) {
        try {
            var instant = Instant.parse(keys.get(place));
            if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException notAnInstant) {
            // Tampered with, as much as one that no row can have.
        }
        throw new ProblemException(Problem.invalid("cursor", "cursor"));
    }

    public String text(int place) {
        return keys.get(place);
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }
}
