package org.emiadi.waiting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where an entry of the waiting list stands.
public enum EntryStatus {
    WAITING,
    /// The patient took an offer.
    FULFILLED,
    /// Taken off the list by the patient or the desk.
    WITHDRAWN,
    /// Its last day has passed, or the appointment that was to be moved is over or will not take place.
    EXPIRED;

    public static Optional<EntryStatus> parse(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text().equals(text))
                .findFirst();
    }

    /// As it stands in JSON and in the database.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
