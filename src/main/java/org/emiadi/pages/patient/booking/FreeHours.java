package org.emiadi.pages.patient.booking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Tx;
import org.emiadi.slots.FreeDay;
import org.emiadi.slots.FreeSlots;
import org.emiadi.slots.PartOfDay;
import org.emiadi.slots.Slot;
import org.emiadi.slots.SlotSearch;
import org.emiadi.slots.SlotsFound;
import org.jspecify.annotations.Nullable;

/// The free hours of a provider, as a person chooses among them: days that have any, the parts of one of them, and the
/// hours nearest to one that is gone.
@Singleton
public class FreeHours {
    /// Days on the strip.
    private static final int DAYS = 7;
    /// As far ahead as any type may be booked, in steps of a month; each costs a search.
    private static final int MOST_MONTHS = 6;
    /// Hours of a day, however short visits are.
    private static final int MOST_HOURS = 300;
    private static final Duration AROUND = Duration.ofHours(24);

    private final FreeSlots slots;
    private final ClinicTime time;
    private final Clock clock;

    FreeHours(FreeSlots slots, ClinicTime time, Clock clock) {
        this.slots = slots;
        this.time = time;
        this.clock = clock;
    }

    /// With whom, and what for.
    record Asked(ProviderId provider, int type) {}

    /// What there is to choose.
    ///
    /// @param days      with free hours, seven at most
    /// @param day       whose hours are shown; null where no day has any
    /// @param parts     of that day, as far as they have any
    /// @param later     the first day after the strip that has any; null for none
    /// @param paged     whether the strip begins later than it might
    /// @param thisWeek  whether any of the next seven days has any
    /// @param manyPlaces whether that day's hours are at different facilities, so that each has to tell where
    public record Shown(
            List<FreeDay> days,
            @Nullable LocalDate day,
            List<Part> parts,
            @Nullable LocalDate later,
            boolean paged,
            boolean thisWeek,
            boolean manyPlaces) {
        public boolean isEmpty() {
            return days.isEmpty();
        }

        /// The first hour of the day; a bug where there is none.
        public Slot first() {
            return parts.getFirst().hours().getFirst();
        }
    }

    /// The free hours of a part of a day.
    public record Part(PartOfDay part, List<Slot> hours) {
        public String label(BookingWords words) {
            return switch (part) {
                case MORNING -> words.morning();
                case AFTERNOON -> words.afternoon();
                case EVENING -> words.evening();
            };
        }
    }

    /// The days from `from` on, and the hours of `day`, or of the first that has any.
    Shown shown(Tx tx, Actor actor, Asked asked, Optional<LocalDate> from, Optional<LocalDate> day) {
        LocalDate today = time.date(clock.instant());
        LocalDate start = from.filter(given -> given.isAfter(today)).orElse(today);
        List<FreeDay> found = days(tx, actor, asked, start);
        List<FreeDay> strip = found.stream().limit(DAYS).toList();
        LocalDate chosen = day.filter(
                        given -> strip.stream().anyMatch(free -> free.date().equals(given)))
                .orElseGet(() -> strip.isEmpty() ? null : strip.getFirst().date());
        List<Slot> hours = chosen == null ? List.of() : of(tx, actor, asked, chosen);
        return new Shown(
                strip,
                chosen,
                parts(hours),
                found.size() > DAYS ? found.get(DAYS).date() : null,
                start.isAfter(today),
                !strip.isEmpty() && strip.getFirst().date().isBefore(today.plusDays(DAYS)),
                hours.stream().map(hour -> hour.at().id()).distinct().count() > 1);
    }

    private List<FreeDay> days(Tx tx, Actor actor, Asked asked, LocalDate start) {
        var found = new ArrayList<FreeDay>();
        YearMonth month = YearMonth.from(start);
        for (int i = 0; i < MOST_MONTHS && found.size() <= DAYS; i++) {
            rows(slots.days(tx, actor, search(asked, Optional.empty(), Optional.empty()), month.plusMonths(i))).stream()
                    .filter(day -> !day.date().isBefore(start))
                    .forEach(found::add);
        }
        return found;
    }

    // A date begins and ends at many times, as there are many zones; which date an hour has is seen by its own clock.
    private List<Slot> of(Tx tx, Actor actor, Asked asked, LocalDate day) {
        Instant from = day.atStartOfDay().toInstant(ZoneOffset.MAX);
        Instant to = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.MIN);
        return between(tx, actor, asked, from, to, MOST_HOURS).stream()
                .filter(hour -> hour.during()
                        .start()
                        .atZone(hour.at().zone())
                        .toLocalDate()
                        .equals(day))
                .toList();
    }

    private static List<Part> parts(List<Slot> hours) {
        Map<PartOfDay, List<Slot>> byPart =
                hours.stream().collect(Collectors.groupingBy(FreeHours::partOf, TreeMap::new, Collectors.toList()));
        return byPart.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    private static PartOfDay partOf(Slot hour) {
        return PartOfDay.at(hour.during().start().atZone(hour.at().zone()).toLocalTime());
    }

    /// The hour that begins just then, if it is free.
    Optional<Slot> at(Tx tx, Actor actor, Asked asked, Instant start) {
        return between(tx, actor, asked, start, start.plusSeconds(1), 1).stream()
                .findFirst();
    }

    /// The free hours that are nearest to a time, `most` at most, in the order of time.
    List<Slot> nearest(Tx tx, Actor actor, Asked asked, Instant wanted, int most) {
        var near = new ArrayList<>(between(tx, actor, asked, wanted.minus(AROUND), wanted, MOST_HOURS));
        near.addAll(rows(slots.next(tx, actor, search(asked, Optional.of(wanted), Optional.empty()), most)));
        return near.stream()
                .sorted(Comparator.comparing(
                        hour -> Duration.between(wanted, hour.during().start()).abs()))
                .limit(most)
                .sorted(Comparator.comparing(hour -> hour.during().start()))
                .toList();
    }

    private List<Slot> between(Tx tx, Actor actor, Asked asked, Instant from, Instant to, int most) {
        return rows(slots.next(tx, actor, search(asked, Optional.of(from), Optional.of(to)), most));
    }

    private static SlotSearch search(Asked asked, Optional<Instant> from, Optional<Instant> to) {
        return new SlotSearch(
                new SlotSearch.Visit(Optional.of(asked.type()), Optional.empty()),
                new SlotSearch.With(
                        Optional.of(asked.provider()), Optional.empty(), Optional.empty(), Optional.empty()),
                new SlotSearch.When(from, to, Optional.empty()));
    }

    // Whoever asks has found provider and type among those there are; what is not there has no hours.
    private static <T> List<T> rows(SlotsFound<T> found) {
        return found instanceof SlotsFound.Found<T>(List<T> rows) ? rows : List.of();
    }
}
