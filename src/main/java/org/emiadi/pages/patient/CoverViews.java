package org.emiadi.pages.patient;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.emiadi.insurance.Cover;
import org.emiadi.platform.ClinicTime;

/// Counts the days of covers, by the clinic's calendar.
@Singleton
class CoverViews {
    private final ClinicTime time;
    private final Clock clock;

    CoverViews(ClinicTime time, Clock clock) {
        this.time = time;
        this.clock = clock;
    }

    /// Those that last longest first.
    List<CoverView> of(List<Cover> covers) {
        LocalDate today = time.date(clock.instant());
        return covers.stream()
                .map(cover -> new CoverView(
                        cover, ChronoUnit.DAYS.between(today, cover.details().expiryDate())))
                .sorted(Comparator.comparing(CoverView::lastDay).reversed().thenComparingInt(CoverView::id))
                .toList();
    }
}
