package org.emiadi.pages.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Role;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.Test;

/// Finding and registering patients.
@QuarkusTest
class RegisteringTest {
    private final Desk desk = new Desk();

    @Test
    void the_only_one_who_is_found_is_shown_at_once_and_what_was_typed_is_in_no_address() {
        String name = Desk.newName();
        int patient = desk.patient("Wanjiku", name);

        var found = desk.submit("/app/patients", Map.of("search", name));
        var toBook = desk.submit("/app/patients?then=book", "/app/patients", Map.of("search", name, "then", "book"));

        assertThat(found.header("Location")).isEqualTo("/app/patients/" + patient);
        assertThat(toBook.header("Location")).isEqualTo("/app/patients/" + patient + "/book");
        assertThat(desk.visitor().page("/app/patients/" + patient)).contains("Wanjiku " + name);
    }

    @Test
    void of_several_the_first_has_the_focus_and_nobody_is_told_in_words() {
        String name = Desk.newName();
        int first = desk.patient("Wanjiku", name);
        desk.patient("Otieno", name);

        String page = desk.submit("/app/patients", Map.of("search", name)).asString();
        String nobody =
                desk.submit("/app/patients", Map.of("search", Desk.newName())).asString();

        assertThat(page).contains("2 found").contains("<a href=\"/app/patients/" + first + "\" autofocus>");
        assertThat(nobody).contains("Nobody found");
    }

    @Test
    void what_is_missing_is_told_and_what_was_typed_stays() {
        var answer = desk.submit("/app/patients/new", Map.of("first_name", "Achieng", "phone", "12"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("<title>Error: ")
                .contains("Enter the last name", "Choose the sex", "Enter the date of birth or the age")
                .contains("Enter a phone number, like 0712 345 678")
                .contains("value=\"Achieng\"", "value=\"12\"");
    }

    @Test
    void somebody_new_is_registered_with_a_cover() {
        String name = Desk.newName();
        // A birthday of nobody else here: two names may come out alike, and then somebody is asked about.
        var fields = newPatient(name);
        fields.put("date_of_birth", "17/8/1961");
        var answer = desk.submit("/app/patients/new", fields);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        assertThat(desk.visitor().page(answer.header("Location")))
                .contains("Achieng " + name, "Registered as PAT-", "SHA", "17 Aug 1961");
    }

    @Test
    void an_age_is_enough_and_no_phone_too_where_that_is_said() {
        var fields = newPatient(Desk.newName());
        fields.remove("phone");
        fields.remove("date_of_birth");
        fields.put("age", "7");
        fields.put("no_phone", "yes");

        var answer = desk.submit("/app/patients/new", fields);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        assertThat(desk.visitor().page(answer.header("Location"))).contains("1 Jan ", "(age 7)");
    }

    @Test
    void who_may_be_known_already_is_shown_before_anything_is_saved() {
        String name = Desk.newName();
        int known = desk.patient("Achieng", name);
        var fields = newPatient(name);

        var shown = desk.submit("/app/patients/new", fields);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.asString())
                .contains("Is it one of these?", "/app/patients/" + known)
                .contains("name=\"seen\" value=\"" + known + "\"");

        fields.put("seen", String.valueOf(known));
        fields.put("sure", "yes");
        assertThat(desk.submit("/app/patients/new", fields).statusCode()).isEqualTo(303);
    }

    @Test
    void whoever_was_not_shown_before_is_shown_although_the_desk_was_sure_of_others() {
        String name = Desk.newName();
        desk.patient("Achieng", name);
        var fields = newPatient(name);
        fields.put("seen", "1");
        fields.put("sure", "yes");

        assertThat(desk.submit("/app/patients/new", fields).asString()).contains("Is it one of these?");
    }

    @Test
    void a_phone_that_is_somebody_elses_is_told_at_the_field() {
        String phone = Desk.newPhone();
        int known = desk.patientWithPhone(Desk.newName(), phone);
        var fields = newPatient(Desk.newName());
        fields.put("phone", phone);
        fields.put("seen", String.valueOf(known));
        fields.put("sure", "yes");

        var answer = desk.submit("/app/patients/new", fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Somebody else has this already").contains("href=\"#phone\"");
    }

    @Test
    void what_was_searched_for_in_vain_stands_in_the_form() {
        var answer = desk.submit("/app/patients", "/app/patients/new/from-search", Map.of("search", "Achieng Otieno"));

        assertThat(answer.asString()).contains("value=\"Achieng\"", "value=\"Otieno\"");
    }

    @Test
    void details_are_changed_unless_somebody_was_faster() {
        int patient = desk.patient();
        String edit = "/app/patients/" + patient + "/edit";
        var fields = Map.of("first_name", "Njeri", "last_name", Desk.newName(), "version", "1");

        assertThat(desk.submit(edit, fields).header("Location")).isEqualTo("/app/patients/" + patient);
        var late = desk.submit(edit, fields);

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.asString()).contains("Somebody changed this meanwhile");
        assertThat(desk.visitor().page("/app/patients/" + patient)).contains("Njeri");
    }

