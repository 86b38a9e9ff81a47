package org.emiadi.series;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.Side;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.emiadi.series.SeriesBooking.Booked;
import org.emiadi.series.SeriesBooking.Conflicting;
import org.emiadi.series.SeriesCancellation.Cancelled;
import org.emiadi.series.SeriesPlan.Planned;
import org.emiadi.slots.FreeSlots;
import org.jspecify.annotations.Nullable;

/// Several appointments at once: looked at before, booked whole or not at all, cancelled together.
public final class AppointmentSeries {
    private static final String SUBJECT = "series";
    private static final String PREVIEWED = "series.previewed";
    private static final String BOOKED = "series.booked";
    private static final String CANCELLED = "series.cancelled";

    private final Appointments appointments;
    private final FreeSlots slots;
    private final AuditLog audit;
    private final Clock clock;

    public AppointmentSeries(Appointments appointments, FreeSlots slots, AuditLog audit, Clock clock) {
        this.appointments = appointments;
        this.slots = slots;
        this.audit = audit;
        this.clock = clock;
    }

    /// A series with those of its appointments that the actor may see, by start.
    public record Seen(Series series, List<Appointment> appointments) {}

    /// Which visits of a series could be had, and what could be had in place of the others.
    public SeriesPlan preview(Tx tx, Actor actor, SeriesRequest request) {
        var plan = tx.savepoint(() -> attempt(tx, actor, request).make(), tried -> false);
        var event = switch (plan) {
            case Planned(List<PlannedVisit> visits) -> ofPatient(AuditEvent.done(PREVIEWED), request, visits);
            case SeriesPlan.Refused(Booking why) -> refused(PREVIEWED, why);
        };
        audit.record(tx, actor, event);
        return plan;
    }

    /// Books all visits of a series, or none.
    public SeriesBooking book(Tx tx, Actor actor, SeriesRequest request) {
        SeriesBooking outcome = tx.savepoint(() -> tryToBook(tx, actor, request), Booked.class::isInstance);
        var event = switch (outcome) {
            case Booked(Series series, List<AppointmentId> visits, boolean coverExpires) ->
                AuditEvent.done(BOOKED)
                        .on(SUBJECT, series.id().value())
                        .ofPatient(series.patient().value())
                        .detail(visits.size() + " visits");
            case Conflicting(List<PlannedVisit> visits) -> ofPatient(AuditEvent.refused(BOOKED), request, visits);
            case SeriesBooking.Refused(Booking why) -> refused(BOOKED, why);
        };
        audit.record(tx, actor, event);
        return outcome;
    }

    private SeriesBooking tryToBook(Tx tx, Actor actor, SeriesRequest request) {
        var attempt = attempt(tx, actor, request);
        return switch (attempt.make()) {
            case SeriesPlan.Refused(Booking why) -> new SeriesBooking.Refused(why);
            case Planned(List<PlannedVisit> visits)
            when visits.stream().allMatch(PlannedVisit::isFree) -> {
                var series = SeriesSql.add(tx, request.first(), clock.instant(), actor);
                appointments.bind(tx, series.id().value(), attempt.booked());
                yield new Booked(series, attempt.booked(), visits.stream().anyMatch(PlannedVisit::coverExpires));
            }
            case Planned(List<PlannedVisit> visits) -> new Conflicting(visits);
        };
    }

    private Attempt attempt(Tx tx, Actor actor, SeriesRequest request) {
        return new Attempt(appointments, slots, tx, actor, request);
    }

    private static AuditEvent ofPatient(AuditEvent event, SeriesRequest request, List<PlannedVisit> visits) {
        long taken = visits.stream().filter(visit -> !visit.isFree()).count();
        return event.ofPatient(request.first().patient().value())
                .detail(visits.size() + " visits, " + taken + " not to be had");
    }

    private static AuditEvent refused(String action, Booking why) {
        return AuditEvent.refused(action).detail(why.getClass().getSimpleName());
    }

    /// The series, if the actor may see it.
    public Optional<Seen> find(Tx tx, Actor actor, SeriesId id) {
        var found = SeriesSql.find(tx, id, Sight.of(actor))
                .map(series -> new Seen(series, appointments.ofSeries(tx, actor, id.value())));
        var event = found.isPresent() ? AuditEvent.done("series.read") : AuditEvent.refused("series.read");
        audit.record(tx, actor, onSeries(event, id, found.map(Seen::series)));
        return found;
    }

    /// Cancels what is to come of a series: all of it, or nothing where one cannot be cancelled.
    ///
    /// @param side on which the reason lies; null for the clinic's where staff cancel
    public SeriesCancellation cancel(Tx tx, Actor actor, SeriesId id, @Nullable String reason, @Nullable Side side) {
        var found = SeriesSql.find(tx, id, Sight.of(actor));
        var request = new StatusRequest(AppointmentStatus.CANCELLED, null, reason, side, null, OptionalInt.empty());
        SeriesCancellation outcome = found.isEmpty()
                ? new SeriesCancellation.Absent()
                : tx.savepoint(() -> cancelComing(tx, actor, id, request), Cancelled.class::isInstance);
        var event = switch (outcome) {
            case Cancelled(SeriesId series, List<AppointmentId> cancelled) ->
                AuditEvent.done(CANCELLED).detail(cancelled.size() + " visits");
            case SeriesCancellation.Absent _ -> AuditEvent.refused(CANCELLED);
            case SeriesCancellation.Refused(StatusChange why) ->
                AuditEvent.refused(CANCELLED).detail(why.getClass().getSimpleName());
        };
        audit.record(tx, actor, onSeries(event, id, found));
        return outcome;
    }

    private SeriesCancellation cancelComing(Tx tx, Actor actor, SeriesId id, StatusRequest request) {
        Instant now = clock.instant();
        var cancelled = new ArrayList<AppointmentId>();
        for (Appointment visit : appointments.holdSeries(tx, actor, id.value())) {
            if (!isToCome(visit, now)) {
                continue;
            }
            var outcome = appointments.change(tx, actor, visit.id(), request);
            if (!(outcome instanceof StatusChange.Changed)) {
                return new SeriesCancellation.Refused(outcome);
            }
            cancelled.add(visit.id());
        }
        return new Cancelled(id, cancelled);
    }

    private static boolean isToCome(Appointment visit, Instant now) {
        return AppointmentStatus.COMING.contains(visit.status())
                && visit.during().start().isAfter(now);
    }

    private static AuditEvent onSeries(AuditEvent event, SeriesId id, Optional<Series> series) {
        var onIt = event.on(SUBJECT, id.value());
        return series.map(seen -> onIt.ofPatient(seen.patient().value())).orElse(onIt);
    }

    /// Whose series somebody may see: everybody's, one patient's or one provider's.
    record Sight(boolean all, int patient, int provider) {
        private static final int NOBODY = -1;

        static Sight of(Actor actor) {
            int person = actor.personId() == null ? NOBODY : actor.personId();
            return new Sight(
                    actor.isDesk(),
                    actor.is(Role.PATIENT) ? person : NOBODY,
                    actor.is(Role.PROVIDER) ? person : NOBODY);
        }
    }
}
