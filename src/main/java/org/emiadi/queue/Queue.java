package org.emiadi.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// Who is at a facility today: those who wait, in the order in which they are called, then those who have been. Staff
/// see all of them; a provider learns the names of their own patients only.
public final class Queue {
    /// Whoever has arrived before midnight still waits after it, this long. Later it is somebody whom nobody has
    /// checked out.
    static final Duration THROUGH_MIDNIGHT = Duration.ofHours(6);

    private static final String SUBJECT = "facility";

    private final Facilities facilities;
    private final Appointments appointments;
    private final AuditLog audit;
    private final Clock clock;

    public Queue(Facilities facilities, Appointments appointments, AuditLog audit, Clock clock) {
        this.facilities = facilities;
        this.appointments = appointments;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those who are there; empty where there is no such facility.
    ///
    /// @param where null for the first facility
    public Optional<Page<QueueEntry>> list(Tx tx, Actor actor, @Nullable FacilityId where, Slice slice) {
        return facility(tx, where).map(facility -> {
            var page = QueueSql.list(tx, facility.id(), Sight.of(actor), clock.instant(), slice);
            audit.record(
                    tx,
                    actor,
                    AuditEvent.done("queue.read")
                            .on(SUBJECT, facility.id().value())
                            .detail(page.rows().size() + " rows"));
            return page;
        });
    }

    /// What the wall of the waiting room shows; empty where there is no such facility. It says of the patients what the
    /// whole room may read, so reading it leaves no trace.
    ///
    /// @param where null for the first facility
    public Optional<List<ScreenLine>> screen(Tx tx, @Nullable FacilityId where) {
        return facility(tx, where).map(facility -> QueueSql.screen(tx, facility.id(), clock.instant(), Slice.MOST));
    }

    private Optional<Facility> facility(Tx tx, @Nullable FacilityId where) {
        return where == null ? Optional.of(facilities.first(tx)) : facilities.find(tx, where);
    }

    /// Calls in the next of those who wait for a provider.
    ///
    /// @param where null for whichever facility they wait at
    public CallOutcome call(Tx tx, Actor actor, ProviderId provider, @Nullable FacilityId where) {
        return refusal(tx, actor, provider, where)
                .orElseGet(() -> QueueSql.next(tx, provider, where, clock.instant())
                        .map(next -> callIn(tx, actor, next, OptionalInt.empty()))
                        .orElseGet(() -> refused(tx, actor, provider, new CallOutcome.NobodyWaiting())));
    }

    /// The same, if it is still the turn of whom the actor has seen at the head. Whoever asks twice for one patient
    /// finds them called in; where it is somebody else's turn by now, nobody is called, and the refusal is
    /// [StatusChange.Stale].
    public CallOutcome call(Tx tx, Actor actor, ProviderId provider, @Nullable FacilityId where, Head seen) {
        return refusal(tx, actor, provider, where).orElseGet(() -> callSeen(tx, actor, provider, where, seen));
    }

    private CallOutcome callSeen(Tx tx, Actor actor, ProviderId provider, @Nullable FacilityId where, Head seen) {
        // Locked before anybody looks whose turn it is: a second press waits here for the first.
        var status = QueueSql.lock(tx, provider, seen.visit());
        if (status.equals(Optional.of(AppointmentStatus.IN_PROGRESS))) {
            return appointments
                    .find(tx, actor, seen.visit())
                    .<CallOutcome>map(CallOutcome.Called::new)
                    .orElseGet(() -> stale(tx, actor, provider));
        }
        var next = QueueSql.next(tx, provider, where, clock.instant());
        if (next.isEmpty()) {
            return refused(tx, actor, provider, new CallOutcome.NobodyWaiting());
        }
        return next.get().equals(seen.visit())
                ? callIn(tx, actor, seen.visit(), OptionalInt.of(seen.version()))
                : stale(tx, actor, provider);
    }

    private CallOutcome stale(Tx tx, Actor actor, ProviderId provider) {
        return refused(tx, actor, provider, new CallOutcome.Refused(new StatusChange.Stale()));
    }

    private Optional<CallOutcome> refusal(Tx tx, Actor actor, ProviderId provider, @Nullable FacilityId where) {
        if (!actor.isDesk() && !actor.isProvider(provider.value())) {
            return Optional.of(refused(tx, actor, provider, new CallOutcome.NotOwn()));
        }
        if (where != null && facilities.find(tx, where).isEmpty()) {
            return Optional.of(refused(tx, actor, provider, new CallOutcome.NoSuchFacility()));
        }
        return Optional.empty();
    }

    private CallOutcome callIn(Tx tx, Actor actor, AppointmentId next, OptionalInt version) {
        var request = StatusRequest.of(AppointmentStatus.IN_PROGRESS).expecting(version);
        var outcome = appointments.change(tx, actor, next, request);
        return outcome instanceof StatusChange.Changed changed
                ? new CallOutcome.Called(changed.appointment())
                : new CallOutcome.Refused(outcome);
    }

    // That somebody was called in stands in the trail as the change of the appointment.
    private CallOutcome refused(Tx tx, Actor actor, ProviderId provider, CallOutcome why) {
        audit.record(
                tx,
                actor,
                AuditEvent.refused("queue.called")
                        .on("provider", provider.value())
                        .detail(why.getClass().getSimpleName()));
        return why;
    }

    /// Whose turn it was when somebody looked.
    public record Head(AppointmentId visit, int version) {}

    /// Whose names somebody may see in the queue: everybody's, or those of one provider's patients.
    record Sight(boolean all, int provider) {
        private static final int NOBODY = -1;

        static Sight of(Actor actor) {
            Integer person = actor.personId();
            return new Sight(actor.isDesk(), actor.is(Role.PROVIDER) && person != null ? person : NOBODY);
        }
    }
}