    @Test
    void a_cover_is_added_removed_and_brought_back() {
        int patient = desk.patient();
        String page = "/app/patients/" + patient;
        String number = Desk.newName();
        var card = Map.of("insurer", "Jubilee", "policy", number, "expiry", "31/12/2040");
        desk.submit(page + "/covers/new", card);
        String shown = desk.visitor().page(page);
        String cover = shown.replaceAll("(?s).*/covers/([0-9]+)/removal.*", "$1");

        desk.submit(page, page + "/covers/" + cover + "/removal", Map.of("version", "1"));
        String without = desk.visitor().page(page);
        desk.submit(page + "/covers/new", card);

        assertThat(shown).contains("Jubilee", number, "until 31 Dec 2040");
        assertThat(without).contains("Cover removed.", "Undo");
        assertThat(desk.visitor().page(page)).contains(number);
    }

    @Test
    void a_patient_gets_a_code_to_sign_in_with() {
        int patient = desk.patient();
        String page = "/app/patients/" + patient;

        String slip = desk.submit(page, page + "/code", Map.of()).asString();
        assertThat(slip).as("where it is used").containsPattern("http://[^<]*/app/forgot");
        String again = desk.submit(page, page + "/code", Map.of()).asString();

        assertThat(slip).contains("One-time code").containsPattern("[A-Z2-9]{4} [A-Z2-9]{4}");
        assertThat(again).isNotEqualTo(slip);
        assertThat(desk.visitor().page(page)).contains("Username: wanjiku.");
    }

    @Test
    void patients_and_providers_do_not_come_in_here() {
        int person = desk.patient();
        var patient = Visitor.signedIn(Role.PATIENT, person);
        var provider = Visitor.signedIn(
                Role.PROVIDER, TestPeople.provider(desk.database).value());

        for (var visitor : new Visitor[] {patient, provider}) {
            for (String path : new String[] {"", "/new", "/" + person, "/" + person + "/book"}) {
                assertThat(visitor.get("/app/patients" + path).statusCode()).isEqualTo(403);
            }
        }
        assertThat(desk.visitor().get("/app/patients/999999999").statusCode()).isEqualTo(404);
    }

    private static Map<String, Object> newPatient(String lastName) {
        var fields = new HashMap<String, Object>();
        fields.put("first_name", "Achieng");
        fields.put("last_name", lastName);
        fields.put("gender", "female");
        fields.put("date_of_birth", "5/3/1990");
        fields.put("phone", Desk.newPhone());
        fields.put("insurer_2", "SHA");
        fields.put("policy_2", Desk.newName());
        fields.put("expiry_2", "31 12 2040");
        return fields;
    }
}
