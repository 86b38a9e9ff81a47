package org.emiadi.appointments;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The appointments of the clinic. The desk books and changes all of them, providers and patients their own.
public final class Appointments {
    private static final String SUBJECT = "appointment";
    /// A rival that held the time may have let go of it between the two looks: then once again.
    private static final int ATTEMPTS = 2;

    private final BookingRules rules;
    private final AuditLog audit;
    private final Clock clock;

    public Appointments(BookingRules rules, AuditLog audit, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /// Books, if nobody is in the way.
    public Booking book(Tx tx, Actor actor, BookingRequest request) {
        Booking outcome = rules.refusal(actor, request, clock.instant()).orElseGet(() -> tryToBook(tx, actor, request));
        var event = outcome instanceof Booking.Booked(Appointment booked)
                ? AuditEvent.done("appointment.booked").on(SUBJECT, booked.id().value())
                : AuditEvent.refused("appointment.booked")
                        .detail(outcome.getClass().getSimpleName());
        boolean isPatient = !(outcome instanceof Booking.Unknown) && !(outcome instanceof Booking.NotOwn);
        audit.record(tx, actor, isPatient ? event.ofPatient(request.patient().value()) : event);
        return outcome;
    }

    private static Booking tryToBook(Tx tx, Actor actor, BookingRequest request) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var outcome = AppointmentSql.book(tx, request)
                    .or(() -> AppointmentSql.inTheWay(tx, Claim.of(request)).map(other -> busy(actor, request, other)));
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new Booking.ProviderBusy(Optional.empty());
    }

    private static Booking busy(Actor actor, BookingRequest request, Appointment other) {
        var shown = Optional.of(other).filter(Sight.of(actor)::includes);
        return other.provider().equals(request.provider())
                ? new Booking.ProviderBusy(shown)
                : new Booking.PatientBusy(shown);
    }

    /// The appointment, if the actor may see it.
    public Optional<Appointment> find(Tx tx, Actor actor, AppointmentId id) {
        var found = AppointmentSql.find(tx, id, Sight.of(actor));
        var event = found.isPresent() ? AuditEvent.done("appointment.read") : AuditEvent.refused("appointment.read");
        audit.record(tx, actor, ofPatient(event.on(SUBJECT, id.value()), found));
        return found;
    }

    /// The appointment, if the actor may see it, kept from being changed by anybody until the transaction ends.
    public Optional<Appointment> hold(Tx tx, Actor actor, AppointmentId id) {
        return AppointmentSql.hold(tx, id, Sight.of(actor));
    }

    /// The appointments that match and that the actor may see, by start.
    public Page<Appointment> list(Tx tx, Actor actor, AppointmentFilter filter, Slice slice) {
        var page = AppointmentSql.list(tx, Sight.of(actor), filter, slice);
        var event = AuditEvent.done("appointment.listed").detail(page.rows().size() + " rows");
        audit.record(
                tx,
                actor,
                filter.patient().map(whose -> event.ofPatient(whose.value())).orElse(event));
        return page;
    }

    /// Moves, completes or cancels, if the rules allow it and nobody is in the way.
    public StatusChange change(Tx tx, Actor actor, AppointmentId id, StatusRequest request) {
        if (request.status() == AppointmentStatus.RESCHEDULED) {
            AppointmentSql.lockPeopleOf(tx, id);
        }
        var before = AppointmentSql.lock(tx, id, Sight.of(actor));
        StatusChange outcome =
                before.map(seen -> change(tx, actor, seen, request)).orElseGet(StatusChange.Absent::new);
        String action = "appointment." + request.status().text();
        var event = outcome instanceof StatusChange.Changed
                ? AuditEvent.done(action)
                : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName());
        audit.record(tx, actor, ofPatient(event.on(SUBJECT, id.value()), before));
        return outcome;
    }

    private StatusChange change(Tx tx, Actor actor, Appointment before, StatusRequest request) {
        Instant now = clock.instant();
        return rules.refusal(actor, before, request, now)
                .orElseGet(() -> request.newStart() == null
                        ? settle(tx, before, request)
                        : move(tx, actor, before, request, request.newStart()));
    }

    private static StatusChange settle(Tx tx, Appointment before, StatusRequest request) {
        var after = with(before, request, before.moved());
        return AppointmentSql.settle(tx, after) ? new StatusChange.Changed(after) : new StatusChange.HasRecord();
    }

    private static StatusChange move(Tx tx, Actor actor, Appointment before, StatusRequest request, Instant newStart) {
        Instant newEnd = BookingRules.endOf(before, request, newStart);
        var fault = BookingRules.faultIn(newStart, newEnd);
        if (fault.isPresent()) {
            return new StatusChange.BadTimes(fault.get());
        }
        var after = with(before, request, new TimeRange(newStart, newEnd));
        if (AppointmentSql.move(tx, after)) {
            return new StatusChange.Changed(after);
        }
        var other = AppointmentSql.inTheWay(tx, Claim.of(after));
        var shown = other.filter(Sight.of(actor)::includes);
        return other.filter(in -> !in.provider().equals(after.provider())).isPresent()
                ? new StatusChange.PatientBusy(shown)
                : new StatusChange.ProviderBusy(shown);
    }

    private static Appointment with(Appointment before, StatusRequest request, @Nullable TimeRange moved) {
        return new Appointment(
                before.id(),
                before.typeId(),
                before.patient(),
                before.provider(),
                before.booked(),
                request.status(),
                moved,
                request.reason(),
                before.version() + 1);
    }

    private static AuditEvent ofPatient(AuditEvent event, Optional<Appointment> appointment) {
        return appointment.map(seen -> event.ofPatient(seen.patient().value())).orElse(event);
    }

    /// A time that an appointment wants for itself.
    ///
    /// @param self the appointment that may be in its own way; 0 for none
    record Claim(PatientId patient, ProviderId provider, TimeRange during, int self) {
        static Claim of(BookingRequest request) {
            return new Claim(request.patient(), request.provider(), request.during(), 0);
        }

        static Claim of(Appointment moved) {
            return new Claim(
                    moved.patient(),
                    moved.provider(),
                    moved.during(),
                    moved.id().value());
        }
    }

    /// Whose appointments somebody may see: everybody's, one patient's or one provider's.
    record Sight(boolean all, int patient, int provider) {
        private static final int NOBODY = -1;

        static Sight of(Actor actor) {
            int person = actor.personId() == null ? NOBODY : actor.personId();
            return new Sight(
                    actor.isDesk(),
                    actor.is(Role.PATIENT) ? person : NOBODY,
                    actor.is(Role.PROVIDER) ? person : NOBODY);
        }

        boolean includes(Appointment appointment) {
            return all
                    || appointment.patient().value() == patient
                    || appointment.provider().value() == provider;
        }
    }
}
