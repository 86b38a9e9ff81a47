package org.emiadi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.emiadi.audit.AuditLog;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.insurance.Covers;
import org.emiadi.people.Patients;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.registration.PatientRegistration.Outcome;
import org.junit.jupiter.api.Test;

class PatientRegistrationTest {
    private final Database database = TestDatabase.fresh();
    private final AuditLog audit = new AuditLog(TestClock.mondayMorning());
    private final PatientRegistration registration =
            new PatientRegistration(new Patients(audit), new Covers(audit), audit);

    @Test
    void a_patient_is_registered_with_all_covers() {
        var outcome = register("SHA-1", "JUB-2");

        assertThat(outcome).isInstanceOf(Outcome.Registered.class);
        assertThat(count("select count(*) from insurance")).isEqualTo(2);
    }

    @Test
    void where_one_cover_is_refused_nothing_is_registered_but_the_refusal_leaves_its_trace() {
        register("SHA-1");

        assertThat(register("JUB-2", "SHA-1")).isEqualTo(new Outcome.PolicyInUse(1));

        assertThat(count("select count(*) from patients")).isEqualTo(1);
        assertThat(count("select count(*) from insurance")).isEqualTo(1);
        assertThat(count("select count(*) from audit_entries where outcome = 'refused'"))
                .isEqualTo(1);
    }

    @Test
    void the_same_card_twice_is_refused() {
        assertThat(register("SHA-1", "SHA-1")).isEqualTo(new Outcome.PolicyInUse(1));
        assertThat(count("select count(*) from persons")).isZero();
    }

    private Outcome register(String... policies) {
        var cards = List.of(policies).stream()
                .map(policy -> new CoverDetails("SHA", policy, LocalDate.of(2027, 12, 31)))
                .toList();
        return database.write(
                tx -> registration.register(tx, TestPeople.DESK, TestPeople.named("Wanjiku", "Kamau"), cards));
    }

    private int count(String sql) {
        return database.read(tx -> tx.query(sql).mapTo(Integer.class).one());
    }
}
