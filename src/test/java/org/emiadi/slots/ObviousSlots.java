package org.emiadi.slots;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.emiadi.platform.TimeRange;
import org.emiadi.slots.RandomClinic.Absence;
import org.emiadi.slots.RandomClinic.Hours;
import org.emiadi.slots.RandomClinic.Offer;
import org.emiadi.slots.RandomClinic.Place;
import org.emiadi.slots.RandomClinic.Question;

/// The rule of free slots, as one would tell it: day after day, session after session, slot after slot.
final class ObviousSlots {
    private static final int DAYS_AROUND = 3;

    private final RandomClinic clinic;
    private final Question question;
    private final Map<Offer, Set<Integer>> lanesOf = new TreeMap<>(
            Comparator.comparing(Offer::start).thenComparingInt(Offer::provider).thenComparingInt(Offer::facility));

    private ObviousSlots(RandomClinic clinic, Question question) {
        this.clinic = clinic;
        this.question = question;
    }

    /// In the order of time, provider and facility.
    static List<Offer> of(RandomClinic clinic, Question question) {
        var slots = new ObviousSlots(clinic, question);
        clinic.hours().stream().filter(slots::areAskedFor).forEach(slots::walk);
        return slots.lanesOf.entrySet().stream()
                .map(slot -> new Offer(
                        slot.getKey().provider(),
                        slot.getKey().facility(),
                        slot.getKey().start(),
                        slot.getValue().size()))
                .toList();
    }

    private boolean areAskedFor(Hours hours) {
        return (question.provider() == null || question.provider() == hours.provider())
                && (question.facility() == null || question.facility() == hours.facility())
                && (question.type() == null
                        || hours.types().isEmpty()
                        || hours.types().contains(question.type()));
    }

    private void walk(Hours hours) {
        ZoneId zone = place(hours).zone();
        LocalDate first = question.span().start().atZone(zone).toLocalDate().minusDays(DAYS_AROUND);
        LocalDate last = question.span().end().atZone(zone).toLocalDate().plusDays(DAYS_AROUND);
        first.datesUntil(last)
                .filter(day -> hold(hours, day))
                .forEach(day -> session(hours, day).ifPresent(session -> walk(hours, session)));
    }

    private static boolean hold(Hours hours, LocalDate day) {
        var days = hours.days();
        var monday = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
        long weeks = ChronoUnit.WEEKS.between(days.from().with(monday), day.with(monday));
        return day.getDayOfWeek().getValue() == days.weekday()
                && !day.isBefore(days.from())
                && (days.to() == null || !day.isAfter(days.to()))
                && weeks % days.everyWeeks() == 0;
    }

    private Optional<TimeRange> session(Hours hours, LocalDate day) {
        LocalDateTime start = day.atTime(hours.start());
        Instant from = instant(start, place(hours).zone());
        Instant to = instant(start.plus(hours.length()), place(hours).zone());
        return to.isAfter(from) ? Optional.of(new TimeRange(from, to)) : Optional.empty();
    }

    /// A time that the clock skips counts as later by as much; one that it shows twice as the second.
    private static Instant instant(LocalDateTime wall, ZoneId zone) {
        return wall.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    private void walk(Hours hours, TimeRange session) {
        Duration every = Duration.ofMinutes(question.every());
        Instant start = session.start().plus(Duration.ofMinutes(question.before()));
        while (!needed(start).end().isAfter(session.end())) {
            look(hours, start);
            start = start.plus(every);
        }
    }

    private void look(Hours hours, Instant start) {
        boolean asked = !start.isBefore(question.span().start())
                && start.isBefore(question.span().end())
                && isInPartOfDay(start.atZone(place(hours).zone()).toLocalTime());
        if (!asked || isClosed(hours, needed(start))) {
            return;
        }
        var slot = new Offer(hours.provider(), hours.facility(), start, 0);
        IntStream.rangeClosed(1, hours.capacity())
                .filter(lane -> isFree(hours, lane, needed(start)))
                .forEach(lane ->
                        lanesOf.computeIfAbsent(slot, none -> new HashSet<>()).add(lane));
    }

    private TimeRange needed(Instant start) {
        return new TimeRange(
                start.minus(Duration.ofMinutes(question.before())),
                start.plus(Duration.ofMinutes((long) question.duration() + question.after())));
    }

    private boolean isInPartOfDay(LocalTime wall) {
        int hour = wall.getHour();
        return switch (question.part()) {
            case null -> true;
            case MORNING -> hour < 12;
            case AFTERNOON -> hour >= 12 && hour < 17;
            case EVENING -> hour >= 17;
        };
    }

    private boolean isClosed(Hours hours, TimeRange needed) {
        return touches(clinic.timeOff(), hours.provider(), needed)
                || touches(clinic.closures(), hours.facility(), needed)
                || (!place(hours).openOnHolidays() && isHoliday(place(hours).zone(), needed));
    }

    private static boolean touches(List<Absence> absences, int whose, TimeRange needed) {
        return absences.stream()
                .anyMatch(
                        absence -> absence.whose() == whose && absence.during().overlaps(needed));
    }

    private boolean isHoliday(ZoneId zone, TimeRange needed) {
        return clinic.holidays().stream()
                .filter(RandomClinic.Holiday::observed)
                .map(holiday -> new TimeRange(
                        holiday.day().atStartOfDay(zone).toInstant(),
                        holiday.day().plusDays(1).atStartOfDay(zone).toInstant()))
                .anyMatch(needed::overlaps);
    }

    private boolean isFree(Hours hours, int lane, TimeRange needed) {
        return clinic.visits().stream()
                .filter(visit -> visit.provider() == hours.provider())
                .filter(visit -> visit.lane() == lane || visit.facility() != hours.facility())
                .filter(visit -> visit.occupies(question.now()))
                .noneMatch(visit -> visit.occupied().overlaps(needed));
    }

    private Place place(Hours hours) {
        return clinic.facilities().get(hours.facility());
    }
}
