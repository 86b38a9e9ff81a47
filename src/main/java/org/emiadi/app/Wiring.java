package org.emiadi.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.emiadi.absences.Closures;
import org.emiadi.absences.Holidays;
import org.emiadi.absences.NeedsMoving;
import org.emiadi.absences.TimesOff;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.Holds;
import org.emiadi.audit.AuditChain;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.WorkingHours;
import org.emiadi.board.Boards;
import org.emiadi.calendar.CalendarEntries;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Rooms;
import org.emiadi.insurance.Covers;
import org.emiadi.people.Patients;
import org.emiadi.people.Providers;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.http.Admission;
import org.emiadi.platform.http.RateLimits;
import org.emiadi.queue.Attendances;
import org.emiadi.queue.Queue;
import org.emiadi.queue.Screens;
import org.emiadi.queue.WalkIns;
import org.emiadi.records.MedicalRecords;
import org.emiadi.records.RecordDrafts;
import org.emiadi.registration.PatientRegistration;
import org.emiadi.reports.Reports;
import org.emiadi.series.AppointmentSeries;
import org.emiadi.setup.Setup;
import org.emiadi.slots.FreeSlots;
import org.emiadi.waiting.Offers;
import org.emiadi.waiting.WaitingList;

/// Builds the doors of all rooms and hands them what they need, so that no room knows the framework.
final class Wiring {
    /// Of the connections, those that are not for requests: one listens all the time
    /// ([org.emiadi.identity.RevocationFeed]), one is left for whoever asks whether the server is ready.
    private static final int APART = 2;

    @Produces
    @Singleton
    Clock clock() {
        // As fine as PostgreSQL keeps times, so that what is answered is what is read later.
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Produces
    @Singleton
    Settings settings() {
        return Settings.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    RateLimits rateLimits(Settings settings) {
        return new RateLimits(settings.rateLimited());
    }

    @Produces
    @Singleton
    Admission admission(Settings settings) {
        return new Admission(settings.mostRequests());
    }

    @Produces
    @Singleton
    ClinicTime clinicTime(Settings settings) {
        return new ClinicTime(settings.zone());
    }

    @Produces
    @Singleton
    Database database(
            DataSource source,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
            @ConfigProperty(name = "quarkus.datasource.jdbc.acquisition-timeout") Duration patience) {
        return new Database(source, Math.max(1, connections - APART), patience);
    }

    @Produces
    @Singleton
    AuditLog auditLog(Clock clock) {
        return new AuditLog(clock);
    }

    @Produces
    @Singleton
    ClinicSettings clinicSettings(Database database, AuditLog audit, Clock clock) {
        return new ClinicSettings(database, audit, clock);
    }

    @Produces
    @Singleton
    Patients patients(AuditLog audit) {
        return new Patients(audit);
    }

    @Produces
    @Singleton
    Providers providers(AuditLog audit) {
        return new Providers(audit);
    }

    @Produces
    @Singleton
    Covers covers(AuditLog audit) {
        return new Covers(audit);
    }

    @Produces
    @Singleton
    PatientRegistration patientRegistration(Patients patients, Covers covers, AuditLog audit) {
        return new PatientRegistration(patients, covers, audit);
    }

    @Produces
    @Singleton
    Facilities facilities(AuditLog audit) {
        return new Facilities(audit);
    }

    @Produces
    @Singleton
    Rooms rooms(AuditLog audit) {
        return new Rooms(audit);
    }

    @Produces
    @Singleton
    WorkingHours workingHours(AuditLog audit) {
        return new WorkingHours(audit);
    }

    @Produces
    @Singleton
    Setup setup() {
        return new Setup();
    }

    @Produces
    @Singleton
    BookingRules bookingRules(ClinicTime time) {
        return new BookingRules(time);
    }

    @Produces
    @Singleton
    Appointments appointments(BookingRules rules, AuditLog audit, Clock clock) {
        return new Appointments(rules, audit, clock);
    }

    @Produces
    @Singleton
    Holds holds(Database database, BookingRules rules, AuditLog audit, Clock clock) {
        return new Holds(database, rules, audit, clock);
    }

    @Produces
    @Singleton
    Offers offers(
            Database database,
            Appointments appointments,
            Holds holds,
            AppointmentTypes types,
            AuditLog audit,
            ClinicTime time,
            Clock clock) {
        return new Offers(database, appointments, holds, types, audit, time, clock);
    }

    @Produces
    @Singleton
    WaitingList waitingList(
            Appointments appointments,
            AppointmentTypes types,
            Offers offers,
            AuditLog audit,
            ClinicTime time,
            Clock clock) {
        return new WaitingList(appointments, types, offers, audit, time, clock);
    }

    @Produces
    @Singleton
    AppointmentTypes appointmentTypes(AuditLog audit) {
        return new AppointmentTypes(audit);
    }

    @Produces
    @Singleton
    FreeSlots freeSlots(AppointmentTypes types, ClinicTime time, Clock clock) {
        return new FreeSlots(types, time, clock);
    }

    @Produces
    @Singleton
    CalendarEntries calendarEntries(Appointments appointments, Providers providers, Facilities facilities) {
        return new CalendarEntries(appointments, providers, facilities);
    }

    @Produces
    @Singleton
    TimesOff timesOff(AuditLog audit, Clock clock) {
        return new TimesOff(audit, clock);
    }

    @Produces
    @Singleton
    Closures closures(Facilities facilities, AuditLog audit, Clock clock) {
        return new Closures(facilities, audit, clock);
    }

    @Produces
    @Singleton
    Holidays holidays(AuditLog audit, Clock clock) {
        return new Holidays(audit, clock);
    }

    @Produces
    @Singleton
    NeedsMoving needsMoving(Appointments appointments, AuditLog audit, Clock clock) {
        return new NeedsMoving(appointments, audit, clock);
    }

    @Produces
    @Singleton
    Boards boards(Facilities facilities, AuditLog audit, Clock clock) {
        return new Boards(facilities, audit, clock);
    }

    @Produces
    @Singleton
    Queue queue(Facilities facilities, Appointments appointments, AuditLog audit, Clock clock) {
        return new Queue(facilities, appointments, audit, clock);
    }

    @Produces
    @Singleton
    Screens screens(AuditLog audit, Clock clock) {
        return new Screens(audit, clock);
    }

    @Produces
    @Singleton
    WalkIns walkIns(Appointments appointments, AuditLog audit, Clock clock) {
        return new WalkIns(appointments, audit, clock);
    }

    @Produces
    @Singleton
    Attendances attendances(AuditLog audit) {
        return new Attendances(audit);
    }

    @Produces
    @Singleton
    Reports reports(AuditLog audit, Clock clock) {
        return new Reports(audit, clock);
    }

    @Produces
    @Singleton
    AppointmentSeries appointmentSeries(Appointments appointments, FreeSlots slots, AuditLog audit, Clock clock) {
        return new AppointmentSeries(appointments, slots, audit, clock);
    }

    @Produces
    @Singleton
    MedicalRecords medicalRecords(Appointments appointments, AuditLog audit, ClinicTime time, Clock clock) {
        return new MedicalRecords(appointments, audit, time, clock);
    }

    @Produces
    @Singleton
    RecordDrafts recordDrafts(
            MedicalRecords records, Appointments appointments, AuditLog audit, ClinicTime time, Clock clock) {
        return new RecordDrafts(records, appointments, audit, time, clock);
    }

    @Produces
    @Singleton
    AuditChain auditChain(Database database) {
        return new AuditChain(database);
    }
}
