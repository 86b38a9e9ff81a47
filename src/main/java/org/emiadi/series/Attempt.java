package org.emiadi.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.Booking.Booked;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.Outline;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.platform.Actor;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.slots.FreeSlots;

/// Tries a series by booking it, so that what is said of a visit is what booking says of it. Whoever tries undoes all
/// of it unless each visit was had.
final class Attempt {
    private final Appointments appointments;
    private final Alternatives alternatives;
    private final Tx tx;
    private final Actor actor;
    private final SeriesRequest request;
    private final List<AppointmentId> booked = new ArrayList<>();

    Attempt(Appointments appointments, FreeSlots slots, Tx tx, Actor actor, SeriesRequest request) {
        this.appointments = appointments;
        this.alternatives = new Alternatives(appointments, slots, tx, actor);
        this.tx = tx;
        this.actor = actor;
        this.request = request;
    }

    SeriesPlan make() {
        return switch (appointments.outline(tx, actor, request.first())) {
            case Outline.Refused(Booking why) -> new SeriesPlan.Refused(why);
            case Outline.Drawn(TimeRange during, Appointment.Place place) -> {
                SeriesSql.lockPeople(tx, request.first());
                var starts = request.rhythm().starts(during.start(), place.zone());
                yield book(request.firstAt(place.facilityId()), starts, during.length());
            }
        };
    }

    // In the order of time, and the alternatives when all that is free has been taken.
    private SeriesPlan book(BookingRequest first, List<Instant> starts, Duration length) {
        var visits = new ArrayList<PlannedVisit>();
        for (Instant start : starts) {
            var outcome = appointments.book(tx, actor, first.at(start));
            if (isOfTheWhole(outcome)) {
                return new SeriesPlan.Refused(outcome);
            }
            visits.add(tried(new TimeRange(start, start.plus(length)), outcome));
        }
        return new SeriesPlan.Planned(
                visits.stream().map(visit -> withAlternative(visit, first)).toList());
    }

    private PlannedVisit tried(TimeRange during, Booking outcome) {
        if (outcome instanceof Booked(Appointment appointment, boolean coverExpires)) {
            booked.add(appointment.id());
            return new PlannedVisit(during, Optional.empty(), coverExpires, Optional.empty());
        }
        return new PlannedVisit(during, Optional.of(withoutOwn(outcome)), false, Optional.empty());
    }

    private PlannedVisit withAlternative(PlannedVisit visit, BookingRequest first) {
        if (visit.isFree()) {
            return visit;
        }
        var alternative = alternatives.take(first, visit.during());
        return new PlannedVisit(visit.during(), visit.refusal(), false, alternative);
    }

    /// The appointments that were had, in the order of time.
    List<AppointmentId> booked() {
        return List.copyOf(booked);
    }

    // What is wrong with the request is wrong whenever the visit is.
    private static boolean isOfTheWhole(Booking outcome) {
        return switch (outcome) {
            case Booking.Unknown _,
                    Booking.NotOwn _,
                    Booking.StaffTerms _,
                    Booking.TypeRequired _,
                    Booking.TypeNotOffered _,
                    TimeRefusal.StaffOnly _ -> true;
            case Booked _, Booking.CoverExpired _ -> false;
            case TimeRefusal _ -> false;
        };
    }

    // A visit may be in the way of another one of the series, but will not be there to be shown.
    private Booking withoutOwn(Booking refusal) {
        if (refusal instanceof TimeRefusal.ProviderBusy(Optional<Appointment> other) && isOwn(other)) {
            return new TimeRefusal.ProviderBusy(Optional.empty());
        }
        return refusal instanceof TimeRefusal.PatientBusy(Optional<Appointment> other) && isOwn(other)
                ? new TimeRefusal.PatientBusy(Optional.empty())
                : refusal;
    }

    private boolean isOwn(Optional<Appointment> other) {
        return other.map(Appointment::id).filter(booked::contains).isPresent();
    }
}
