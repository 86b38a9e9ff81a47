package org.emiadi.absences;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// A provider is away. Never changed: a wrong one is removed and another one added.
///
/// @param note in the words of who entered it
public record TimeOff(
        int id,
        ProviderId provider,
        Kind kind,
        TimeRange during,
        @Nullable String note,
        Instant createdAt) {

    /// Why somebody is away, as far as the clinic needs to know.
    public enum Kind {
        LEAVE,
        SICK,
        MEETING,
        OTHER;

        public static Optional<Kind> parse(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text().equals(text))
                    .findFirst();
        }

        /// As it stands in JSON and in the database.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Time off to be entered.
    public record Request(
            ProviderId provider,
            Kind kind,
            Span span,
            @Nullable String note) {}
}
