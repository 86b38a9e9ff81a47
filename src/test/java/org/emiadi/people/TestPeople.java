package org.emiadi.people;

import java.time.Clock;
import java.util.UUID;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Origin;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// Made-up people for tests, and the actors that they are as users.
public final class TestPeople {
    public static final Actor DESK = new Actor(null, Role.RECEPTIONIST, null, Origin.local("test"));

    private static final AuditLog AUDIT = new AuditLog(Clock.systemUTC());

    private TestPeople() {}

    public static PatientId patient(Database database) {
        return patient(database, "Wanjiku", "Kamau");
    }

    public static PatientId patient(Database database, String firstName, String lastName) {
        return patient(database, named(firstName, lastName)).id();
    }

    public static Patient patient(Database database, PersonDetails details) {
        var outcome = database.write(tx -> new Patients(AUDIT).register(tx, DESK, details));
        return ((Registration.Registered<Patient>) outcome).person();
    }

    public static ProviderId provider(Database database) {
        return provider(database, "Otieno", "Odhiambo");
    }

    public static ProviderId provider(Database database, String firstName, String lastName) {
        var profile = new Providers.Profile(
                named(firstName, lastName), new Provider.Practice("Clinical officer", "Paediatrics"));
        var outcome = database.write(tx -> new Providers(AUDIT).register(tx, DESK, profile));
        return ((Registration.Registered<Provider>) outcome).person().id();
    }

    public static PersonDetails named(String firstName, String lastName) {
        return new PersonDetails(firstName, lastName, null, null, null, null, null);
    }

    public static Actor as(PatientId patient) {
        return user(Role.PATIENT, patient.value());
    }

    public static Actor as(ProviderId provider) {
        return user(Role.PROVIDER, provider.value());
    }

    public static Actor admin() {
        return user(Role.ADMIN, null);
    }

    private static Actor user(Role role, @Nullable Integer person) {
        return new Actor(null, role, person, Origin.local("test-" + UUID.randomUUID()));
    }
}
