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

/// Finds the nearest time at which a visit could be had instead: a free slot of the same provider, that can be booked
/// for the patient.
final class Alternatives {
    /// The same day first, then the week around it.
    private static final List<Duration> REACHES = List.of(Duration.ofDays(1), Duration.ofDays(7));
    /// As many as there are in two weeks when one begins every five minutes.
    private static final int MOST_SLOTS = 4_100;
    /// A slot that is free is rarely refused, for who is in the patient's way is left out.
    private static final int MOST_TRIES = 20;

    private static final Duration JUST_BEYOND = Duration.ofNanos(1_000);

    private final Appointments appointments;
    private final FreeSlots slots;

    Alternatives(Appointments appointments, FreeSlots slots) {
        this.appointments = appointments;
        this.slots = slots;
    }

    /// The nearest one, the later of two that are equally near. It is booked, so that it is nobody else's alternative:
    /// the caller undoes it.
    ///
    /// @param visit  to be had at another time
    /// @param wanted the time at which it cannot be had
    Optional<TimeRange> take(Tx tx, Actor actor, BookingRequest visit, TimeRange wanted) {
        for (Duration reach : REACHES) {
            var times = nearest(tx, actor, visit.at(wanted.start()), wanted.length(), reach);
            var taken = takeFirst(tx, actor, visit, times);
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    private Optional<TimeRange> takeFirst(Tx tx, Actor actor, BookingRequest visit, List<TimeRange> times) {
        var busy = new ArrayList<TimeRange>();
        int tries = 0;
        for (TimeRange time : times) {
            if (busy.stream().anyMatch(time::overlaps)) {
                continue;
            }
            if (++tries > MOST_TRIES) {
                break;
            }
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

    private List<TimeRange> nearest(Tx tx, Actor actor, BookingRequest visit, Duration length, Duration reach) {
        Instant start = visit.start();
        var search = new SlotSearch(
                new SlotSearch.Visit(
                        Optional.ofNullable(visit.typeId()),
                        visit.typeId() == null ? Optional.of(length) : Optional.empty()),
                new SlotSearch.With(
                        Optional.of(visit.provider()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(visit.terms().facilityId()).map(FacilityId::new)),
                new SlotSearch.When(
                        Optional.of(start.minus(reach)),
                        Optional.of(start.plus(reach).plus(JUST_BEYOND)),
                        Optional.empty()));
        // Whatever the search refuses has been refused as a booking before.
        return slots.next(tx, actor, search, MOST_SLOTS) instanceof SlotsFound.Found<Slot>(List<Slot> found)
                ? found.stream()
                        .map(slot -> slot.during().start())
                        .filter(each -> !each.equals(start))
                        .sorted(Comparator.comparing((Instant each) ->
                                        Duration.between(start, each).abs())
                                .thenComparing(Comparator.reverseOrder()))
                        .map(each -> new TimeRange(each, each.plus(length)))
                        .toList()
                : List.of();
    }
}
