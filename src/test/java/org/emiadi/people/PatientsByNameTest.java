package org.emiadi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.Tx;
import org.junit.jupiter.api.Test;

/// The words of all names, which searches go through: that they are those of the patients, and that a frequent name
/// hides nobody.
class PatientsByNameTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final int MANY = 1_200;
    /// As many as are looked at.
    private static final int FEW = 1_000;

    private final Database database = TestDatabase.fresh();
    private final Patients patients = new Patients(new AuditLog(TestClock.mondayMorning()));

    @Test
    void who_is_renamed_is_found_by_the_new_name_only() {
        var patient = TestPeople.patient(database, TestPeople.named("Wanjiku", "Kamau"));

        database.write(tx -> patients.change(
                tx, DESK, patient.id(), OptionalInt.empty(), before -> TestPeople.named("Wanjiku", "Odhiambo")));

        assertThat(search("wanjiku odhiambo")).containsExactly("Wanjiku Odhiambo");
        assertThat(search("kamau")).isEmpty();
    }

    @Test
    void a_name_with_a_hyphen_is_found_by_its_halves_and_as_one() {
        TestPeople.patient(database, TestPeople.named("Anne-Marie", "Mwende"));

        for (String typed : List.of("anne-marie", "annemarie", "marie anne", "mwende marie", "anne")) {
            assertThat(search(typed)).as(typed).containsExactly("Anne-Marie Mwende");
        }
    }

    @Test
    void a_provider_is_not_a_patient() {
        TestPeople.provider(database, "Achieng", "Otieno");

        assertThat(search("achieng")).isEmpty();
    }

    @Test
    void who_has_two_frequent_names_is_found_among_all_who_have_one_of_them() {
        many("Mary", "Kamau");
        many("Wanjiru", "Otieno");
        TestPeople.patient(database, TestPeople.named("Mary", "Otieno"));

        for (String typed : List.of("mary otieno", "mary otino", "otieno mari", "mary oti")) {
            assertThat(search(typed)).as(typed).first().isEqualTo("Mary Otieno");
        }
    }

    @Test
    void who_has_the_less_likely_of_two_frequent_names_is_found_with_a_third_one() {
        many("Maria", "Otieno");
        many("Mary", "Otieno");
        many("Brian", "Kamau");
        TestPeople.patient(database, TestPeople.named("Mary", "Kamau"));

        assertThat(search("mari kamau")).first().isEqualTo("Mary Kamau");
    }

    @Test
    void whoever_has_two_of_many_frequent_names_is_found_by_the_beginnings_of_both() {
        for (String given : List.of("Maria", "Marion", "Martha", "Mary")) {
            many(given, "Otieno");
        }
        for (String family : List.of("Kamande", "Kamau", "Kamene", "Kamotho")) {
            many("Wanjiru", family);
        }
        TestPeople.patient(database, TestPeople.named("Mary", "Kamotho"));

        assertThat(search("mar kam")).containsExactly("Mary Kamotho");
    }

    @Test
    void two_words_of_a_name_stand_together_and_follow_it_when_it_changes() {
        var patient = TestPeople.patient(database, TestPeople.named("Wanjiku", "Kamau"));
        assertThat(wordsOf(patient)).containsExactly("kamau", "kamau wanjiku", "wanjiku");

        database.write(tx -> patients.change(
                tx, DESK, patient.id(), OptionalInt.empty(), before -> TestPeople.named("Wanjiku Ann", "Odhiambo")));

        assertThat(wordsOf(patient))
                .containsExactly("ann", "ann odhiambo", "ann wanjiku", "odhiambo", "odhiambo wanjiku", "wanjiku");
    }

    @Test
    void a_name_of_very_many_words_is_found_by_each_and_stands_in_the_index_a_bounded_number_of_times() {
        var patient = TestPeople.patient(
                database, TestPeople.named("a b c d e f g h i j k l m n o", "p q r s t u v w x y z"));

        assertThat(wordsOf(patient)).hasSize(26 + 190);
        assertThat(search("z")).containsExactly(patient.details().name());
    }

    @Test
    void all_are_found_whom_one_can_look_at_even_where_more_are_noted() {
        database.write(tx -> register(tx, "Mary Wanjiru", "Kamau", FEW));
        database.write(
                tx -> tx.update("update name_words set holders = 3 * holders").execute());

        assertThat(pages("mary wanjiru kamau")).hasSize(FEW);
    }

    @Test
    void a_rare_name_is_found_with_a_frequent_one_misspelt() {
        many("Mary", "Kamau");
        TestPeople.patient(database, TestPeople.named("Mary", "Ng'ang'a"));

        assertThat(search("marry ngannga")).containsExactly("Mary Ng'ang'a");
    }

    @Test
    void pages_of_frequent_names_follow_each_other_without_gap_or_repetition() {
        many("Mary", "Kamau");
        int last = TestPeople.patient(database, TestPeople.named("Maryam", "Kamau"))
                .personId();

        for (String typed : List.of("mary", "kamau mary")) {
            assertThat(pages(typed))
                    .as(typed)
                    .hasSize(MANY + 1)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .endsWith(last);
        }
    }

    @Test
    void pages_of_names_that_fit_equally_well_follow_each_other_without_gap_or_repetition() {
        database.write(tx -> IntStream.range(0, FEW)
                .map(n -> register(tx, n % 2 == 0 ? "Wanjiku" : "Wanjiru", n % 3 == 0 ? "Kamau" : "Kamande", 1))
                .sum());

        assertThat(pages("wan kam")).hasSize(FEW).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void pages_of_names_that_fit_in_several_ways_name_each_patient_once() {
        database.write(tx -> register(tx, "Abdul-Rahman", "Otieno", 2 * Slice.MOST + 1));
        database.write(tx -> register(tx, "Abdullahi", "Rahma", Slice.MOST));

        assertThat(pages("abdul rahman")).hasSize(3 * Slice.MOST + 1).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void nobody_of_whom_one_can_look_at_is_left_out_however_many_names_may_be_meant() {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            String ending = "" + letter;
            database.write(tx -> register(tx, "Brian", "Kip" + ending + "ro", 2));
            database.write(tx -> register(tx, "Ann" + ending, "Otieno", FEW / 100));
        }
        TestPeople.patient(database, TestPeople.named("Annzu", "Kipzoi"));

        assertThat(search("ann kip")).containsExactly("Annzu Kipzoi");
    }

    @Test
    void it_is_known_about_how_many_have_a_word() {
        many("Mary", "Kamau");
        assertThat(holders("mary")).isEqualTo(MANY);

        database.write(tx -> {
            tx.query("select setseed(0.5)::text").mapTo(String.class).one();
            return IntStream.range(0, MANY)
                    .map(n -> register(tx, "Akinyi", "Kamau", 1))
                    .sum();
        });

        assertThat(holders("akinyi")).isBetween(MANY / 2, 2 * MANY);
        assertThat(holders("kamau")).isBetween(3 * MANY / 2, 3 * MANY);
    }

    @Test
    void two_may_register_patients_of_the_same_name_at_the_same_time() {
        TestPeople.patient(database, TestPeople.named("Nekesa", "Barasa"));

        database.write(tx -> {
            register(tx, "Nekesa", "Barasa", 1);
            return database.write(other -> {
                other.update("set local lock_timeout to '2s'").execute();
                return register(other, "Nekesa", "Barasa", 1);
            });
        });

        assertThat(search("nekesa barasa")).hasSize(3);
    }

    private List<String> wordsOf(Patient patient) {
        return database.read(tx -> tx.query("select word from patient_words where person_id = :id order by word")
                .bind("id", patient.personId())
                .mapTo(String.class)
                .list());
    }

    private int holders(String word) {
        return database.read(tx -> tx.query("select holders from name_words where word = :word")
                .bind("word", word)
                .mapTo(Integer.class)
                .one());
    }

    private void many(String firstName, String lastName) {
        database.write(tx -> register(tx, firstName, lastName, MANY));
    }

    private static int register(Tx tx, String firstName, String lastName, int howMany) {
        return tx.update("""
                        with person as (
                            insert into persons (first_name, last_name, type)
                            select :firstName, :lastName, 'patient' from generate_series(1, :howMany)
                            returning id
                        )
                        insert into patients (id, patient_id, patient_number)
                        select id, id::text, next_patient_number() from person
                        """)
                .bind("firstName", firstName)
                .bind("lastName", lastName)
                .bind("howMany", howMany)
                .execute();
    }

    private List<String> search(String typed) {
        var page = database.write(tx -> patients.search(tx, DESK, PersonSearch.of(typed), Slice.first(Slice.MOST)));
        return page.rows().stream().map(patient -> patient.details().name()).toList();
    }

    private List<Integer> pages(String typed) {
        var found = new ArrayList<Integer>();
        var after = Optional.<Cursor>empty();
        do {
            var slice = new Slice(Slice.MOST, after);
            var page = database.write(tx -> patients.search(tx, DESK, PersonSearch.of(typed), slice));
            page.rows().forEach(patient -> found.add(patient.personId()));
            after = page.next();
        } while (after.isPresent());
        return found;
    }
}
