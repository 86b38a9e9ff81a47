package org.emiadi.absences;

import java.time.Instant;
import java.util.Optional;

/// Which part of time a list is about; open where a side is empty, else with its end after its start.
public record Period(Optional<Instant> from, Optional<Instant> to) {
    public Period {
        if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
            throw new IllegalArgumentException("to is not after from");
        }
    }
}
