package org.emiadi.app;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Role;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.records.MedicalRecords;
import org.jspecify.annotations.Nullable;

/// Days of the sample clinic: visits that took place, that were missed or cancelled, that take place now and that are
/// to come. Booked within the hours of [DemoPlaces] by the usual rules; what these refuse is simply not there. What
/// is over happened at its time: booked some days before, the patient a little early, the provider a little late.
final class DemoVisits {
    private static final Actor ACTOR = Actor.system("demo");
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(16, 30);
    private static final Duration VISIT = Duration.ofMinutes(30);
    private static final int COMMON_TYPES = 3;

    /// Out of a hundred.
    private static final int TAKEN = 55;

    private static final int CANCELLED = 8;
    private static final int MISSED = 13;
    private static final int WITH_RECORD = 70;
    private static final int EARLY = 60;

    private static final int WALKED_IN = 8;
    private static final int LONGEST_AHEAD_HOURS = 20 * 24;
    private static final int EARLIEST_MINUTES = 25;
    private static final int LATEST_MINUTES = 10;
    private static final int LONGEST_WAIT_MINUTES = 20;
    /// On Mondays the waiting room is full, and on some the road is.
    private static final int MISSED_ON_MONDAYS = 25;

    private static final int LONGER_ON_MONDAYS_MINUTES = 25;

    private final Appointments appointments;
    private final Past past;
    private final ClinicTime time;
    private final Clock clock;
    private final Random random;

    /// The doors as they were in the past.
    ///
    /// @param clock that they look at
    record Past(DemoClock clock, Appointments appointments, MedicalRecords records) {}

    DemoVisits(Appointments appointments, Past past, ClinicTime time, Clock clock, Random random) {
        this.appointments = appointments;
        this.past = past;
        this.time = time;
        this.clock = clock;
        this.random = random;
    }

    /// Fills a day, and tells how many visits were booked.
    int day(Tx tx, LocalDate date, List<ProviderId> staff, List<PatientId> patients) {
        int booked = 0;
        for (ProviderId provider : staff) {
            for (LocalTime at = OPENS; at.isBefore(CLOSES); at = at.plus(VISIT)) {
                if (random.nextInt(100) < TAKEN) {
                    var patient = patients.get(random.nextInt(patients.size()));
                    booked += visit(
                            tx,
                            provider,
                            patient,
                            date.atTime(at).atZone(time.zone()).toInstant());
                }
            }
        }
        return booked;
    }

    private int visit(Tx tx, ProviderId provider, PatientId patient, Instant start) {
        var request = BookingRequest.of(
                patient, provider, 1 + random.nextInt(COMMON_TYPES), new TimeRange(start, start.plus(VISIT)));
        return start.plus(VISIT).isBefore(clock.instant()) ? pastVisit(tx, request) : comingVisit(tx, request);
    }

    private int comingVisit(Tx tx, BookingRequest request) {
        if (!(appointments.book(tx, ACTOR, request) instanceof Booking.Booked(Appointment booked, var _))) {
            return 0;
        }
        Instant now = clock.instant();
        int fate = random.nextInt(100);
        if (fate < CANCELLED) {
            change(tx, appointments, booked, AppointmentStatus.CANCELLED, DemoPeople.reason(random));
        } else if (booked.day().equals(time.date(now))) {
            isNear(tx, booked, now);
        } else if (fate % 3 == 0) {
            change(tx, appointments, booked, AppointmentStatus.CONFIRMED, null);
        }
        return 1;
    }

    private int pastVisit(Tx tx, BookingRequest request) {
        Instant arrival = request.start()
                .minus(Duration.ofMinutes(random.nextInt(EARLIEST_MINUTES + LATEST_MINUTES) - LATEST_MINUTES));
        boolean walkedIn = random.nextInt(100) < WALKED_IN;
        past.clock()
                .set(
                        walkedIn
                                ? arrival
                                : request.start().minus(Duration.ofHours(1 + random.nextInt(LONGEST_AHEAD_HOURS))));
        if (!(past.appointments().book(tx, ACTOR, request) instanceof Booking.Booked(Appointment booked, var _))) {
            return 0;
        }
        int fate = random.nextInt(100);
        if (walkedIn) {
            took(tx, booked, arrival);
        } else if (fate < CANCELLED) {
            change(tx, past.appointments(), booked, AppointmentStatus.CANCELLED, DemoPeople.reason(random));
        } else if (fate < CANCELLED + (isMonday(booked) ? MISSED_ON_MONDAYS : MISSED)) {
            past.clock().set(booked.during().end());
            change(tx, past.appointments(), booked, AppointmentStatus.NO_SHOW, null);
        } else {
            took(tx, booked, arrival);
        }
        return 1;
    }

    private static boolean isMonday(Appointment visit) {
        return visit.day().getDayOfWeek() == DayOfWeek.MONDAY;
    }

    private void took(Tx tx, Appointment visit, Instant arrival) {
        past.clock().set(arrival);
        change(tx, past.appointments(), visit, AppointmentStatus.CHECKED_IN, null);
        Instant begin = arrival.isAfter(visit.during().start())
                ? arrival
                : visit.during().start();
        past.clock().set(begin.plus(Duration.ofMinutes(random.nextInt(longestWait(visit)))));
        change(tx, past.appointments(), visit, AppointmentStatus.IN_PROGRESS, null);
        past.clock().set(past.clock().instant().plus(VISIT.minusMinutes(random.nextInt(LATEST_MINUTES))));
        change(tx, past.appointments(), visit, AppointmentStatus.COMPLETED, null);
        if (random.nextInt(100) < WITH_RECORD) {
            var author = new Actor(null, Role.PROVIDER, visit.provider().value(), ACTOR.origin());
            past.records().write(tx, author, visit.id(), DemoPeople.findings(random));
        }
    }

    private static int longestWait(Appointment visit) {
        return LONGEST_WAIT_MINUTES + (isMonday(visit) ? LONGER_ON_MONDAYS_MINUTES : 0);
    }

    // Whoever's time has begun is with the provider; some of those who come next already wait.
    private void isNear(Tx tx, Appointment visit, Instant now) {
        boolean begun = !visit.during().start().isAfter(now);
        boolean soon = visit.during().start().isBefore(now.plus(Duration.ofHours(1)));
        if (begun || (soon && random.nextInt(100) < EARLY)) {
            change(tx, appointments, visit, AppointmentStatus.CHECKED_IN, null);
        }
        if (begun) {
            change(tx, appointments, visit, AppointmentStatus.IN_PROGRESS, null);
        }
    }

    private static void change(
            Tx tx, Appointments door, Appointment visit, AppointmentStatus to, @Nullable String reason) {
        door.change(tx, ACTOR, visit.id(), StatusRequest.because(to, reason));
    }
}
