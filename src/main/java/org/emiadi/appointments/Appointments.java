package org.emiadi.appointments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.Booking.Booked;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The appointments of the clinic. The desk books and changes all of them, providers and patients their own.
public final class Appointments {
    static final String SUBJECT = "appointment";
    /// A life has a dozen steps; this bounds the list all the same.
    private static final int MOST_STEPS = 200;

    private final BookingRules rules;
    private final AuditLog audit;
    private final Clock clock;

    public Appointments(BookingRules rules, AuditLog audit, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /// Books, if the rules allow it and nobody is in the way. A hold that the request names makes room for the
    /// appointment, and is kept where the appointment cannot be had.
    public Booking book(Tx tx, Actor actor, BookingRequest request) {
        Wish wish = Wish.of(request);
        Instant now = clock.instant();
        Booking outcome = !BookingRules.isOwn(actor, wish)
                ? new Booking.NotOwn()
                : wish.terms().holdId() == null
                        ? tryToBook(tx, actor, wish, now)
                        : tx.savepoint(() -> takeOver(tx, actor, wish, now), Booked.class::isInstance);
        audit.record(tx, actor, eventOf(outcome, request));
        return outcome;
    }

    /// When and where the appointment would take place.
    public Outline outline(Tx tx, Actor actor, BookingRequest request) {
        Wish wish = Wish.of(request);
        if (!BookingRules.isOwn(actor, wish)) {
            return new Outline.Refused(new Booking.NotOwn());
        }
        var facts = BookingSql.facts(tx, wish, false, false, clock.instant());
        return facts.unknown() == null
                ? new Outline.Drawn(facts.time(), facts.place())
                : new Outline.Refused(new Booking.Unknown(facts.unknown()));
    }

    /// Binds appointments together that were booked in the same transaction.
    public void bind(Tx tx, int series, List<AppointmentId> ids) {
        BookingSql.bind(tx, series, ids);
    }

    private Booking takeOver(Tx tx, Actor actor, Wish wish, Instant now) {
        HoldSql.makeRoom(tx, wish, actor.userId());
        return tryToBook(tx, actor, wish, now);
    }

    /// Books what the house keeps for the patient by [Holds#offer]: that and nothing else, even where patients cannot
    /// find it by themselves. It is kept on where it cannot be booked.
    ///
    /// @return empty where the house keeps nothing of that kind any more
    public Optional<Booking> bookOffered(Tx tx, Actor actor, PatientId patient, int hold) {
        Instant now = clock.instant();
        return HoldSql.lockOffered(tx, patient, hold, now).map(offered -> {
            Wish wish = Wish.of(offered);
            Booking outcome = !BookingRules.isOwn(actor, wish)
                    ? new Booking.NotOwn()
                    : tx.savepoint(
                            () -> {
                                HoldSql.release(tx, hold);
                                return tryToBook(tx, actor, wish, now);
                            },
                            Booked.class::isInstance);
            var request =
                    new BookingRequest(patient, wish.provider(), wish.typeId(), wish.start(), wish.end(), wish.terms());
            audit.record(tx, actor, eventOf(outcome, request));
            return outcome;
        });
    }

    private Booking tryToBook(Tx tx, Actor actor, Wish wish, Instant now) {
        var facts = BookingSql.facts(tx, wish, actor.is(Role.PATIENT), tx.mayPromise(), now);
        var diary = new Diary(tx, Sight.of(actor), now);
        var refusal = rules.refusal(actor, wish, facts, now);
        if (refusal.isPresent()) {
            return refusal.get() instanceof TimeRefusal time ? diary.explained(time, wish, facts) : refusal.get();
        }
        var stamp = Stamp.of(now, actor, wish.terms().reason());
        Claim claim = Claim.of(wish, facts);
        return switch (diary.book(claim, stamp, facts.drawn())) {
            case Diary.Outcome.Taken<BookingSql.Entered>(BookingSql.Entered entered) ->
                new Booked(claim.booked(entered, stamp), facts.coverExpires());
            case Diary.Outcome.Refused<BookingSql.Entered>(TimeRefusal why) -> why;
        };
    }

    private static AuditEvent eventOf(Booking outcome, BookingRequest request) {
        var event = outcome instanceof Booked(Appointment booked, boolean coverExpires)
                ? detailed(AuditEvent.done("appointment.booked"), request, coverExpires)
                        .on(SUBJECT, booked.id().value())
                : AuditEvent.refused("appointment.booked")
                        .detail(outcome.getClass().getSimpleName());
        boolean isPatient = !(outcome instanceof Booking.Unknown) && !(outcome instanceof Booking.NotOwn);
        return isPatient ? event.ofPatient(request.patient().value()) : event;
    }

    private static AuditEvent detailed(AuditEvent event, BookingRequest request, boolean coverExpires) {
        if (request.terms().outsideHours()) {
            return event.detail(outsideHours(request.terms().reason()));
        }
        return coverExpires ? event.detail("the cover expires before the visit") : event;
    }

    private static String outsideHours(@Nullable String reason) {
        String text = "outside hours: " + (reason == null ? "" : reason);
        return text.substring(0, Math.min(text.length(), AuditEvent.LONGEST_DETAIL));
    }

    /// The appointment, if the actor may see it.
    public Optional<Appointment> find(Tx tx, Actor actor, AppointmentId id) {
        var found = AppointmentSql.find(tx, id, Sight.of(actor));
        trace(tx, actor, "appointment.read", found, id);
        return found;
    }

    /// The appointment, for whoever knows its reference and when its patient was born. Nobody has to sign in for it.
    public Optional<Appointment> lookUp(Tx tx, Actor actor, Reference reference, LocalDate birth) {
        var found = AppointmentSql.lookUp(tx, reference, birth);
        var event = found.map(seen -> AuditEvent.done("appointment.looked-up")
                        .on(SUBJECT, seen.id().value()))
                .orElseGet(() -> AuditEvent.refused("appointment.looked-up"));
        audit.record(tx, actor, ofPatient(event, found));
        return found;
    }

    /// The steps of the appointment's life, the first one first; empty where the actor may not see it.
    public Optional<List<HistoryStep>> history(Tx tx, Actor actor, AppointmentId id) {
        var found = AppointmentSql.find(tx, id, Sight.of(actor));
        trace(tx, actor, "appointment.history-read", found, id);
        return found.map(seen -> LifeSql.history(tx, id, MOST_STEPS));
    }

    private void trace(Tx tx, Actor actor, String action, Optional<Appointment> found, AppointmentId id) {
        var event = found.isPresent() ? AuditEvent.done(action) : AuditEvent.refused(action);
        audit.record(tx, actor, ofPatient(event.on(SUBJECT, id.value()), found));
    }

    /// The appointment, if the actor may see it, kept from being changed by anybody until the transaction ends.
    public Optional<Appointment> hold(Tx tx, Actor actor, AppointmentId id) {
        return AppointmentSql.hold(tx, id, Sight.of(actor));
    }

    /// The appointments of a series that the actor may see, by start.
    public List<Appointment> ofSeries(Tx tx, Actor actor, int series) {
        return AppointmentSql.ofSeries(tx, series, Sight.of(actor));
    }

    /// The same, kept from being changed by anybody until the transaction ends.
    public List<Appointment> holdSeries(Tx tx, Actor actor, int series) {
        return AppointmentSql.lockSeries(tx, series, Sight.of(actor));
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

    /// A patient's appointments that have begun or will not take place, the latest first.
    public Page<Appointment> listOver(Tx tx, Actor actor, PatientId patient, Slice slice) {
        var page = AppointmentSql.listOver(tx, Sight.of(actor), patient, clock.instant(), slice);
        audit.record(
                tx,
                actor,
                AuditEvent.done("appointment.listed")
                        .detail(page.rows().size() + " rows")
                        .ofPatient(patient.value()));
        return page;
    }

    /// Takes the appointment a step further in its life, or to another time, if the rules allow it and nobody is in
    /// the way.
    public StatusChange change(Tx tx, Actor actor, AppointmentId id, StatusRequest request) {
        boolean takesTime = request.move() != null || request.status() == AppointmentStatus.CHECKED_IN;
        if (takesTime) {
            LifeSql.lockPeopleOf(
                    tx, id, request.move() == null ? null : request.move().with());
        }
        var before = AppointmentSql.lock(tx, id, Sight.of(actor));
        StatusChange outcome = before.map(seen -> new Life(rules, tx, actor, clock.instant()).change(seen, request))
                .orElseGet(StatusChange.Absent::new);
        var event = before.filter(seen -> outcome instanceof StatusChange.Changed)
                .flatMap(seen -> handedOver(seen, request))
                .map(eventOf(outcome, request)::detail)
                .orElseGet(() -> eventOf(outcome, request));
        audit.record(tx, actor, ofPatient(event.on(SUBJECT, id.value()), before));
        return outcome;
    }

    // The history tells of times and states; from whom to whom, the trail alone.
    private static Optional<String> handedOver(Appointment before, StatusRequest request) {
        return Optional.ofNullable(request.move())
                .filter(move -> move.isToAnotherThan(before.provider()))
                .flatMap(move -> Optional.ofNullable(move.with()))
                .map(with -> "from provider " + before.provider().value() + " to " + with.value());
    }

    /// Moves the appointment to the time that the house keeps for its patient by [Holds#offer]: there and nowhere else,
    /// even where patients could not move it by themselves. The time is kept on where the appointment stays.
    ///
    /// @return empty where the house keeps nothing of that kind any more
    public Optional<StatusChange> moveToOffered(Tx tx, Actor actor, AppointmentId id, int hold) {
        LifeSql.lockPeopleOf(tx, id, null);
        var before = AppointmentSql.lock(tx, id, Sight.of(actor));
        if (before.isEmpty()) {
            return Optional.of(new StatusChange.Absent());
        }
        Appointment seen = before.get();
        Instant now = clock.instant();
        return HoldSql.lockOffered(tx, seen.patient(), hold, now)
                .filter(offered -> offered.provider().equals(seen.provider()))
                .map(offered -> {
                    var request = StatusRequest.moveTo(
                            offered.during().start(), offered.during().end());
                    StatusChange outcome = tx.savepoint(
                            () -> {
                                HoldSql.release(tx, hold);
                                return new Life(rules, tx, actor, now).moveToOffered(seen, request, offered);
                            },
                            StatusChange.Changed.class::isInstance);
                    audit.record(tx, actor, ofPatient(eventOf(outcome, request).on(SUBJECT, id.value()), before));
                    return outcome;
                });
    }

    private static AuditEvent eventOf(StatusChange outcome, StatusRequest request) {
        String action = "appointment." + request.status().text().replace('_', '-');
        if (!(outcome instanceof StatusChange.Changed)) {
            return AuditEvent.refused(action).detail(outcome.getClass().getSimpleName());
        }
        boolean outsideHours = request.move() != null && request.move().outsideHours();
        var event = AuditEvent.done(action);
        return outsideHours ? event.detail(outsideHours(request.reason())) : event;
    }

    /// Changes the room, the cover or the priority.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public Amendment amend(Tx tx, Actor actor, AppointmentId id, Amendment.Wanted wanted, OptionalInt expected) {
        var before = AppointmentSql.lock(tx, id, Sight.of(actor));
        Amendment outcome = before.map(seen -> new Amendments(tx, actor).amend(seen, wanted, expected))
                .orElseGet(Amendment.Absent::new);
        var event = outcome instanceof Amendment.Amended
                ? AuditEvent.done("appointment.amended")
                : AuditEvent.refused("appointment.amended")
                        .detail(outcome.getClass().getSimpleName());
        audit.record(tx, actor, ofPatient(event.on(SUBJECT, id.value()), before));
        return outcome;
    }

    private static AuditEvent ofPatient(AuditEvent event, Optional<Appointment> appointment) {
        return appointment.map(seen -> event.ofPatient(seen.patient().value())).orElse(event);
    }

    /// Whose appointments somebody may see: everybody's, one patient's or one provider's.
    record Sight(boolean all, int patient, int provider) {
        private static final int NOBODY = -1;

        /// For what the actor has just made themself.
        static final Sight EVERYTHING = new Sight(true, NOBODY, NOBODY);

        static Sight of(Actor actor) {
            int person = actor.personId() == null ? NOBODY : actor.personId();
            return new Sight(
                    actor.isDesk(),
                    actor.is(Role.PATIENT) ? person : NOBODY,
                    actor.is(Role.PROVIDER) ? person : NOBODY);
        }

        boolean includes(Appointment appointment) {
            PatientId whose = appointment.patient();
            return all || whose.value() == patient || appointment.provider().value() == provider;
        }
    }
}
