package org.emiadi.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.HoldOutcome;
import org.emiadi.appointments.Holds;
import org.emiadi.appointments.StatusChange;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Tx;
import org.emiadi.waiting.OfferSql.FreedTime;
import org.emiadi.waiting.OfferSql.InLine;
import org.emiadi.waiting.WaitingList.Sight;

/// Offers free slots to those who wait, one after the other, and takes their answers.
public final class Offers {
    /// How long somebody may make up their mind.
    public static final Duration OPEN_FOR = Duration.ofMinutes(30);
    /// How long before the slot begins an offer ends at the latest, so that there is time to come.
    public static final Duration CLOSED_BEFORE = Duration.ofMinutes(15);
    /// How often a slot is looked for although no appointment was given up: hours, absences and horizons change, too.
    public static final Duration LOOKED_FOR_EVERY = Duration.ofMinutes(5);
    /// Steps that each of the jobs takes at most at a time.
    public static final int BATCH = 50;

    /// Rivals may take a slot, or withdraw, between the look and the offer. What is still free then is found later.
    private static final int ATTEMPTS = 5;

    private static final Actor HOUSE = Actor.system("waiting list");
    private static final String SUBJECT = "offer";

    private final Database database;
    private final Appointments appointments;
    private final Holds holds;
    private final Matching matching;
    private final AuditLog audit;
    private final ClinicTime time;
    private final Clock clock;

    public Offers(
            Database database,
            Appointments appointments,
            Holds holds,
            AppointmentTypes types,
            AuditLog audit,
            ClinicTime time,
            Clock clock) {
        this.database = database;
        this.appointments = appointments;
        this.holds = holds;
        this.matching = new Matching(types, time);
        this.audit = audit;
        this.time = time;
        this.clock = clock;
    }

    /// Takes the slot that is offered: books it, or moves the appointment that was to be moved.
    public Answer accept(Tx tx, Actor actor, int entry) {
        Instant now = clock.instant();
        return answer(tx, actor, entry, "offer.accepted", now, (found, offer) -> {
            var taken = take(tx, actor, found, offer);
            if (taken.isEmpty()) {
                closeInVain(tx, found, offer);
                return new Answer.Gone();
            }
            OfferSql.close(tx, entry, Offer.Outcome.ACCEPTED, now);
            EntrySql.end(tx, entry, EntryStatus.FULFILLED, taken.get().id());
            return new Answer.Accepted(taken.get(), found.wishes().appointment() != null);
        });
    }

    // The provider is away by now, or the appointment to be moved has gone its way: nothing to be had.
    // Or the time was up before all was looked at: then it is the turn of the next in line.
    private void closeInVain(Tx tx, Entry entry, Offer offer) {
        Instant now = clock.instant();
        var outcome = now.isBefore(offer.until()) ? Offer.Outcome.WITHDRAWN : Offer.Outcome.LAPSED;
        closeAndWaitOn(tx, entry, outcome, now);
    }

    private void closeAndWaitOn(Tx tx, Entry entry, Offer.Outcome outcome, Instant now) {
        close(tx, HOUSE, entry, outcome, now);
        EntrySql.looked(tx, entry.id(), null);
    }

    private Optional<Appointment> take(Tx tx, Actor actor, Entry entry, Offer offer) {
        AppointmentId before = entry.wishes().appointment();
        if (before == null) {
            return appointments
                    .bookOffered(tx, actor, entry.wishes().patient(), offer.hold())
                    .flatMap(outcome -> outcome instanceof Booking.Booked booked
                            ? Optional.of(booked.appointment())
                            : Optional.empty());
        }
        return appointments
                .moveToOffered(tx, actor, before, offer.hold())
                .flatMap(outcome -> outcome instanceof StatusChange.Changed changed
                        ? Optional.of(changed.appointment())
                        : Optional.empty());
    }

    /// Declines the slot that is offered, for good; the entry waits on for others.
    public Answer decline(Tx tx, Actor actor, int entry) {
        Instant now = clock.instant();
        return answer(tx, actor, entry, "offer.declined", now, (found, offer) -> {
            OfferSql.close(tx, entry, Offer.Outcome.DECLINED, now);
            holds.withdraw(tx, offer.hold());
            EntrySql.looked(tx, entry, null);
            return new Answer.Declined();
        });
    }

    private interface Reply {
        Answer to(Entry entry, Offer offer);
    }

    private Answer answer(Tx tx, Actor actor, int id, String action, Instant now, Reply reply) {
        var entry = EntrySql.lock(tx, id, Sight.of(actor), now);
        if (entry.isEmpty()) {
            audit.record(tx, actor, AuditEvent.refused(action).on(WaitingList.SUBJECT, id));
            return new Answer.Absent();
        }
        Offer offer = entry.get().offer();
        Answer answer = offer == null ? new Answer.Gone() : reply.to(entry.get(), offer);
        boolean done = !(answer instanceof Answer.Gone);
        var event = done ? AuditEvent.done(action) : AuditEvent.refused(action);
        audit.record(
                tx,
                actor,
                WaitingList.ofPatient(
                        offer == null ? event.on(WaitingList.SUBJECT, id) : event.on(SUBJECT, offer.id()), entry));
        return answer;
    }

    /// Ends an entry, which is locked, and takes back what was offered.
    void end(Tx tx, Actor actor, Entry entry, EntryStatus status, Instant now) {
        close(tx, actor, entry, Offer.Outcome.WITHDRAWN, now);
        EntrySql.end(tx, entry.id(), status, null);
    }

