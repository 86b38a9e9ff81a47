package org.emiadi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.LikelyDuplicate.Sign;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Wanjiku Kamau is registered; somebody is about to be.
class LikelyDuplicatesTest {
    private static final LocalDate BORN = LocalDate.of(1990, 5, 31);

    private final Database database = TestDatabase.fresh();
    private final Patients patients = new Patients(new AuditLog(TestClock.mondayMorning()));

    private final Patient wanjiku =
            TestPeople.patient(database, details("Wanjiku", "Kamau", BORN, "0712345678", "28345671"));

    @Test
    void the_same_phone_and_the_same_national_id_are_signs_whatever_the_name() {
        assertThat(duplicates(details("Otieno", "Ouma", null, "+254 712 345 678", null)))
                .containsExactly(alike(wanjiku, Sign.PHONE));
        assertThat(duplicates(details("Otieno", "Ouma", null, null, "28 345 671")))
                .containsExactly(alike(wanjiku, Sign.NATIONAL_ID));
    }

    @Test
    void the_same_day_of_birth_is_a_sign_with_one_of_the_names() {
        assertThat(duplicates(details("Wanjiku", "Mwangi", BORN, null, null)))
                .containsExactly(alike(wanjiku, Sign.DATE_OF_BIRTH));
        assertThat(duplicates(details("Otieno", "Ouma", BORN, null, null))).isEmpty();
    }

    @Test
    void a_name_is_a_sign_misspelt_and_the_other_way_round() {
        for (var name : List.of("Wanjiku Kamau", "Kamau Wanjiku", "WANJIKU KAMAO", "Wanjku Kamau", "Wanjiko Kamau")) {
            String[] two = name.split(" ", -1);
            assertThat(duplicates(details(two[0], two[1], null, null, null)))
                    .as(name)
                    .containsExactly(alike(wanjiku, Sign.NAME));
        }
        assertThat(duplicates(details("Wanjiru", "Karanja", null, null, null))).isEmpty();
    }

    @Test
    void another_day_of_birth_tells_similar_names_apart_but_not_the_very_same() {
        var other = BORN.plusYears(3);

        assertThat(duplicates(details("Wanjiko", "Kamau", other, null, null))).isEmpty();
        assertThat(duplicates(details("Wanjiku", "Kamau", other, null, null)))
                .containsExactly(alike(wanjiku, Sign.NAME));
    }

    @Test
    void who_is_most_alike_comes_first_and_no_more_than_can_be_read() {
        IntStream.range(0, 12)
                .forEach(i -> TestPeople.patient(database, details("Wanjiku", "Kamau", null, null, null)));
        var phone = TestPeople.patient(database, details("Otieno", "Ouma", null, "0733 000 111", null));

        var found = duplicates(details("Wanjiku", "Kamau", BORN, "0733000111", null));

        assertThat(found).hasSize(LikelyDuplicate.MOST);
        assertThat(found).startsWith(alike(phone, Sign.PHONE), alike(wanjiku, Sign.DATE_OF_BIRTH, Sign.NAME));
    }

    @Test
    void a_provider_is_not_a_patient() {
        TestPeople.provider(database, "Achieng", "Otieno");

        assertThat(duplicates(details("Achieng", "Otieno", null, null, null))).isEmpty();
    }

    @Test
    void only_the_desk_is_told_and_both_leave_a_trace() {
        var provider = TestPeople.as(TestPeople.provider(database));
        var same = details("Wanjiku", "Kamau", BORN, null, null);

        assertThat(duplicates(provider, same)).isEmpty();
        assertThat(duplicates(TestPeople.as(wanjiku.id()), same)).isEmpty();
        assertThat(duplicates(same)).hasSize(1);
        assertThat(trail()).containsExactly("refused 0 rows", "refused 0 rows", "success 1 rows");
    }

    private List<LikelyDuplicate> duplicates(PersonDetails details) {
        return duplicates(TestPeople.DESK, details);
    }

    private List<LikelyDuplicate> duplicates(Actor actor, PersonDetails details) {
        return database.write(tx -> patients.likelyDuplicates(tx, actor, details));
    }

    private static LikelyDuplicate alike(Patient patient, Sign... signs) {
        return new LikelyDuplicate(patient, Set.of(signs));
    }

    private static PersonDetails details(
            String first, String last, @Nullable LocalDate born, @Nullable String phone, @Nullable String nationalId) {
        return new PersonDetails(
                first,
                last,
                born,
                phone == null ? null : PhoneNumber.parse(phone).orElseThrow(),
                null,
                null,
                nationalId == null ? null : NationalId.parse(nationalId).orElseThrow());
    }

    private List<String> trail() {
        return database.read(tx -> tx.query("""
                        select outcome || ' ' || detail from audit_entries
                         where action = 'patient.duplicates-listed' order by id
                        """).mapTo(String.class).list());
    }
}
