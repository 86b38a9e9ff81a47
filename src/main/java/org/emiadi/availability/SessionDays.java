package org.emiadi.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// On which days sessions take place: a weekday of every week, or of every second, third, … week.
///
/// @param from       the first day on which they can; weeks are counted from the Monday of its week
/// @param to         the last day on which they can; null for no end in sight
/// @param everyWeeks 1 for every week, 2 for every second
public record SessionDays(
        DayOfWeek weekday, LocalDate from, @Nullable LocalDate to, int everyWeeks) {
    private static final int MOST_WEEKS = 52;

    public SessionDays {
        if (everyWeeks < 1 || everyWeeks > MOST_WEEKS) {
            throw new IllegalArgumentException("not every 1 to " + MOST_WEEKS + " weeks");
        }
    }

    /// That day and no other.
    public static SessionDays on(LocalDate day) {
        return new SessionDays(day.getDayOfWeek(), day, day, 1);
    }

    public boolean isOneDay() {
        return from.equals(to) && holdsOn(from);
    }

    /// Whether there is not a single day.
    public boolean isNever() {
        return to != null && firstSince(from).isAfter(to);
    }

    public boolean holdsOn(LocalDate day) {
        return day.getDayOfWeek() == weekday
                && !day.isBefore(from)
                && (to == null || !day.isAfter(to))
                && isItsWeek(day);
    }

    private boolean isItsWeek(LocalDate day) {
        return ChronoUnit.WEEKS.between(monday(from), monday(day)) % everyWeeks == 0;
    }

    /// Whether there is a day of these that is `daysLater` days before a day of the others.
    boolean meet(SessionDays others, int daysLater) {
        LocalDate sinceOthers = others.from.minusDays(daysLater);
        LocalDate day = firstSince(from.isAfter(sinceOthers) ? from : sinceOthers);
        // After as many steps as the others have weeks, they would meet in the same weeks again.
        for (int step = 0; step < others.everyWeeks; step++) {
            if (holdsOn(day) && others.holdsOn(day.plusDays(daysLater))) {
                return true;
            }
            day = day.plusWeeks(everyWeeks);
        }
        return false;
    }

    // The end is left out of account.
    private LocalDate firstSince(LocalDate earliest) {
        LocalDate day = earliest.with(TemporalAdjusters.nextOrSame(weekday));
        long weeksOff = Math.floorMod(ChronoUnit.WEEKS.between(monday(from), monday(day)), (long) everyWeeks);
        return weeksOff == 0 ? day : day.plusWeeks(everyWeeks - weeksOff);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
