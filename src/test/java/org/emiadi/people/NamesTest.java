package org.emiadi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

/// Several people at once, for lists that know them by number.
class NamesTest {
    private final Database database = TestDatabase.fresh();
    private final Clock clock = TestClock.mondayMorning();
    private final Patients patients = new Patients(new AuditLog(clock));
    private final Providers providers = new Providers(new AuditLog(clock));

    @Test
    void several_patients_are_found_by_staff_in_one_go_and_once_in_the_trail() {
        var wanjiku = TestPeople.patient(database);
        var achieng = TestPeople.patient(database, "Achieng", "Otieno");
        var provider = TestPeople.provider(database);
        var asked = List.of(wanjiku, achieng, wanjiku, new PatientId(999_999));

        Map<PatientId, Patient> seen = database.write(tx -> patients.several(tx, TestPeople.as(provider), asked));

        assertThat(seen).containsOnlyKeys(wanjiku, achieng);
        assertThat(seen.values())
                .extracting(patient -> patient.details().name())
                .contains("Achieng Otieno");
        assertThat(database.<List<String>>read(
                        tx -> tx.query("select detail from audit_entries where action = 'patient.listed'")
                                .mapTo(String.class)
                                .list()))
                .containsExactly("2 rows");
    }

    @Test
    void a_patient_finds_but_themself_among_several() {
        var wanjiku = TestPeople.patient(database);
        var achieng = TestPeople.patient(database, "Achieng", "Otieno");

        var seen = database.write(tx -> patients.several(tx, TestPeople.as(wanjiku), List.of(wanjiku, achieng)));

        assertThat(seen).containsOnlyKeys(wanjiku);
    }

    @Test
    void providers_are_called_by_their_names() {
        var otieno = TestPeople.provider(database);

        Map<ProviderId, String> names =
                database.read(tx -> providers.names(tx, List.of(otieno, new ProviderId(999_999))));
        assertThat(names).isEqualTo(Map.of(otieno, "Otieno Odhiambo"));
    }
}
