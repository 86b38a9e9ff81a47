package org.emiadi.pages.desk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.web.Pages;

/// Puts appointments into words.
@Singleton
final class VisitCards {
    private final Pages pages;
    private final Clock clock;

    VisitCards(Pages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    VisitCard of(Appointment visit, Names names) {
        AppointmentStatus status = visit.status();
        return new VisitCard(
                visit.id().value(),
                visit.patient().value(),
                visit.reference().spaced(),
                pages.when().full(visit.during().start(), visit.place().zone()),
                names.type(visit.typeId()),
                names.provider(visit.provider()),
                names.facility(visit.place().facilityId()),
                label(status),
                tone(status),
                mark(status),
                visit.reason(),
                may(visit),
                visit.version());
    }

    // Only what makes sense now: the rules would refuse the rest.
    private Set<String> may(Appointment visit) {
        Instant now = clock.instant();
        boolean today = visit.day().equals(now.atZone(visit.place().zone()).toLocalDate());
        boolean begun = !visit.during().start().isAfter(now);
        var may = new HashSet<String>();
        add(may, "slip", AppointmentStatus.COMING.contains(visit.status()));
        for (AppointmentStatus next : visit.status().next()) {
            switch (next) {
                case CONFIRMED -> add(may, "confirm", AppointmentStatus.COMING.contains(visit.status()) && !begun);
                case RESCHEDULED -> may.add("move");
                case CHECKED_IN -> add(may, "check-in", today && AppointmentStatus.COMING.contains(visit.status()));
                case CANCELLED -> may.add("cancel");
                case NO_SHOW -> add(may, "no-show", begun);
                case SCHEDULED, IN_PROGRESS, COMPLETED -> {}
            }
        }
        return may;
    }

    private static void add(Set<String> may, String step, boolean now) {
        if (now) {
            may.add(step);
        }
    }

    String label(AppointmentStatus status) {
        BookingWords words = pages.words(BookingWords.class);
        return switch (status) {
            case SCHEDULED -> words.scheduled();
            case CONFIRMED -> words.confirmed();
            case RESCHEDULED -> words.rescheduled();
            case CHECKED_IN -> words.checkedIn();
            case IN_PROGRESS -> words.inProgress();
            case COMPLETED -> words.completed();
            case CANCELLED -> words.cancelled();
            case NO_SHOW -> words.noShow();
        };
    }

    private static String tone(AppointmentStatus status) {
        return switch (status) {
            case SCHEDULED, RESCHEDULED -> "info";
            case CONFIRMED, CHECKED_IN, IN_PROGRESS -> "good";
            case COMPLETED -> "quiet";
            case CANCELLED -> "bad";
            case NO_SHOW -> "warn";
        };
    }

    private static String mark(AppointmentStatus status) {
        return switch (status) {
            case SCHEDULED -> "○";
            case RESCHEDULED -> "→";
            case CONFIRMED -> "◐";
            case CHECKED_IN -> "●";
            case IN_PROGRESS -> "▶";
            case COMPLETED -> "✓";
            case CANCELLED -> "✕";
            case NO_SHOW -> "–";
        };
    }
}
