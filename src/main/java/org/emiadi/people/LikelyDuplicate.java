package org.emiadi.people;

import java.util.Locale;
import java.util.Set;

/// A patient who may be the same person as somebody who is about to be registered.
///
/// @param signs what the two have in common, at least one thing
public record LikelyDuplicate(Patient patient, Set<Sign> signs) {
    /// More would not be read by anybody with a queue in front of them.
    public static final int MOST = 8;

    /// What two people have in common.
    public enum Sign {
        NATIONAL_ID,
        PHONE,
        EMAIL,
        DATE_OF_BIRTH,
        NAME;

        /// The member of a patient that is meant.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
