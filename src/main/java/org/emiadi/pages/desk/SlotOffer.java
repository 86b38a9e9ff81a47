package org.emiadi.pages.desk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Tx;
import org.emiadi.slots.FreeSlots;
import org.emiadi.slots.Slot;
import org.emiadi.slots.SlotSearch;
import org.emiadi.slots.SlotsFound;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The next free slots, day by day, the first one chosen.
@Singleton
final class SlotOffer {
    /// As many as are looked over without scrolling.
    private static final int MOST = 24;

    private final FreeSlots slots;
    private final ClinicTime time;
    private final Pages pages;
    private final Clock clock;

    SlotOffer(FreeSlots slots, ClinicTime time, Pages pages, Clock clock) {
        this.slots = slots;
        this.time = time;
        this.pages = pages;
        this.clock = clock;
    }

    /// What is looked for.
    ///
    /// @param type     null for a visit of no type in particular, of that `length`
    /// @param provider null for anybody
    /// @param from     the first day; null for today
    record Wanted(
            @Nullable Integer type,
            @Nullable Duration length,
            @Nullable Integer provider,
            @Nullable LocalDate from) {}

    List<SlotChoice.Day> find(Tx tx, Actor actor, Wanted wanted) {
        Integer provider = wanted.provider();
        LocalDate from = wanted.from();
        var search = new SlotSearch(
                new SlotSearch.Visit(Optional.ofNullable(wanted.type()), Optional.ofNullable(wanted.length())),
                new SlotSearch.With(
                        Optional.ofNullable(provider).map(ProviderId::new),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new SlotSearch.When(Optional.ofNullable(from).map(this::startOf), Optional.empty(), Optional.empty()));
        // Whatever is named in vain has no slots; the page says so in the same words.
        return slots.next(tx, actor, search, MOST) instanceof SlotsFound.Found<Slot>(List<Slot> rows)
                ? days(rows)
                : List.of();
    }

    private Instant startOf(LocalDate day) {
        Instant now = clock.instant();
        Instant start = time.startOf(day);
        return start.isBefore(now) ? now : start;
    }

    private List<SlotChoice.Day> days(List<Slot> rows) {
        var days = new LinkedHashMap<String, List<SlotChoice.Hour>>();
        for (Slot slot : rows) {
            var zone = slot.at().zone();
            days.computeIfAbsent(pages.when().day(slot.during().start(), zone), day -> new ArrayList<>())
                    .add(new SlotChoice.Hour(
                            SlotChoice.written(slot),
                            pages.when().time(slot.during().start(), zone),
                            slot.by().name(),
                            slot.equals(rows.getFirst())));
        }
        return days.entrySet().stream()
                .map(day -> new SlotChoice.Day(day.getKey(), day.getValue()))
                .toList();
    }
}
