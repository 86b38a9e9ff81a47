package org.emiadi.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Random;
import org.emiadi.absences.Closures;
import org.emiadi.absences.Holidays;
import org.emiadi.absences.TimesOff;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.BookingRules;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.WorkingHours;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Rooms;
import org.emiadi.identity.Users;
import org.emiadi.people.Providers;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.queue.WalkIns;
import org.emiadi.records.MedicalRecords;
import org.emiadi.registration.PatientRegistration;
import org.emiadi.series.AppointmentSeries;
import org.emiadi.waiting.WaitingList;

/// Builds what makes the sample clinic.
final class DemoWiring {
    /// The same clinic each time, but for the dates.
    private static final int SEED = 254;

    @Produces
    @Singleton
    DemoPlaces demoPlaces(Facilities facilities, Rooms rooms, AppointmentTypes types, WorkingHours hours) {
        return new DemoPlaces(facilities, rooms, types, hours);
    }

    @Produces
    @Singleton
    DemoVisits demoVisits(Appointments appointments, AuditLog audit, ClinicTime time, Clock clock) {
        var then = new DemoClock(clock.instant());
        // The trail tells when the clinic was made, which is now; visits tell of their own time.
        var before = new Appointments(new BookingRules(time), audit, then);
        var past = new DemoVisits.Past(then, before, new MedicalRecords(before, audit, time, then));
        return new DemoVisits(appointments, past, time, clock, new Random(SEED));
    }

    @Produces
    @Singleton
    DemoPlans demoPlans(
            Appointments appointments,
            TimesOff timesOff,
            Closures closures,
            Holidays holidays,
            AppointmentSeries series,
            WaitingList waitingList,
            WalkIns walkIns,
            ClinicTime time) {
        return new DemoPlans(appointments, timesOff, closures, holidays, series, waitingList, walkIns, time);
    }

    @Produces
    @Singleton
    DemoData demoData(
            Database database,
            Providers providers,
            PatientRegistration registration,
            Users users,
            ClinicSettings clinic,
            DemoPlaces places,
            DemoVisits visits,
            DemoPlans plans,
            ClinicTime time,
            Clock clock) {
        return new DemoData(
                database, providers, registration, users, clinic, places, visits, plans, time, clock, new Random(SEED));
    }
}
