package org.emiadi.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Tx;
import org.emiadi.queue.WalkInOutcome.Entered;
import org.emiadi.queue.WalkInOutcome.NobodyFree;
import org.emiadi.queue.WalkInOutcome.Refused;
import org.emiadi.queue.WalkInSql.Gap;
import org.emiadi.queue.WalkInSql.Need;

/// Brings patients without an appointment into the queue: as an appointment of now, or of the first gap of the day
/// that is long enough, booked and checked in at once.
public final class WalkIns {
    /// A rival may take a gap between the look and the booking; only bookings and moves can, as the walk-ins of a
    /// facility come one after another.
    private static final int ATTEMPTS = 5;

    private final Appointments appointments;
    private final AuditLog audit;
    private final Clock clock;

    public WalkIns(Appointments appointments, AuditLog audit, Clock clock) {
        this.appointments = appointments;
        this.audit = audit;
        this.clock = clock;
    }

    /// Finds time for the patient today, books it and checks them in. The desk does so for everybody, a provider for
    /// those whom they see themself.
    public WalkInOutcome enter(Tx tx, Actor actor, WalkIn walkIn) {
        WalkInOutcome outcome =
                mayEnter(actor, walkIn.with()) ? find(tx, actor, walkIn) : new Refused(new Booking.NotOwn());
        audit.record(tx, actor, eventOf(outcome, walkIn));
        return outcome;
    }

    private static boolean mayEnter(Actor actor, WalkIn.With with) {
        return switch (with) {
            case WalkIn.Chosen(var provider, boolean outsideHours) ->
                actor.isDesk() || actor.isProvider(provider.value());
            case WalkIn.Whoever whoever -> actor.isDesk();
        };
    }

    private WalkInOutcome find(Tx tx, Actor actor, WalkIn walkIn) {
        var facts = WalkInSql.facts(tx, walkIn, clock.instant());
        if (facts.unknown() != null) {
            return new Refused(new Booking.Unknown(facts.unknown()));
        }
        if (!facts.offered()) {
            return new Refused(new Booking.TypeNotOffered());
        }
        var need = facts.need();
        WalkInSql.oneAfterAnother(tx, need.facility());
        var waiting = WalkInSql.waiting(tx, walkIn, need.facility(), clock.instant());
        if (waiting.isPresent()) {
            return waiting.get();
        }
        for (int left = ATTEMPTS; left > 0; left--) {
            Instant now = clock.instant();
            var gap = WalkInSql.firstGap(tx, walkIn, need, now.truncatedTo(ChronoUnit.MINUTES), now);
            if (gap.isEmpty()) {
                return nobody(tx, walkIn, need, now);
            }
            var outcome = take(tx, actor, walkIn, need, gap.get());
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new NobodyFree(walkIn.with() instanceof WalkIn.Chosen);
    }

    private static WalkInOutcome nobody(Tx tx, WalkIn walkIn, Need need, Instant now) {
        return switch (walkIn.with()) {
            case WalkIn.Whoever whoever -> new NobodyFree(false);
            case WalkIn.Chosen(var provider, boolean outsideHours) ->
                outsideHours || need.anyTime() || WalkInSql.worksStill(tx, provider, need.facility(), now)
                        ? new NobodyFree(true)
                        : new Refused(new TimeRefusal.OutsideHours());
        };
    }

    // Empty where a rival was faster, or the facility's day has ended meanwhile.
    private Optional<WalkInOutcome> take(Tx tx, Actor actor, WalkIn walkIn, Need need, Gap gap) {
        return tx.savepoint(
                () -> {
                    WalkInSql.lockPeople(tx, walkIn.patient(), gap.provider());
                    var booking = appointments.book(tx, actor, request(walkIn, need, gap));
                    if (booking instanceof Booking.Booked booked) {
                        return checkIn(tx, actor, walkIn, booked.appointment());
                    }
                    return booking instanceof TimeRefusal ? Optional.empty() : Optional.of(new Refused(booking));
                },
                Optional::isPresent);
    }

    private static BookingRequest request(WalkIn walkIn, Need need, Gap gap) {
        boolean outsideHours = walkIn.with() instanceof WalkIn.Chosen chosen && chosen.outsideHours();
        var terms = new BookingRequest.Terms(need.facility(), null, null, null, outsideHours, walkIn.reason());
        return new BookingRequest(
                walkIn.patient(),
                gap.provider(),
                walkIn.typeId(),
                gap.start(),
                gap.start().plus(need.length()),
                terms);
    }

    private Optional<WalkInOutcome> checkIn(Tx tx, Actor actor, WalkIn walkIn, Appointment booked) {
        var request = new StatusRequest(
                AppointmentStatus.CHECKED_IN, null, walkIn.reason(), null, walkIn.priority(), OptionalInt.empty());
        if (appointments.change(tx, actor, booked.id(), request) instanceof StatusChange.Changed(Appointment there)) {
            int position = QueueSql.position(tx, there, clock.instant());
            return Optional.of(new Entered(there, position));
        }
        return Optional.empty();
    }

    private static AuditEvent eventOf(WalkInOutcome outcome, WalkIn walkIn) {
        int patient = walkIn.patient().value();
        return switch (outcome) {
            case Entered(Appointment appointment, int position) ->
                AuditEvent.done("walk-in.entered")
                        .on("appointment", appointment.id().value())
                        .ofPatient(patient);
            case NobodyFree nobody -> refused("NobodyFree").ofPatient(patient);
            case WalkInOutcome.WaitsAlready waits -> refused("WaitsAlready").ofPatient(patient);
            case Refused(Booking.Unknown why) -> refused("Unknown");
            case Refused(Booking.NotOwn why) -> refused("NotOwn");
            case Refused(Booking why) -> refused(why.getClass().getSimpleName()).ofPatient(patient);
        };
    }

    private static AuditEvent refused(String why) {
        return AuditEvent.refused("walk-in.entered").detail(why);
    }
}
