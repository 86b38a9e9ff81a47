package org.emiadi.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.Patients;
import org.emiadi.people.PersonSearch;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class ManyPatientsTest {
    private static final int PATIENTS = 1_000;
    private static final int ASKED = 60;

    private final Database database = TestDatabase.fresh();
    private final ManyPatients many = new ManyPatients(database);
    private final Patients patients = new Patients(new AuditLog(Clock.systemUTC()));

    @Test
    void it_registers_patients_and_looks_for_them_by_misspelt_names_always_the_same() {
        many.fillUpTo(PATIENTS / 2);
        many.fillUpTo(PATIENTS);

        int registered = database.read(tx ->
                tx.query("select count(*) from patients").mapTo(Integer.class).one());
        assertThat(registered).isEqualTo(PATIENTS);
        var typed = many.misspelt(ASKED, 1);
        assertThat(typed).hasSize(ASKED).isEqualTo(many.misspelt(ASKED, 1)).isNotEqualTo(many.misspelt(ASKED, 2));
        // Some names are so misspelt that they are other names.
        assertThat(typed.stream().filter(this::isFound)).hasSizeGreaterThan(ASKED / 2);
    }

    private boolean isFound(String typed) {
        return !database.write(tx -> patients.search(tx, TestPeople.DESK, PersonSearch.of(typed), Slice.first(1)))
                .rows()
                .isEmpty();
    }
}
