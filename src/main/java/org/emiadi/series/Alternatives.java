package org.emiadi.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.slots.FreeSlots;
import org.emiadi.slots.Slot;
import org.emiadi.slots.SlotSearch;
import org.emiadi.slots.SlotsFound;

/// Finds the nearest times at which visits of a series could be had instead: free slots of the same provider that the
/// patient could have. For one attempt at a series.
final class Alternatives {
    /// The same day first, then the week around it.
    private static final List<Duration> REACHES = List.of(Duration.ofDays(1), Duration.ofDays(7));
    /// As many as there are in two weeks when one begins every five minutes.
    private static final int MOST_SLOTS = 4_100;
    /// A slot that is free is rarely refused; where many are, the patient is elsewhere all day.
    private static final int MOST_TRIES = 20;
    /// For a whole series, as others of its people wait meanwhile.
    private static final int MOST_TRIES_IN_ALL = 200;

    private static final Duration JUST_BEYOND = Duration.ofNanos(1_000);

    private final Appointments appointments;
    private final FreeSlots slots;
    private final Tx tx;
    private final Actor actor;
    private int triesLeft = MOST_TRIES_IN_ALL;

    Alternatives(Appointments appointments, FreeSlots slots, Tx tx, Actor actor) {
        this.appointments = appointments;
        this.slots = slots;
        this.tx = tx;
        this.actor = actor;
    }

    /// The nearest one, the later of two that are equally near. It is booked, so that it is no other visit's
    /// alternative: whoever attempts the series undoes it.
    ///
    /// @param visit  to be had at another time
    /// @param wanted the time at which it cannot be had
    Optional<TimeRange> take(BookingRequest visit, TimeRange wanted) {
        Duration tried = Duration.ZERO;
        for (Duration reach : REACHES) {
            var taken = takeFirst(visit, nearest(visit, wanted, tried, reach));
            if (taken.isPresent()) {
                return taken;
            }
            tried = reach;
        }
        return Optional.empty();
    }

    private Optional<TimeRange> takeFirst(BookingRequest visit, List<TimeRange> times) {
        var busy = new ArrayList<TimeRange>();
        int tries = Math.min(MOST_TRIES, triesLeft);
        for (TimeRange time : times) {
            if (busy.stream().anyMatch(time::overlaps)) {
                continue;
            }
            if (tries == 0) {
                break;
            }
            tries--;
            triesLeft--;
            var outcome = appointments.book(tx, actor, visit.at(time.start()));
            if (outcome instanceof Booking.Booked) {
                return Optional.of(time);
            }
            if (outcome instanceof TimeRefusal.PatientBusy(Optional<Appointment> other)) {
                other.map(Appointment::during).ifPresent(busy::add);
            }
        }
        return Optional.empty();
    }

    private List<TimeRange> nearest(BookingRequest visit, TimeRange wanted, Duration beyond, Duration reach) {
        // Whatever the search refuses has been refused as a booking before.
        return slots.next(tx, actor, search(visit, wanted, reach), MOST_SLOTS)
                        instanceof SlotsFound.Found<Slot>(List<Slot> found)
                ? found.stream()
                        .map(slot -> slot.during().start())
                        .filter(start -> away(start, wanted).compareTo(beyond) > 0)
                        .sorted(Comparator.comparing((Instant start) -> away(start, wanted))
                                .thenComparing(Comparator.reverseOrder()))
                        .map(start -> new TimeRange(start, start.plus(wanted.length())))
                        .toList()
                : List.of();
    }

    private static Duration away(Instant start, TimeRange wanted) {
        return Duration.between(wanted.start(), start).abs();
    }

    private static SlotSearch search(BookingRequest visit, TimeRange wanted, Duration reach) {
        var type = Optional.ofNullable(visit.typeId());
        return new SlotSearch(
                new SlotSearch.Visit(type, type.isPresent() ? Optional.empty() : Optional.of(wanted.length())),
                new SlotSearch.With(
                        Optional.of(visit.provider()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(visit.terms().facilityId()).map(FacilityId::new)),
                new SlotSearch.When(
                        Optional.of(wanted.start().minus(reach)),
                        Optional.of(wanted.start().plus(reach).plus(JUST_BEYOND)),
                        Optional.empty()));
    }
}
