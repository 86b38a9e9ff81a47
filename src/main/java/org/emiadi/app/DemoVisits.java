package org.emiadi.app;

import java.time.Clock;
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
/// to
/// come. Booked within the hours of [DemoPlaces] by the usual rules; what these refuse is simply not there.
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

    private final Appointments appointments;
    private final MedicalRecords records;
    private final ClinicTime time;
    private final Clock clock;
    private final Random random;

    DemoVisits(Appointments appointments, MedicalRecords records, ClinicTime time, Clock clock, Random random) {
        this.appointments = appointments;
        this.records = records;
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
        if (!(appointments.book(tx, ACTOR, request) instanceof Booking.Booked(Appointment booked, var _))) {
            return 0;
        }
        goOn(tx, booked);
        return 1;
    }

    private void goOn(Tx tx, Appointment visit) {
        Instant now = clock.instant();
        int fate = random.nextInt(100);
        if (fate < CANCELLED) {
            change(tx, visit, AppointmentStatus.CANCELLED, DemoPeople.reason(random));
        } else if (visit.during().end().isBefore(now)) {
            took(tx, visit, fate);
        } else if (visit.day().equals(time.date(now))) {
            isNear(tx, visit, now);
        } else if (fate % 3 == 0) {
            change(tx, visit, AppointmentStatus.CONFIRMED, null);
        }
    }

    private void took(Tx tx, Appointment visit, int fate) {
        if (fate < MISSED) {
            change(tx, visit, AppointmentStatus.NO_SHOW, null);
            return;
        }
        change(tx, visit, AppointmentStatus.COMPLETED, null);
        if (random.nextInt(100) < WITH_RECORD) {
            var author = new Actor(null, Role.PROVIDER, visit.provider().value(), ACTOR.origin());
            records.write(tx, author, visit.id(), DemoPeople.findings(random));
        }
    }

    // Whoever's time has begun is with the provider; some of those who come next already wait.
    private void isNear(Tx tx, Appointment visit, Instant now) {
        boolean begun = !visit.during().start().isAfter(now);
        boolean soon = visit.during().start().isBefore(now.plus(Duration.ofHours(1)));
        if (begun || (soon && random.nextInt(100) < EARLY)) {
            change(tx, visit, AppointmentStatus.CHECKED_IN, null);
        }
        if (begun) {
            change(tx, visit, AppointmentStatus.IN_PROGRESS, null);
        }
    }

    private void change(Tx tx, Appointment visit, AppointmentStatus to, @Nullable String reason) {
        appointments.change(tx, ACTOR, visit.id(), StatusRequest.because(to, reason));
    }
}
