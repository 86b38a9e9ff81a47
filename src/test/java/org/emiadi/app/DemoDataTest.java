package org.emiadi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import org.emiadi.absences.Closures;
import org.emiadi.absences.Holidays;
import org.emiadi.absences.TimesOff;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.Holds;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.WorkingHours;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Rooms;
import org.emiadi.identity.AccessTokens;
import org.emiadi.identity.PasswordHashing;
import org.emiadi.identity.PublishedKeys;
import org.emiadi.identity.Revocations;
import org.emiadi.identity.Sessions;
import org.emiadi.identity.SigningKeys;
import org.emiadi.identity.Users;
import org.emiadi.insurance.Covers;
import org.emiadi.people.Patients;
import org.emiadi.people.Providers;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.queue.WalkIns;
import org.emiadi.registration.PatientRegistration;
import org.emiadi.series.AppointmentSeries;
import org.emiadi.slots.FreeSlots;
import org.emiadi.waiting.Offers;
import org.emiadi.waiting.WaitingList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample clinic on a Monday at ten in the morning.
class DemoDataTest {
    private final Database database = TestDatabase.fresh();

    @Test
    void the_sample_clinic_shows_all_that_a_clinic_does_and_is_made_once(@TempDir Path folder) {
        var told = new ArrayList<String>();
        var demo = demo(folder);

        demo.fill(told::add);

        assertThat(told).anyMatch(line -> line.contains(DemoData.PASSWORD));
        assertThat(count("facilities")).isEqualTo(2);
        assertThat(count("rooms")).isEqualTo(5);
        assertThat(count("holidays")).isPositive();
        for (String status :
                new String[] {"scheduled", "confirmed", "checked_in", "in_progress", "completed", "cancelled", "no_show"
                }) {
            assertThat(count("appointments where status = '" + status + "'"))
                    .as(status)
                    .isPositive();
        }
        assertThat(count("appointments where lane = 3"))
                .as("children vaccinated beside two others")
                .isEqualTo(2);
        assertThat(count("appointments where series_id is not null")).isEqualTo(4);
        assertThat(count("appointments a join time_off t on t.provider_id = a.provider_id and t.during && a.during"))
                .as("visits that need moving")
                .isPositive();
        assertThat(count("waiting_entries where status in ('waiting', 'offered')"))
                .isPositive();
        assertThat(count("medical_records")).isPositive();
        assertThat(count("clinic_settings where name = 'Karibu Clinic'")).isEqualTo(1);
        assertThat(count("appointments where started_at > arrived_at and arrived_at > created_at"))
                .as("visits that were booked, waited for and begun in their time")
                .isPositive();
        int visits = count("appointments");

        demo.fill(told::add);

        assertThat(count("appointments")).isEqualTo(visits);
    }

    private int count(String from) {
        return database.read(tx ->
                tx.query("select count(*) from " + from).mapTo(Integer.class).one());
    }

    private DemoData demo(Path folder) {
        var clock = TestClock.mondayMorning();
        var time = new ClinicTime(ZoneId.of("Africa/Nairobi"));
        var audit = new AuditLog(clock);
        var rules = new BookingRules(time);
        var appointments = new Appointments(rules, audit, clock);
        var types = new AppointmentTypes(audit);
        var facilities = new Facilities(audit);
        var holds = new Holds(database, rules, audit, clock);
        var waiting = new WaitingList(
                appointments,
                types,
                new Offers(database, appointments, holds, types, audit, time, clock),
                audit,
                time,
                clock);
        var wiring = new DemoWiring();
        return wiring.demoData(
                database,
                new Providers(audit),
                new PatientRegistration(new Patients(audit), new Covers(audit), audit),
                users(folder, audit, clock),
                new ClinicSettings(database, audit, clock),
                wiring.demoPlaces(facilities, new Rooms(audit), types, new WorkingHours(audit)),
                wiring.demoVisits(appointments, audit, time, clock),
                wiring.demoPlans(
                        appointments,
                        new TimesOff(audit, clock),
                        new Closures(facilities, audit, clock),
                        new Holidays(audit, clock),
                        new AppointmentSeries(appointments, new FreeSlots(types, time, clock), audit, clock),
                        waiting,
                        new WalkIns(appointments, audit, clock),
                        time),
                time,
                clock);
    }

    private Users users(Path folder, AuditLog audit, TestClock clock) {
        var tokens = new AccessTokens(
                SigningKeys.in(folder.resolve("signing.key")),
                new PublishedKeys(database, clock),
                "http://test",
                clock);
        var sessions = new Sessions(tokens, new Revocations(clock), clock);
        return new Users(database, new PasswordHashing(), sessions, audit, clock);
    }
}
