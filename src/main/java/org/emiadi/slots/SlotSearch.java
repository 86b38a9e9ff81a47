package org.emiadi.slots;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;

/// Which slots are asked for; what is empty does not narrow the search.
public record SlotSearch(Visit visit, With with, When when) {

    /// What the slot is to be for.
    ///
    /// @param type     of the appointment, by its id; only staff may leave it out
    /// @param duration for a visit of no type in particular; then empty for half an hour
    public record Visit(Optional<Integer> type, Optional<Duration> duration) {}

    /// With whom, and where. Cadre and specialization are compared case aside.
    public record With(
            Optional<ProviderId> provider,
            Optional<String> cadre,
            Optional<String> specialization,
            Optional<FacilityId> facility) {}

    /// When the slot is to begin.
    ///
    /// @param from included; empty for now
    /// @param to   not included; empty for as far ahead as may be booked
    public record When(Optional<Instant> from, Optional<Instant> to, Optional<PartOfDay> part) {}
}
