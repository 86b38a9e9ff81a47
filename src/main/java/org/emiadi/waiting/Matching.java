package org.emiadi.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentType.Reach;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Origin;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.waiting.OfferSql.FreedTime;
import org.emiadi.waiting.OfferSql.InLine;
import org.jspecify.annotations.Nullable;

/// Brings free slots and those who wait for one together. It looks; [Offers] acts.
final class Matching {
    /// Who begins sooner than this cannot be asked any more: half an hour to make up their mind, a quarter to come.
    static final Duration SOONEST = Offers.OPEN_FOR.plus(Offers.CLOSED_BEFORE);

    /// Spans that are searched one after the other, each twice as long as the one before, up to this.
    private static final Duration LONGEST_STEP = Duration.ofDays(16);

    private static final Duration FIRST_STEP = Duration.ofDays(1);
    private static final Actor SOME_PATIENT = Actor.anonymous(Origin.local("waiting list"));

    private final AppointmentTypes types;
    private final ClinicTime time;

    Matching(AppointmentTypes types, ClinicTime time) {
        this.types = types;
        this.time = time;
    }

    /// Who came first of all those whose wishes a slot fits that became free with `freed`.
    Optional<InLine> firstInLine(Tx tx, FreedTime freed, Instant now) {
        var waitedFor = OfferSql.typesWaitedFor(tx, null);
        return waitedFor.isEmpty()
                ? Optional.empty()
                : types.list(tx).stream()
                        .filter(type -> waitedFor.contains(type.id()))
                        .flatMap(type -> firstInLine(tx, type, freed, now).stream())
                        .min(Comparator.comparing(InLine::since).thenComparingInt(InLine::entry));
    }

    private Optional<InLine> firstInLine(Tx tx, AppointmentType type, FreedTime freed, Instant now) {
        var timing = type.timing();
        var during = freed.during();
        Instant from = during.start().minus(timing.duration()).minus(timing.after());
        Instant to = during.end().plus(timing.before());
        return span(from, to, now)
                .flatMap(starts -> OfferSql.firstInLine(
                        tx, new Line(type, starts, reach(type, now), freed.provider(), freed.facility(), null), now));
    }

    /// The first free slot that the entry would take.
    Optional<InLine> firstSlot(Tx tx, Entry entry, Instant now) {
        var type = types.find(tx, entry.wishes().type()).orElseThrow();
        var when = entry.wishes().when();
        // The days are those of a facility, whichever; which date each slot has is seen in the database.
        Instant end = after(Objects.requireNonNull(when.latest()));
        Instant from = start(Objects.requireNonNull(when.earliest()));
        Duration step = FIRST_STEP;
        for (var span = span(from, end, now); span.isPresent(); span = span(from, end, now)) {
            Instant start = span.get().start();
            Instant stop = earlier(start.plus(step), end);
            var with = entry.wishes().with();
            var line = new Line(
                    type, new TimeRange(start, stop), reach(type, now), with.provider(), with.facility(), entry.id());
            var found = OfferSql.firstInLine(tx, line, now);
            if (found.isPresent()) {
                return found;
            }
            from = stop;
            step = shorter(step.multipliedBy(2), LONGEST_STEP);
        }
        return Optional.empty();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.MAX);
    }

    private static Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.MIN);
    }

    // What begins too soon is left out; empty where nothing is left.
    private static Optional<TimeRange> span(Instant from, Instant to, Instant now) {
        Instant soonest = now.plus(SOONEST);
        Instant start = from.isBefore(soonest) ? soonest : from;
        return to.isAfter(start) ? Optional.of(new TimeRange(start, to)) : Optional.empty();
    }

    private @Nullable Reach reach(AppointmentType type, Instant now) {
        return type.isBookableBy(SOME_PATIENT) ? type.reachOf(SOME_PATIENT, now, time) : null;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
