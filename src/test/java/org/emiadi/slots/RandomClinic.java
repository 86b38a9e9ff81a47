package org.emiadi.slots;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// All that decides what is free, in a clinic of two facilities and a few providers. Providers and facilities are
/// counted from 0; appointments that collide in the database are not among those of the clinic.
record RandomClinic(
        List<Place> facilities,
        List<Hours> hours,
        List<Absence> timeOff,
        List<Absence> closures,
        List<Holiday> holidays,
        List<Visit> visits) {

    RandomClinic with(List<Visit> booked) {
        return new RandomClinic(facilities, hours, timeOff, closures, holidays, booked);
    }

    record Place(ZoneId zone, boolean openOnHolidays) {}

    record Hours(
            int provider,
            int facility,
            Days days,
            LocalTime start,
            Duration length,
            int capacity,
            Set<Integer> types) {}

    record Days(int weekday, LocalDate from, @Nullable LocalDate to, int everyWeeks) {}

    /// @param whose the provider who is away, or the facility that is closed
    record Absence(int whose, TimeRange during) {}

    record Holiday(LocalDate day, boolean observed) {}

    /// @param heldUntil null for what is not merely held
    record Visit(
            int provider,
            int facility,
            int lane,
            TimeRange during,
            int before,
            int after,
            String status,
            @Nullable Instant heldUntil) {

        boolean occupies(Instant now) {
            return !status.equals("cancelled")
                    && !status.equals("no_show")
                    && (heldUntil == null || heldUntil.isAfter(now));
        }

        TimeRange occupied() {
            return new TimeRange(
                    during.start().minus(Duration.ofMinutes(before)),
                    during.end().plus(Duration.ofMinutes(after)));
        }
    }

    /// What is asked of the clinic. Minutes, but for the span.
    record Question(
            TimeRange span,
            Instant now,
            int duration,
            int before,
            int after,
            int every,
            @Nullable Integer type,
            @Nullable Integer provider,
            @Nullable Integer facility,
            @Nullable PartOfDay part) {}

    /// What the clinic has to offer, and how many places.
    record Offer(int provider, int facility, Instant start, int places) {}
}
