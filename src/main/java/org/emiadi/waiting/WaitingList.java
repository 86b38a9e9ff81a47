package org.emiadi.waiting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.waiting.Joining.Named;

/// Who waits for an earlier slot. The desk looks after everybody's entries, a patient after their own.
public final class WaitingList {
    /// Live entries of a patient: more are forgotten ones, and each is looked for again and again.
    public static final int MOST_OF_A_PATIENT = 5;
    /// The last day that anybody may wait for: as far ahead as the farthest horizon of a type.
    public static final int FARTHEST_DAYS = 730;

    static final String SUBJECT = "waiting-list-entry";

    private final Appointments appointments;
    private final AppointmentTypes types;
    private final Offers offers;
    private final AuditLog audit;
    private final ClinicTime time;
    private final Clock clock;

    public WaitingList(
            Appointments appointments,
            AppointmentTypes types,
            Offers offers,
            AuditLog audit,
            ClinicTime time,
            Clock clock) {
        this.appointments = appointments;
        this.types = types;
        this.offers = offers;
        this.audit = audit;
        this.time = time;
        this.clock = clock;
    }

    /// Puts a patient on the list. What is free already is offered at once, to the first in line.
    public Joining join(Tx tx, Actor actor, Wishes wishes) {
        Instant now = clock.instant();
        Joining outcome = actor.isDesk() || actor.isPatient(wishes.patient().value())
                ? tryToJoin(tx, actor, wishes, now)
                : new Joining.NotOwn();
        boolean isPatient = !(outcome instanceof Joining.NotOwn) && !outcome.equals(new Joining.Unknown(Named.PATIENT));
        var event = outcome instanceof Joining.Joined(Entry entry)
                ? AuditEvent.done("waiting-list.joined").on(SUBJECT, entry.id())
                : AuditEvent.refused("waiting-list.joined")
                        .detail(outcome.getClass().getSimpleName());
        audit.record(tx, actor, isPatient ? event.ofPatient(wishes.patient().value()) : event);
        return outcome;
    }

