package org.emiadi.app;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.emiadi.absences.Closure;
import org.emiadi.absences.Closures;
import org.emiadi.absences.Holidays;
import org.emiadi.absences.Span;
import org.emiadi.absences.TimeOff;
import org.emiadi.absences.TimesOff;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Tx;
import org.emiadi.queue.WalkIn;
import org.emiadi.queue.WalkIns;
import org.emiadi.series.AppointmentSeries;
import org.emiadi.series.Rhythm;
import org.emiadi.series.SeriesRequest;
import org.emiadi.waiting.WaitingList;
import org.emiadi.waiting.Wishes;

/// What the sample clinic has before it: leave over visits that are booked, a closure, a series of visits, patients who
/// wait for an earlier time, somebody who comes without an appointment.
final class DemoPlans {
    private static final Actor ACTOR = Actor.system("demo");
    private static final int CONSULTATION = 1;
    /// In the list of providers as [DemoPeople] makes them.
    private static final int ON_LEAVE = 3;

    private static final int OBSTETRICIAN = 2;
    private static final int ANTENATAL_VISITS = 4;
    private static final int WAITING = 5;

    private static final int FIRST_CHILD = 20;
    private static final int CHILDREN = 6;
    private static final int AT_A_TIME = 3;

    private final Appointments appointments;
    private final TimesOff timesOff;
    private final Closures closures;
    private final Holidays holidays;
    private final AppointmentSeries series;
    private final WaitingList waitingList;
    private final WalkIns walkIns;
    private final ClinicTime time;

    DemoPlans(
            Appointments appointments,
            TimesOff timesOff,
            Closures closures,
            Holidays holidays,
            AppointmentSeries series,
            WaitingList waitingList,
            WalkIns walkIns,
            ClinicTime time) {
        this.appointments = appointments;
        this.timesOff = timesOff;
        this.closures = closures;
        this.holidays = holidays;
        this.series = series;
        this.waitingList = waitingList;
        this.walkIns = walkIns;
        this.time = time;
    }

    /// Tells when all is planned from `today` on.
    LocalDate make(Tx tx, LocalDate today, DemoPlaces.Made places, List<ProviderId> staff, List<PatientId> patients) {
        holidays.fillInWhereMissing(tx);
        leave(tx, staff.get(ON_LEAVE), today);
        closures.add(
                tx,
                ACTOR,
                new Closure.Request(places.dispensary(), days(today.plusWeeks(3), 2), "The roof is repaired"),
                false);
        antenatal(tx, today, staff.get(OBSTETRICIAN), patients.get(1));
        vaccinations(tx, today, staff.get(DemoPlaces.IMMUNISATION_NURSE), places.vaccination(), patients);
        for (int i = 0; i < WAITING; i++) {
            var wishes = new Wishes(
                    patients.get(i + 2),
                    CONSULTATION,
                    new Wishes.With(staff.get(OBSTETRICIAN), null, null, null),
                    new Wishes.When(today, today.plusDays(3), Set.of(), LocalTime.of(9, 0), LocalTime.of(11, 0)),
                    null);
            waitingList.join(tx, ACTOR, wishes);
        }
        walkIns.enter(
                tx,
                ACTOR,
                new WalkIn(
                        patients.getLast(), new WalkIn.Whoever(null, null), places.clinic(), CONSULTATION, null, null));
        return today;
    }

    private void leave(Tx tx, ProviderId provider, LocalDate today) {
        var note = "Away from Thursday to Friday; the visits booked need moving";
        var thursday = today.with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
        timesOff.add(tx, ACTOR, new TimeOff.Request(provider, TimeOff.Kind.LEAVE, days(thursday, 2), note), false);
    }

    private static Span days(LocalDate first, int count) {
        return new Span.Days(first, first.plusDays(count - 1L));
    }

    // On the next Monday from nine: three children at a time.
    private void vaccinations(Tx tx, LocalDate today, ProviderId nurse, int type, List<PatientId> patients) {
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        for (int i = 0; i < CHILDREN; i++) {
            var start =
                    monday.atTime(9, 15 * (i / AT_A_TIME)).atZone(time.zone()).toInstant();
            appointments.book(
                    tx,
                    ACTOR,
                    new BookingRequest(
                            patients.get(FIRST_CHILD + i), nurse, type, start, null, BookingRequest.Terms.NONE));
        }
    }

    // Every four weeks, on Wednesdays after lunch.
    private void antenatal(Tx tx, LocalDate today, ProviderId provider, PatientId patient) {
        var first = today.plusWeeks(2).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        var start = first.atTime(14, 0).atZone(time.zone()).toInstant();
        var request = new BookingRequest(patient, provider, CONSULTATION, start, null, BookingRequest.Terms.NONE);
        series.book(tx, ACTOR, new SeriesRequest(request, new Rhythm.EveryWeeks(ANTENATAL_VISITS, 4)));
    }
}