    private boolean close(Tx tx, Actor actor, Entry entry, Offer.Outcome outcome, Instant now) {
        var closed = OfferSql.close(tx, entry.id(), outcome, now);
        closed.ifPresent(offer -> {
            holds.withdraw(tx, offer.hold());
            audit.record(
                    tx,
                    actor,
                    AuditEvent.done("offer." + outcome.text())
                            .on(SUBJECT, offer.id())
                            .ofPatient(entry.wishes().patient().value()));
        });
        return closed.isPresent();
    }

    /// Looks for a slot for somebody who has just joined, and offers it to the first in line for it: to them, but for
    /// those who have waited longer and whom nobody has asked yet.
    void seek(Tx tx, int entry, Instant now) {
        for (int left = ATTEMPTS; left > 0; left--) {
            var found = EntrySql.find(tx, entry, Sight.EVERYTHING, now)
                    .filter(waiting -> waiting.offer() == null)
                    .flatMap(waiting -> matching.firstSlot(tx, waiting, now));
            if (found.isEmpty()) {
                return;
            }
            var slot = found.get();
            offerToFirst(tx, new FreedTime(0, slot.provider(), slot.facility(), slot.during()), now);
        }
    }

    /// Closes offers that have had their time; their slots are free for the next in line.
    ///
    /// @return how many
    public int closeLapsed() {
        return steps(tx -> {
            Instant now = clock.instant();
            var entry = OfferSql.lockNextLapsed(tx, now).flatMap(id -> EntrySql.find(tx, id, Sight.EVERYTHING, now));
            entry.ifPresent(found -> closeAndWaitOn(tx, found, Offer.Outcome.LAPSED, now));
            return entry.isPresent();
        });
    }

    /// Asks the first in line for each time that fell free. One offer is one step, so that nobody is locked for long.
    ///
    /// @return how many steps there were
    public int workOffFreedTimes() {
        return steps(tx -> {
            var freed = OfferSql.lockNextFreed(tx);
            freed.ifPresent(given -> {
                if (!offerToFirst(tx, given, clock.instant())) {
                    OfferSql.workedOff(tx, given);
                }
            });
            return freed.isPresent();
        });
    }

    /// Looks again for those for whom nobody has looked for a while. What is found goes the way of all freed time, so
    /// that it is the first in line for it who is asked. Entries that have nothing left to wait for end here.
    ///
    /// @return for how many
    public int lookAgain() {
        return steps(tx -> {
            Instant now = clock.instant();
            var entry = EntrySql.lockNextToLookFor(tx, now.minus(LOOKED_FOR_EVERY))
                    .flatMap(id -> EntrySql.find(tx, id, Sight.EVERYTHING, now));
            entry.ifPresent(found -> lookAgain(tx, found, now));
            return entry.isPresent();
        });
    }

    private void lookAgain(Tx tx, Entry entry, Instant now) {
        if (EntrySql.isOver(tx, entry.id(), time.date(now), now)) {
            end(tx, HOUSE, entry, EntryStatus.EXPIRED, now);
            audit.record(
                    tx,
                    HOUSE,
                    AuditEvent.done("waiting-list.expired")
                            .on(WaitingList.SUBJECT, entry.id())
                            .ofPatient(entry.wishes().patient().value()));
            return;
        }
        EntrySql.looked(tx, entry.id(), now);
        if (entry.offer() == null) {
            matching.firstSlot(tx, entry, now).ifPresent(slot -> OfferSql.note(tx, slot));
        }
    }

    private int steps(Predicate<Tx> step) {
        int taken = 0;
        while (taken < BATCH && database.<Boolean>write(step::test)) {
            taken++;
        }
        return taken;
    }

    /// Whether somebody was asked.
    private boolean offerToFirst(Tx tx, FreedTime freed, Instant now) {
        for (int left = ATTEMPTS; left > 0; left--) {
            var first = matching.firstInLine(tx, freed, now);
            if (first.isEmpty()) {
                return false;
            }
            if (offerTo(tx, first.get(), now)) {
                return true;
            }
        }
        return false;
    }

    private boolean offerTo(Tx tx, InLine whom, Instant now) {
        var entry = EntrySql.lock(tx, whom.entry(), Sight.EVERYTHING, now)
                .filter(found -> found.status() == EntryStatus.WAITING && found.offer() == null);
        if (entry.isEmpty()) {
            return false;
        }
        Instant until = earlier(now.plus(OPEN_FOR), whom.during().start().minus(CLOSED_BEFORE));
        var offer = tx.savepoint(
                () -> hold(tx, entry.get(), whom, until).flatMap(hold -> OfferSql.insert(tx, whom, hold, now, until)),
                Optional::isPresent);
        offer.ifPresent(id -> audit.record(
                tx,
                HOUSE,
                AuditEvent.done("offer.made")
                        .on(SUBJECT, id)
                        .ofPatient(whom.patient().value())));
        return offer.isPresent();
    }

    private Optional<Integer> hold(Tx tx, Entry entry, InLine whom, Instant until) {
        PatientId patient = whom.patient();
        var terms = new BookingRequest.Terms(whom.facility().value(), null, null, null, false, null);
        var wanted = new Holds.Wanted(
                patient,
                whom.provider(),
                entry.wishes().type(),
                whom.during().start(),
                whom.during().end(),
                terms);
        return holds.offer(tx, HOUSE, wanted, until) instanceof HoldOutcome.Placed placed
                ? Optional.of(placed.hold().id())
                : Optional.empty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
