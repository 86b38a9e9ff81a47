package org.emiadi.pages.patient;

import java.time.Instant;
import java.time.ZoneId;
import org.emiadi.waiting.Entry;
import org.jspecify.annotations.Nullable;

/// A place on the waiting list, with what is offered at the moment.
///
/// @param what    the name of the type
/// @param with    null for whoever is free first
/// @param place   of what is offered; null where nothing is
/// @param zone    of the clock there
public record WaitingView(
        Entry entry,
        String what,
        @Nullable String with,
        @Nullable String place,
        ZoneId zone) {
    public int id() {
        return entry.id();
    }

    public boolean isOffered() {
        return entry.offer() != null;
    }

    public boolean isMove() {
        return entry.wishes().appointment() != null;
    }

    /// Of the offered time; a bug where nothing is offered.
    public Instant start() {
        var offer = entry.offer();
        if (offer == null) {
            throw new IllegalStateException("nothing is offered");
        }
        return offer.during().start();
    }

    /// Until when the offered time is kept.
    public Instant until() {
        var offer = entry.offer();
        if (offer == null) {
            throw new IllegalStateException("nothing is offered");
        }
        return offer.until();
    }
}
