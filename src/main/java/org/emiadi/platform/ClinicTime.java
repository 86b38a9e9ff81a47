package org.emiadi.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.ValueRange;
import java.util.Optional;
import java.util.regex.Pattern;

/// Instants and the clinic's own clock on the wall.
public record ClinicTime(ZoneId zone) {
    /// PostgreSQL and people both end well before this; years beyond it are typing errors.
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    // Strict, since the lenient ways take the 30th of February for the 28th.
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(LOCAL)
            .appendOffsetId()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final ValueRange FOUR_DIGITS = ValueRange.of(0, 9999);
    private static final int LENGTH_OF_DATE = "2026-12-01".length();
    private static final int LENGTH = "2026-12-01T09:00:00+03:00".length();

    /// Between date and time, where many write a blank in place of the T.
    private static final Pattern BLANK = Pattern.compile("(?<=^\\d{4}-\\d\\d-\\d\\d) (?=\\d)");

    /// Reads RFC 3339 (`2026-12-01T09:00:00+03:00`), or a time without offset, which is meant in the clinic's zone.
    /// Seconds may be left out. Empty where it is neither, or where the clinic's clock never shows that time, or
    /// shows it twice, on the day on which it is put forward or back.
    public Optional<Instant> parse(String text) {
        String written = withT(text.strip());
        return parseExact(written)
                .or(() -> parseLocal(written))
                .map(instant -> instant.truncatedTo(ChronoUnit.MICROS))
                .filter(ClinicTime::isPlausible);
    }

    private static String withT(String text) {
        return text.indexOf(' ') == LENGTH_OF_DATE ? BLANK.matcher(text).replaceFirst("T") : text;
    }

    private static Optional<Instant> parseExact(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, WITH_OFFSET).toInstant());
        } catch (DateTimeException withoutOffset) {
            return Optional.empty();
        }
    }

    private Optional<Instant> parseLocal(String text) {
        try {
            LocalDateTime local = LocalDateTime.parse(text, LOCAL);
            boolean happensOnce = zone.getRules().getValidOffsets(local).size() == 1;
            return happensOnce ? Optional.of(local.atZone(zone).toInstant()) : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }

    /// RFC 3339 with the clinic's offset.
    // By hand, since lists are full of times: to have them written was a twentieth of what a day of a provider cost.
    public String text(Instant instant) {
        var local = instant.atZone(zone);
        if (local.getNano() != 0 || !FOUR_DIGITS.isValidValue(local.getYear())) {
            return local.toOffsetDateTime().toString();
        }
        var text = new StringBuilder(LENGTH);
        two(text, local.getYear() / 100);
        two(text, local.getYear() % 100).append('-');
        two(text, local.getMonthValue()).append('-');
        two(text, local.getDayOfMonth()).append('T');
        two(text, local.getHour()).append(':');
        two(text, local.getMinute()).append(':');
        return two(text, local.getSecond()).append(local.getOffset()).toString();
    }

    private static StringBuilder two(StringBuilder text, int digits) {
        return text.append((char) ('0' + digits / 10)).append((char) ('0' + digits % 10));
    }

    public LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /// The first instant of a day of the clinic.
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