    private Joining tryToJoin(Tx tx, Actor actor, Wishes wishes, Instant now) {
        // Whoever joins twice at once is counted one after the other.
        if (!EntrySql.lockPatient(tx, wishes.patient())) {
            return new Joining.Unknown(Named.PATIENT);
        }
        var type = types.find(tx, wishes.type());
        if (type.isEmpty()) {
            return new Joining.Unknown(Named.TYPE);
        }
        if (!type.get().isBookableBy(actor)) {
            return new Joining.StaffOnly();
        }
        var refusal = EntrySql.refusal(tx, wishes, type.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var moved = wishes.appointment() == null
                ? Optional.<Appointment>empty()
                : appointments.hold(tx, actor, wishes.appointment());
        return refusal(wishes, moved, now).orElseGet(() -> join(tx, actor, dated(wishes, type.get(), moved, now), now));
    }

    private static Optional<Joining> refusal(Wishes wishes, Optional<Appointment> moved, Instant now) {
        if (wishes.appointment() == null) {
            return Optional.empty();
        }
        if (moved.filter(found -> found.patient().equals(wishes.patient())).isEmpty()) {
            return Optional.of(new Joining.Unknown(Named.APPOINTMENT));
        }
        Appointment before = moved.get();
        if (!AppointmentStatus.COMING.contains(before.status())
                || !before.during().start().isAfter(now)) {
            return Optional.of(new Joining.NotToCome());
        }
        Integer type = before.typeId();
        if (type == null || type != wishes.type()) {
            return Optional.of(new Joining.NotOfTheAppointment(Named.TYPE));
        }
        var provider = wishes.with().provider();
        return provider == null || provider.equals(before.provider())
                ? Optional.empty()
                : Optional.of(new Joining.NotOfTheAppointment(Named.PROVIDER));
    }

    private Wishes dated(Wishes wishes, AppointmentType type, Optional<Appointment> moved, Instant now) {
        LocalDate today = time.date(now);
        LocalDate earliest = wishes.when().earliest();
        LocalDate latest = wishes.when().latest();
        LocalDate farthest =
                moved.map(Appointment::day).orElse(today.plusDays(type.timing().horizonDays()));
        // Named, so that nobody else's hours are searched.
        var named = moved.map(Appointment::provider).map(wishes::withProvider).orElse(wishes);
        return named.within(earliest == null ? today : earliest, latest == null ? farthest : latest);
    }

    private Joining join(Tx tx, Actor actor, Wishes wishes, Instant now) {
        LocalDate today = time.date(now);
        var when = wishes.when();
        LocalDate latest = Objects.requireNonNull(when.latest());
        if (latest.isBefore(Objects.requireNonNull(when.earliest()))) {
            return new Joining.Backwards();
        }
        if (latest.isBefore(today)) {
            return new Joining.TooLate();
        }
        if (latest.isAfter(today.plusDays(FARTHEST_DAYS))) {
            return new Joining.TooFar();
        }
        if (EntrySql.live(tx, wishes.patient()) >= MOST_OF_A_PATIENT) {
            return new Joining.Full();
        }
        var id = EntrySql.insert(tx, wishes, actor, now);
        id.ifPresent(entry -> offers.seek(tx, entry, now));
        return id.<Joining>map(entry -> new Joining.Joined(
                        EntrySql.find(tx, entry, Sight.of(actor), now).orElseThrow()))
                .orElseGet(Joining.AlreadyWaiting::new);
    }

    /// The entry with what is offered, if the actor may see it.
    public Optional<Entry> find(Tx tx, Actor actor, int id) {
        var found = EntrySql.find(tx, id, Sight.of(actor), clock.instant());
        var event = found.isPresent() ? AuditEvent.done("waiting-list.read") : AuditEvent.refused("waiting-list.read");
        audit.record(tx, actor, ofPatient(event.on(SUBJECT, id), found));
        return found;
    }

    /// The entries that match and that the actor may see, the oldest first.
    public Page<Entry> list(Tx tx, Actor actor, EntryFilter filter, Slice slice) {
        var page = EntrySql.list(tx, Sight.of(actor), filter, slice, clock.instant());
        var event = AuditEvent.done("waiting-list.listed").detail(page.rows().size() + " rows");
        audit.record(
                tx,
                actor,
                filter.patient().map(whose -> event.ofPatient(whose.value())).orElse(event));
        return page;
    }

    /// Takes an entry off the list. It stays on record, and what was offered is free for the next in line.
    public Leaving withdraw(Tx tx, Actor actor, int id) {
        Instant now = clock.instant();
        var entry = EntrySql.lock(tx, id, Sight.of(actor), now);
        Leaving outcome = entry.<Leaving>map(found -> {
                    if (found.status() != EntryStatus.WAITING) {
                        return new Leaving.Over(found.status());
                    }
                    offers.end(tx, actor, found, EntryStatus.WITHDRAWN, now);
                    return new Leaving.Left();
                })
                .orElseGet(Leaving.Absent::new);
        var event = outcome instanceof Leaving.Left
                ? AuditEvent.done("waiting-list.left")
                : AuditEvent.refused("waiting-list.left")
                        .detail(outcome.getClass().getSimpleName());
        audit.record(tx, actor, ofPatient(event.on(SUBJECT, id), entry));
        return outcome;
    }

    static AuditEvent ofPatient(AuditEvent event, Optional<Entry> entry) {
        return entry.map(seen -> event.ofPatient(seen.wishes().patient().value()))
                .orElse(event);
    }

    /// Whose entries somebody may see: everybody's, or one patient's.
    record Sight(boolean all, int patient) {
        private static final int NOBODY = -1;

        /// For the house's own work.
        static final Sight EVERYTHING = new Sight(true, NOBODY);

        static Sight of(Actor actor) {
            Integer person = actor.personId();
            return new Sight(actor.isDesk(), actor.is(Role.PATIENT) && person != null ? person : NOBODY);
        }
    }
}
