package org.emiadi.app;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.identity.NewUser;
import org.emiadi.identity.UserOutcome;
import org.emiadi.identity.Users;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.people.Registration;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.records.Findings;
import org.emiadi.records.MedicalRecords;
import org.emiadi.registration.PatientRegistration;
import org.jspecify.annotations.Nullable;

/// A lively clinic that never was: 12 providers, 400 patients with covers, three weeks of appointments past and coming,
/// records. Made through the same doors as everything else, so what it shows can happen.
final class DemoData {
    /// The password of all its users. The data are made up, so it protects nothing.
    static final String PASSWORD = "karibu-e-miadi";

    private static final Actor ACTOR = Actor.system("demo");
    private static final int PATIENTS = 400;
    private static final int DAYS_BACK = 14;
    private static final int DAYS_AHEAD = 7;
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(16, 30);
    private static final Duration VISIT = Duration.ofMinutes(30);

    private final Database database;
    private final Providers providers;
    private final PatientRegistration registration;
    private final Appointments appointments;
    private final MedicalRecords records;
    private final Users users;
    private final ClinicTime time;
    private final Clock clock;
    /// The same clinic each time, but for the dates.
    private final Random random = new Random(254);

    DemoData(
            Database database,
            Providers providers,
            PatientRegistration registration,
            Appointments appointments,
            MedicalRecords records,
            Users users,
            ClinicTime time,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.registration = registration;
        this.appointments = appointments;
        this.records = records;
        this.users = users;
        this.time = time;
        this.clock = clock;
    }

    /// Makes the clinic, where there is nobody yet.
    void fill(Consumer<String> progress) {
        if (anybody()) {
            progress.accept("The sample clinic is there; sign in with the password " + PASSWORD);
            return;
        }
        progress.accept("Making a sample clinic: 12 providers, 400 patients, three weeks of appointments");
        var staff = database.write(this::providers);
        var patients = database.write(this::patients);
        LocalDate today = time.date(clock.instant());
        for (int day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
            LocalDate date = today.plusDays(day);
            if (date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                database.write(tx -> day(tx, date, staff, patients));
            }
        }
        makeUsers(staff.getFirst(), patients.getFirst()).forEach(progress);
    }

    private boolean anybody() {
        return database.read(tx -> tx.query("select exists (select 1 from persons) or exists (select 1 from users)")
                .mapTo(Boolean.class)
                .one());
    }

    private List<ProviderId> providers(Tx tx) {
        return DemoPeople.providers(random).stream()
                .map(profile -> providers.register(tx, ACTOR, profile))
                .map(Registration.Registered.class::cast)
                .map(registered -> new ProviderId(registered.person().personId()))
                .toList();
    }

    private List<PatientId> patients(Tx tx) {
        var ids = new ArrayList<PatientId>();
        LocalDate today = time.date(clock.instant());
        for (int i = 0; i < PATIENTS; i++) {
            var outcome = registration.register(
                    tx, ACTOR, DemoPeople.patient(random, i), DemoPeople.covers(random, i, today));
            if (outcome instanceof PatientRegistration.Outcome.Registered(var patient)) {
                ids.add(patient.id());
            }
        }
        return ids;
    }

    private int day(Tx tx, LocalDate date, List<ProviderId> staff, List<PatientId> patients) {
        int booked = 0;
        for (ProviderId provider : staff) {
            for (LocalTime at = OPENS; at.isBefore(CLOSES); at = at.plus(VISIT)) {
                boolean lunch = at.getHour() == 13;
                if (!lunch && random.nextInt(100) < 55) {
                    booked += visit(
                            tx,
                            provider,
                            patients.get(random.nextInt(patients.size())),
                            date.atTime(at).atZone(time.zone()).toInstant());
                }
            }
        }
        return booked;
    }

    private int visit(Tx tx, ProviderId provider, PatientId patient, Instant start) {
        var request =
                BookingRequest.of(patient, provider, 1 + random.nextInt(3), new TimeRange(start, start.plus(VISIT)));
        if (!(appointments.book(tx, ACTOR, request) instanceof Booking.Booked(Appointment booked, var _))) {
            return 0;
        }
        int fate = random.nextInt(100);
        if (fate < 8) {
            settle(tx, booked, AppointmentStatus.CANCELLED, DemoPeople.reason(random));
        } else if (start.isBefore(clock.instant()) && fate < 95) {
            settle(tx, booked, AppointmentStatus.COMPLETED, null);
            write(tx, booked);
        }
        return 1;
    }

    private void settle(Tx tx, Appointment booked, AppointmentStatus status, @Nullable String reason) {
        appointments.change(tx, ACTOR, booked.id(), StatusRequest.because(status, reason));
    }

    private void write(Tx tx, Appointment visit) {
        if (random.nextInt(100) < 70) {
            var author = new Actor(null, Role.PROVIDER, visit.provider().value(), ACTOR.origin());
            Findings findings = DemoPeople.findings(random);
            records.write(tx, author, visit.id(), findings);
        }
    }

    private List<String> makeUsers(ProviderId provider, PatientId patient) {
        var told = new ArrayList<String>();
        told.add("Sign in with the password " + PASSWORD + " as");
        told.add(user("admin", Role.ADMIN, null));
        told.add(user("reception", Role.RECEPTIONIST, null));
        told.add(user("provider", Role.PROVIDER, provider.value()));
        told.add(user("patient", Role.PATIENT, patient.value()));
        return told;
    }

    private String user(String name, Role role, @Nullable Integer person) {
        var outcome = users.register(ACTOR, NewUser.of(name, PASSWORD, role, person));
        if (!(outcome instanceof UserOutcome.Done)) {
            throw new IllegalStateException("the sample user " + name + " cannot be made: " + outcome);
        }
        return "  " + name + " (" + role.text() + ")";
    }
}
