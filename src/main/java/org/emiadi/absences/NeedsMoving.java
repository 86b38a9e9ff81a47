package org.emiadi.absences;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.absences.Cancelling.Fault;
import org.emiadi.absences.Cancelling.Why;
import org.emiadi.absences.NeedsMovingSql.Locked;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Side;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;

/// The appointments that absences displace, until each is moved, kept on purpose or cancelled. The desk sees all of
/// them, providers their own.
public final class NeedsMoving {
    /// What one call cancels at most.
    public static final int MOST_AT_ONCE = 100;

    private static final String SUBJECT = "appointment";

    private final Appointments appointments;
    private final AuditLog audit;
    private final Clock clock;

    public NeedsMoving(Appointments appointments, AuditLog audit, Clock clock) {
        this.appointments = appointments;
        this.audit = audit;
        this.clock = clock;
    }

    /// Which of them to list; what is empty does not narrow the list.
    ///
    /// @param from the earliest start, included
    /// @param to   the latest start, not included
    public record Filter(
            Optional<ProviderId> provider,
            Optional<FacilityId> facility,
            Optional<Instant> from,
            Optional<Instant> to) {

        /// All of them.
        public static Filter all() {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        private Filter of(ProviderId only) {
            return new Filter(Optional.of(only), facility, from, to);
        }
    }

    /// The appointments that match and that the actor may see, by start.
    public Page<ToMove> list(Tx tx, Actor actor, Filter filter, Slice slice) {
        var page = seenBy(actor, filter)
                .map(seen -> DisplacementSql.list(tx, seen, slice, clock.instant()))
                .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
        audit.record(
                tx,
                actor,
                AuditEvent.done("needs-moving.listed").detail(page.rows().size() + " rows"));
        return page;
    }

    // Empty where there is nothing to see: another provider's.
    private static Optional<Filter> seenBy(Actor actor, Filter filter) {
        return TimesOff.onlyOf(actor)
                .map(own ->
                        filter.provider().filter(asked -> !asked.equals(own)).isPresent()
                                ? Optional.<Filter>empty()
                                : Optional.of(filter.of(own)))
                .orElse(Optional.of(filter));
    }

    /// Keeps an appointment where it is although somebody is away then: whoever decides so knows of a stand-in.
    /// An absence that is entered later asks again. Where nothing displaces it, nothing changes.
    public Keeping keep(Tx tx, Actor actor, AppointmentId id, String reason) {
        DisplacementSql.takeSharedTurn(tx);
        Instant now = clock.instant();
        var before = NeedsMovingSql.lock(tx, List.of(id.value()), TimesOff.onlyOf(actor)).stream()
                .findFirst();
        var outcome = before.map(seen -> keep(tx, actor, seen, reason, now)).orElseGet(Keeping.Absent::new);
        var event = outcome instanceof Keeping.Kept
                ? AuditEvent.done("appointment.kept")
                : AuditEvent.refused("appointment.kept")
                        .detail(outcome.getClass().getSimpleName());
        var on = event.on(SUBJECT, id.value());
        audit.record(
                tx,
                actor,
                before.map(seen -> on.ofPatient(seen.patient().value())).orElse(on));
        return outcome;
    }

    private static Keeping keep(Tx tx, Actor actor, Locked before, String reason, Instant now) {
        if (before.isOverAt(now) || !AppointmentStatus.COMING.contains(before.status())) {
            return new Keeping.NotToCome(before.status());
        }
        if (DisplacementSql.among(tx, List.of(before.id().value()), fromNow(before.during(), now))
                .isEmpty()) {
            return new Keeping.Kept(before.id(), before.keptAt(), before.version());
        }
        NeedsMovingSql.keep(tx, before, actor, reason, now);
        return new Keeping.Kept(before.id(), now, before.version() + 1);
    }

    private static TimeRange fromNow(TimeRange during, Instant now) {
        return during.start().isBefore(now) ? new TimeRange(now, during.end()) : during;
    }

    /// Cancels appointments that need moving, as the clinic: all of them, or none.
    public Cancelling cancel(Tx tx, Actor actor, List<AppointmentId> ids, String reason) {
        var outcome = tx.savepoint(() -> cancelAll(tx, actor, ids, reason), Cancelling.Cancelled.class::isInstance);
        if (outcome instanceof Cancelling.Refused(List<Fault> faults)) {
            audit.record(
                    tx,
                    actor,
                    AuditEvent.refused("needs-moving.cancelled")
                            .detail(faults.size() + " of " + ids.size() + " in the way"));
        }
        return outcome;
    }

    private Cancelling cancelAll(Tx tx, Actor actor, List<AppointmentId> ids, String reason) {
        Instant now = clock.instant();
        var numbers = ids.stream().map(AppointmentId::value).toList();
        var locked = NeedsMovingSql.lock(tx, numbers, TimesOff.onlyOf(actor)).stream()
                .filter(seen -> !seen.isOverAt(now))
                .toList();
        var listed = new HashSet<>(listed(tx, locked, now));
        var faults = new ArrayList<Fault>();
        numbers.stream()
                .distinct()
                .filter(id -> !listed.contains(id))
                .forEach(id -> faults.add(new Fault(numbers.indexOf(id), Why.NOT_ON_THE_LIST)));
        if (faults.isEmpty()) {
            locked.stream()
                    .filter(seen -> !isCancelled(tx, actor, seen.id(), reason))
                    .forEach(seen ->
                            faults.add(new Fault(numbers.indexOf(seen.id().value()), Why.CANNOT_BE_CANCELLED)));
        }
        return faults.isEmpty() ? new Cancelling.Cancelled(locked.size()) : new Cancelling.Refused(faults);
    }

    private static List<Integer> listed(Tx tx, List<Locked> locked, Instant now) {
        if (locked.isEmpty()) {
            return List.of();
        }
        Instant end = locked.stream()
                .map(seen -> seen.during().end())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return DisplacementSql.among(
                tx, locked.stream().map(seen -> seen.id().value()).toList(), new TimeRange(now, end));
    }

    private boolean isCancelled(Tx tx, Actor actor, AppointmentId id, String reason) {
        var request =
                new StatusRequest(AppointmentStatus.CANCELLED, null, reason, Side.CLINIC, null, OptionalInt.empty());
        return appointments.change(tx, actor, id, request) instanceof StatusChange.Changed;
    }
}
