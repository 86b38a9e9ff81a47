package org.emiadi.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The days that a report is about, by the clock of each facility.
///
/// @param to the first day that is not included any more
public record Period(LocalDate from, LocalDate to) {
    /// A year, whichever. What a longer one would cost is somebody else's time.
    public static final int MOST_DAYS = 366;

    /// Of the period that is meant where none is named: whole weeks, so that each weekday counts alike.
    private static final int USUAL_DAYS = 28;

    public Period {
        faultIn(from, to).ifPresent(fault -> {
            throw new IllegalArgumentException("from " + from + " to " + to + ": " + fault);
        });
    }

    /// What is wrong with two days.
    public enum Fault {
        BACKWARDS,
        TOO_LONG
    }

    public static Optional<Fault> faultIn(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return Optional.of(Fault.BACKWARDS);
        }
        return ChronoUnit.DAYS.between(from, to) > MOST_DAYS ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }

    /// The last four weeks that are over.
    public static Period beforeDay(LocalDate today) {
        return new Period(today.minusDays(USUAL_DAYS), today);
    }

    /// As many days, just before these.
    public Period before() {
        return new Period(from.minusDays(days()), from);
    }

    public LocalDate lastDay() {
        return to.minusDays(1);
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
