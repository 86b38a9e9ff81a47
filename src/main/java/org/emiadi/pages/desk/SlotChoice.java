package org.emiadi.pages.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.slots.Slot;

/// A slot as it stands in a form: with whom, where and when.
record SlotChoice(ProviderId provider, FacilityId facility, Instant start) {
    private static final String BETWEEN = "@";

    static String written(Slot slot) {
        return String.join(
                BETWEEN,
                String.valueOf(slot.by().id().value()),
                String.valueOf(slot.at().id().value()),
                slot.during().start().toString());
    }

    static Optional<SlotChoice> parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != 3 || !parts[0].matches("[0-9]{1,9}") || !parts[1].matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SlotChoice(
                    new ProviderId(Integer.parseInt(parts[0])),
                    new FacilityId(Integer.parseInt(parts[1])),
                    Instant.parse(parts[2])));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /// Slots of one day.
    record Day(String name, List<Hour> hours) {}

    /// One slot.
    ///
    /// @param first the one that is taken unless another is chosen
    record Hour(String value, String time, String provider, boolean first) {}
}
