package org.emiadi.pages.reports;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.emiadi.reports.Waits;

/// Figures as people read them: as exact as they mean something, and with what they are figures of.
final class Numbers {
    /// Where there is nothing to tell.
    static final String NONE = "–";

    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final double HUNDRED = 100;
    /// From here on a tenth means nothing.
    private static final double WHOLE = 10;

    private final ReportWords words;

    Numbers(ReportWords words) {
        this.words = words;
    }

    /// With commas between thousands, in both languages.
    String count(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    String share(OptionalDouble share) {
        return share.isPresent() ? Math.round(HUNDRED * share.getAsDouble()) + "%" : NONE;
    }

    String partOf(long part, long whole) {
        return words.partOf(count(part), count(whole));
    }

    String hours(long minutes) {
        return minutes == 0 ? words.hours("0") : words.hours(decimal((double) minutes / MINUTES_OF_AN_HOUR));
    }

    String minutes(double minutes) {
        return words.minutes(count(Math.round(minutes)));
    }

    String days(double days) {
        return words.days(decimal(days));
    }

    private String decimal(double number) {
        return number >= WHOLE ? count(Math.round(number)) : plain(number, 1);
    }

    String minutes(Optional<Waits.Spread> spread, ToDoubleFunction<Waits.Spread> which) {
        return spread.map(of -> minutes(which.applyAsDouble(of))).orElse(NONE);
    }

    String days(Optional<Waits.Spread> spread, ToDoubleFunction<Waits.Spread> which) {
        return spread.map(of -> days(which.applyAsDouble(of))).orElse(NONE);
    }

    /// For programs.
    static String plain(double number, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }
}
