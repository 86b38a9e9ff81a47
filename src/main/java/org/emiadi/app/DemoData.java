package org.emiadi.app;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import org.emiadi.clinic.ClinicSettings;
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
import org.emiadi.platform.Tx;
import org.emiadi.registration.PatientRegistration;
import org.jspecify.annotations.Nullable;

/// A lively clinic that never was: two facilities, 12 providers and their hours, 400 patients with covers, three weeks
/// of
/// visits past, present and to come, leave that displaces some, a series, a waiting list. Made through the same doors
/// as
/// everything else, so what it shows can happen.
final class DemoData {
    /// The password of all its users. The data are made up, so it protects nothing.
    static final String PASSWORD = "karibu-e-miadi";

    private static final Actor ACTOR = Actor.system("demo");
    private static final int PATIENTS = 400;
    private static final int DAYS_BACK = 14;
    private static final int DAYS_AHEAD = 7;
    private static final TemporalAdjuster MONDAY = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);

    private final Database database;
    private final Providers providers;
    private final PatientRegistration registration;
    private final Users users;
    private final ClinicSettings clinic;
    private final DemoPlaces places;
    private final DemoVisits visits;
    private final DemoPlans plans;
    private final ClinicTime time;
    private final Clock clock;
    private final Random random;

    DemoData(
            Database database,
            Providers providers,
            PatientRegistration registration,
            Users users,
            ClinicSettings clinic,
            DemoPlaces places,
            DemoVisits visits,
            DemoPlans plans,
            ClinicTime time,
            Clock clock,
            Random random) {
        this.database = database;
        this.providers = providers;
        this.registration = registration;
        this.users = users;
        this.clinic = clinic;
        this.places = places;
        this.visits = visits;
        this.plans = plans;
        this.time = time;
        this.clock = clock;
        this.random = random;
    }

    /// Makes the clinic, where there is nobody yet.
    void fill(Consumer<String> progress) {
        if (anybody()) {
            progress.accept("The sample clinic is there; sign in with the password " + PASSWORD);
            return;
        }
        progress.accept("Making a sample clinic: two facilities, 12 providers, 400 patients, three weeks of visits");
        LocalDate today = time.date(clock.instant());
        var staff = database.write(this::providers);
        var made = database.write(tx ->
                places.make(tx, staff, time.zone(), today.minusDays(DAYS_BACK).with(MONDAY)));
        clinic.change(ACTOR, OptionalInt.empty(), DemoPlaces::clinic);
        var patients = database.write(this::patients);
        for (int day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
            LocalDate date = today.plusDays(day);
            if (date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                database.write(tx -> visits.day(tx, date, staff, patients));
            }
        }
        database.write(tx -> plans.make(tx, today, made, staff, patients));
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
