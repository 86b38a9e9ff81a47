package org.emiadi.browser;

import java.util.Locale;

/// A language that the pages speak, as a browser asks for it.
enum Language {
    ENGLISH("en-KE"),
    SWAHILI("sw-KE");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    String tag() {
        return locale.toLanguageTag();
    }

    /// `en` or `sw`, as the page says it.
    String code() {
        return locale.getLanguage();
    }

    Language other() {
        return this == ENGLISH ? SWAHILI : ENGLISH;
    }
}
