package org.emiadi.slots;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentType.Reach;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.OfferedBy;
import org.emiadi.appointments.Timing;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.slots.SlotsFound.Named;
import org.jspecify.annotations.Nullable;

/// Searches for free slots. Whoever has not signed in finds what a patient finds.
public final class FreeSlots {
    /// The most that is searched at once.
    public static final Duration LONGEST = Duration.ofDays(366);

    /// How far ahead staff search who do not say how far: they have no horizon.
    private static final Duration USUAL = Duration.ofDays(90);

    private static final Duration USUAL_VISIT = Duration.ofMinutes(30);

    private final AppointmentTypes types;
    private final ClinicTime time;
    private final Clock clock;

    public FreeSlots(AppointmentTypes types, ClinicTime time, Clock clock) {
        this.types = types;
        this.time = time;
        this.clock = clock;
    }

    /// What to look for in the database.
    ///
    /// @param within when the slots begin
    record Question(
            SlotSearch search,
            @Nullable Integer type,
            Timing timing,
            OfferedBy offeredBy,
            TimeRange within,
            Instant now) {}

    /// The next slots, `most` at most.
    public SlotsFound<Slot> next(Tx tx, Actor actor, SlotSearch search, int most) {
        return search(tx, actor, search, reach -> span(search, reach), question -> SlotSql.next(tx, question, most));
    }

    /// The earliest slot of each provider, those of `most` providers at most.
    public SlotsFound<Slot> first(Tx tx, Actor actor, SlotSearch search, int most) {
        return search(tx, actor, search, reach -> span(search, reach), question -> SlotSql.first(tx, question, most));
    }

    /// The days of a month that have free slots. What the search says of from and to is not asked.
    public SlotsFound<FreeDay> days(Tx tx, Actor actor, SlotSearch search, YearMonth month) {
        return search(tx, actor, search, reach -> span(month, reach), question -> SlotSql.days(tx, question, month));
    }

    private <T> SlotsFound<T> search(
            Tx tx,
            Actor actor,
            SlotSearch search,
            Function<Reach, Optional<TimeRange>> span,
            Function<Question, List<T>> answer) {
        Instant now = clock.instant();
        var refusal = FreeSlots.<T>refusal(actor, search, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var id = search.visit().type();
        var type = id.flatMap(given -> types.find(tx, given));
        if (id.isPresent() && type.isEmpty()) {
            return new SlotsFound.Unknown<>(Named.TYPE);
        }
        if (type.filter(found -> !found.isBookableBy(actor)).isPresent()) {
            return new SlotsFound.StaffOnly<>();
        }
        List<T> rows = span.apply(reach(actor, type, now))
                .map(within -> answer.apply(question(search, type, within, now)))
                .orElseGet(List::of);
        // Only where nothing was found may it be that something does not exist.
        return rows.isEmpty()
                ? SlotSql.unknown(tx, search.with())
                        .<SlotsFound<T>>map(SlotsFound.Unknown::new)
                        .orElseGet(() -> new SlotsFound.Found<>(rows))
                : new SlotsFound.Found<>(rows);
    }

    private static <T> Optional<SlotsFound<T>> refusal(Actor actor, SlotSearch search, Instant now) {
        var visit = search.visit();
        if (visit.type().isEmpty() && !actor.isStaff()) {
            return Optional.of(new SlotsFound.TypeRequired<>());
        }
        if (visit.type().isPresent() && visit.duration().isPresent()) {
            return Optional.of(new SlotsFound.DurationOfType<>());
        }
        Instant from = search.when().from().orElse(now);
        Instant to = search.when().to().orElse(from.plus(USUAL));
        if (!to.isAfter(from) && search.when().from().isPresent()) {
            return Optional.of(new SlotsFound.Backwards<>());
        }
        return Duration.between(from, to).compareTo(LONGEST) > 0
                ? Optional.of(new SlotsFound.TooLong<>())
                : Optional.empty();
    }

    private Reach reach(Actor actor, Optional<AppointmentType> type, Instant now) {
        return type.map(found -> found.reachOf(actor, now, time)).orElseGet(() -> new Reach(now, null));
    }

    private static Question question(SlotSearch search, Optional<AppointmentType> type, TimeRange within, Instant now) {
        return new Question(
                search,
                type.map(AppointmentType::id).orElse(null),
                type.map(AppointmentType::timing)
                        .orElseGet(
                                () -> Timing.lasting(search.visit().duration().orElse(USUAL_VISIT))),
                type.map(found -> found.details().offeredBy()).orElse(OfferedBy.ALL),
                within,
                now);
    }

    // Empty where all that is asked for is out of reach.
    private static Optional<TimeRange> span(SlotSearch search, Reach reach) {
        Instant from = later(search.when().from().orElse(reach.from()), reach.from());
        Instant until = reach.until();
        Instant to = search.when().to().orElseGet(() -> until == null ? from.plus(USUAL) : until);
        return between(from, earlier(until == null ? to : earlier(to, until), from.plus(LONGEST)));
    }

    // A month begins and ends at many times, as there are many zones; which date each slot has is seen in the database.
    private static Optional<TimeRange> span(YearMonth month, Reach reach) {
        Instant from = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.MAX);
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.MIN);
        Instant until = reach.until();
        return between(later(from, reach.from()), until == null ? to : earlier(to, until));
    }

    private static Optional<TimeRange> between(Instant from, Instant to) {
        return to.isAfter(from) ? Optional.of(new TimeRange(from, to)) : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
