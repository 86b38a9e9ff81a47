package org.emiadi.pages.patient.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.emiadi.slots.Slot;

/// An hour that somebody has chosen.
///
/// @param slot   as it is offered
/// @param what   the name of the type
public record Choice(Slot slot, int type, String what) {
    public int provider() {
        return slot.by().id().value();
    }

    public Instant start() {
        return slot.during().start();
    }

    public ZoneId zone() {
        return slot.at().zone();
    }

    public String with() {
        return slot.by().name();
    }

    /// The specialization, or the cadre of whoever has none.
    public String field() {
        var specialization = slot.by().specialization();
        return specialization == null ? slot.by().cadre() : specialization;
    }

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");

    /// Reads an instant as our own links have it.
    static Optional<Instant> start(String written) {
        try {
            return Optional.of(Instant.parse(written))
                    .filter(start -> start.isAfter(EARLIEST) && start.isBefore(LATEST));
        } catch (DateTimeParseException madeUp) {
            return Optional.empty();
        }
    }
}
