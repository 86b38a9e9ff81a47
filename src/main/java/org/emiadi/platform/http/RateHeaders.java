package org.emiadi.platform.http;

import java.util.Locale;
import java.util.function.BiConsumer;
import org.emiadi.platform.http.RateLimits.Answer;
import org.emiadi.platform.http.RateLimits.Kind;

/// Tells clients how much is left, as the IETF draft "RateLimit header fields for HTTP" has it.
final class RateHeaders {
    private static final int WINDOW_SECONDS = 60;

    private RateHeaders() {}

    static void add(BiConsumer<String, String> set, Kind kind, Answer answer) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        set.accept("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, kind.perMinute(), WINDOW_SECONDS));
        set.accept("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, answer.left(), answer.waitSeconds()));
    }
}
