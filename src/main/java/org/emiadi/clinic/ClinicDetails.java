package org.emiadi.clinic;

import java.time.Duration;
import java.util.Locale;
import org.emiadi.platform.Messages;
import org.emiadi.platform.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// What is set for the whole clinic.
///
/// @param name     stands on every page
/// @param phone    whom to ring where a page cannot help; null where nobody is to ring
/// @param bring    what patients bring to a visit
/// @param idle     how long a member of staff may do nothing before they are signed out
/// @param language of the pages for readers whose browser names none of ours; one of [Messages#LOCALES]
public record ClinicDetails(
        String name, @Nullable PhoneNumber phone, WhatToBring bring, Duration idle, Locale language) {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_WORDS = 500;
    public static final int SHORTEST_IDLE_MINUTES = 5;
    public static final int LONGEST_IDLE_MINUTES = 120;

    public ClinicDetails {
        name = name.strip();
        long minutes = idle.toMinutes();
        if (name.isEmpty() || minutes < SHORTEST_IDLE_MINUTES || minutes > LONGEST_IDLE_MINUTES) {
            throw new IllegalArgumentException("a clinic has a name, and idle time within the limits");
        }
        if (!Messages.LOCALES.contains(language)) {
            throw new IllegalArgumentException("the pages are not in " + language);
        }
    }

    /// What patients bring to a visit, in their language.
    ///
    /// @param english null where nothing is said, as is
    /// @param swahili the same in Kiswahili
    public record WhatToBring(
            @Nullable String english, @Nullable String swahili) {
        public WhatToBring {
            english = english == null || english.isBlank() ? null : english.strip();
            swahili = swahili == null || swahili.isBlank() ? null : swahili.strip();
        }

        /// For a reader of that language; what there is in the other one where there is nothing in theirs.
        public @Nullable String in(Locale reader) {
            boolean swahiliFirst = reader.getLanguage().equals(Messages.SWAHILI.getLanguage());
            String first = swahiliFirst ? swahili : english;
            String second = swahiliFirst ? english : swahili;
            return first == null ? second : first;
        }
    }
}
