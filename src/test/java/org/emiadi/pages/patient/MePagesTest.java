package org.emiadi.pages.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.pages.patient.TestPatient.visit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Role;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MePagesTest {
    private final TestPatient patient = new TestPatient();

    @Test
    void whoever_has_nothing_yet_is_told_what_to_do_on_each_page() {
        assertThat(patient.browser().page("/app/me"))
                .contains("Hello, Wanjiku", "You have no visit to come", "/app/find");
        assertThat(patient.browser().page("/app/me/appointments"))
                .contains("Nothing is booked", "Visits that you have had");
        assertThat(patient.browser().page("/app/me/covers")).contains("Add the card of your insurer");
        assertThat(patient.browser().page("/app/me/records")).contains("What providers write");
        assertThat(patient.browser().page("/app/me/waiting")).contains("You are not waiting for a time");
        assertThat(patient.browser().page("/app/me/accesses")).contains("Registered or changed your details");
    }

    @Test
    void each_page_speaks_kiswahili() {
        int id = patient.booked(patient.hoursOfLaterDay().getFirst());
        var reader = patient.browser().speaking("sw");

        assertThat(reader.page("/app/me")).contains("Habari, Wanjiku", "Ziara yako ijayo");
        assertThat(reader.page(visit(id))).contains("Nambari ya kumbukumbu", "saa ", "asubuhi");
        assertThat(reader.page(visit(id) + "/cancel")).contains("Acha ilivyokuwa");
        assertThat(reader.page("/app/me/profile")).contains("Tarehe ya kuzaliwa", "31 Mei 1990");
    }

    @Test
    void a_visit_that_was_changed_meanwhile_is_not_cancelled_unseen() {
        int id = patient.booked(patient.hoursOfLaterDay().getFirst());

        var stale = patient.browser()
                .submit(visit(id) + "/cancel", visit(id) + "/cancel", Map.of("reason", "Safari", "version", 99));

        assertThat(stale.header("Location")).isEqualTo(visit(id));
        assertThat(patient.browser().page(visit(id)))
                .contains("Somebody changed this meanwhile")
                .doesNotContain("Appointment cancelled.");
    }

    @Test
    void a_visit_is_confirmed_and_cancelled_with_a_reason() {
        int id = patient.booked(patient.hoursOfLaterDay().getFirst());

        patient.browser().submit(visit(id), visit(id) + "/confirm", Map.of());
        assertThat(patient.browser().page(visit(id))).contains("The clinic now knows", "You said that you will come");

        var cancelled =
                patient.browser().submit(visit(id) + "/cancel", visit(id) + "/cancel", Map.of("reason", "Safari"));
        assertThat(cancelled.header("Location")).isEqualTo(visit(id));
        assertThat(patient.browser().page(visit(id)))
                .contains("Appointment cancelled.", "Safari", "Book another appointment")
                .doesNotContain("Keep as it was");
        assertThat(patient.browser().page("/app/me/appointments")).contains("Cancelled");
        assertThat(patient.browser().get(visit(id) + "/cancel").header("Location"))
                .isEqualTo(visit(id));
        assertThat(patient.browser().get(visit(id) + "/move").header("Location"))
                .isEqualTo(visit(id));
    }

    @Test
    void a_reason_that_is_too_long_comes_back_as_it_was_typed() {
        int id = patient.booked(patient.hoursOfLaterDay().getFirst());

        var answer = patient.browser()
                .submit(visit(id) + "/cancel", visit(id) + "/cancel", Map.of("reason", "x".repeat(501)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("x".repeat(501), "<title>Error:");
    }

    @Test
    void nobody_sees_the_visit_of_somebody_else() {
        int id = patient.booked(patient.hoursOfLaterDay().getFirst());
        var other = Visitor.signedIn(
                Role.PATIENT, TestPeople.patient(patient.database).value());

        for (String page : new String[] {"", "/booked", "/calendar", "/cancel", "/move"}) {
            assertThat(other.get(visit(id) + page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(Visitor.signedIn(Role.RECEPTIONIST, null).get(visit(id)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_cover_is_added_changed_removed_and_put_back() {
        String policy = UUID.randomUUID().toString();
        var wrong = patient.browser()
                .submit(
                        "/app/me/covers/new",
                        "/app/me/covers/new",
                        Map.of("insurer", "SHA", "policy", policy, "last_day", "31/2/2030"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains(policy, "31/2/2030", "href=\"#last_day\"");

        add(policy, "31/1/2040");
        String covers = patient.browser().page("/app/me/covers");
        assertThat(covers).contains("Cover saved.", "SHA", policy, "Valid");
        String cover = coverOn(covers);
        var changed = patient.browser()
                .submit(
                        cover,
                        cover,
                        Map.of("insurer", "Jubilee", "policy", policy, "last_day", "1/1/2020", "version", 1));
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(patient.browser().page("/app/me/covers")).contains("Jubilee", "Expired");
        assertThat(patient.browser().page("/app/me")).contains("An insurance cover needs your attention");

        patient.browser().submit("/app/me/covers", cover + "/remove", Map.of());
        String removed = patient.browser().page("/app/me/covers");
        assertThat(removed).contains("Cover removed.", "Undo", "name=\"policy\" value=\"" + policy + "\"");
        patient.browser()
                .post(
                        "/app/me/covers/new",
                        Map.of(
                                "insurer",
                                "Jubilee",
                                "policy",
                                policy,
                                "last_day",
                                "2020-01-01",
                                "csrf",
                                Visitor.tokenOn(removed)));
        assertThat(patient.browser().page("/app/me/covers")).contains("Jubilee", policy);
    }

    @Test
    void a_number_of_another_cover_is_refused_at_its_field() {
        String policy = UUID.randomUUID().toString();
        add(policy, "31/1/2040");

        var answer = patient.browser()
                .submit(
                        "/app/me/covers/new",
                        "/app/me/covers/new",
                        Map.of("insurer", "SHA", "policy", policy, "last_day", "31/1/2041"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Another cover has that number", "href=\"#policy\"");
    }

    @Test
    void a_cover_can_be_chosen_when_booking_and_stands_with_the_visit() {
        add(UUID.randomUUID().toString(), "31/1/2040");
        String cover = coverOn(patient.browser().page("/app/me/covers"));
        String hour = patient.hoursOfLaterDay().getFirst();
        String check = patient.browser().page(hour);
        String number = cover.substring(cover.lastIndexOf('/') + 1);
        assertThat(check).contains("<option value=\"" + number + "\"");

        var booked = patient.browser()
                .submit(hour, patient.book(), Map.of("type", 1, "start", TestPatient.start(hour), "cover", number));

        assertThat(patient.browser().page(booked.header("Location"))).contains("Insurance cover", "SHA");
    }

    @Test
    void a_patient_changes_how_they_are_reached_and_nothing_else() {
        String phone = "07" + (10_000_000 + patient.id.value());
        var wrong = patient.browser()
                .submit("/app/me/profile", "/app/me/profile", Map.of("phone", "12", "email", "no", "version", 1));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("Enter a phone number, like 0712 345 678", "Enter an email address");

        patient.browser()
                .submit(
                        "/app/me/profile",
                        "/app/me/profile",
                        Map.of("phone", phone, "version", 1, "first_name", "Somebody"));
        assertThat(patient.browser().page("/app/me/profile"))
                .contains("Details saved.", "Wanjiku Kamau", "value=\"" + phone.substring(0, 4) + " ");
        var other = new TestPatient();
        var taken = other.browser().submit("/app/me/profile", "/app/me/profile", Map.of("phone", phone, "version", 1));
        assertThat(taken.asString()).contains("Somebody else uses this", "href=\"#phone\"");
    }

    @Test
    void a_patient_waits_for_an_earlier_time_and_stops_waiting() {
        var nobodyFree = TestPeople.provider(patient.database);
        String hours = "/app/book/" + nobodyFree.value();

        patient.browser().submit(hours, "/app/me/waiting", Map.of("provider", nobodyFree.value(), "type", 1));
        String waiting = patient.browser().page("/app/me/waiting");
        assertThat(waiting).contains("You are on the waiting list.", "Otieno Odhiambo");
        var leave = Pattern.compile("action=\"(/app/me/waiting/\\d+/leave)\"").matcher(waiting);
        assertThat(leave.find()).isTrue();

        patient.browser().submit("/app/me/waiting", leave.group(1), Map.of());
        assertThat(patient.browser().page("/app/me/waiting"))
                .contains("You are off the waiting list.", "You are not waiting for a time");
    }

    @Test
    void what_is_offered_stands_on_the_first_page_and_is_taken_with_one_tap() {
        patient.hoursOfLaterDay();
        patient.browser()
                .submit(patient.book(), "/app/me/waiting", Map.of("provider", patient.provider.value(), "type", 1));

        String me = patient.browser().page("/app/me");
        assertThat(me).contains("An earlier time is free", "Take it");
        var take = Pattern.compile("action=\"(/app/me/waiting/\\d+/accept)\"").matcher(me);
        assertThat(take.find()).isTrue();
        var taken = patient.browser().submit("/app/me", take.group(1), Map.of());

        assertThat(taken.header("Location")).endsWith("/booked");
        assertThat(patient.browser().submit("/app/me", take.group(1), Map.of()).header("Location"))
                .as("pressed twice")
                .isEqualTo(taken.header("Location"));
        assertThat(patient.browser().page(taken.header("Location"))).contains("Your appointment is booked");
    }

    private void add(String policy, String lastDay) {
        var added = patient.browser()
                .submit(
                        "/app/me/covers/new",
                        "/app/me/covers/new",
                        Map.of("insurer", "SHA", "policy", policy, "last_day", lastDay));
        assertThat(added.statusCode()).isEqualTo(303);
    }

    private static String coverOn(String page) {
        var cover = Pattern.compile("href=\"(/app/me/covers/\\d+)\"").matcher(page);
        assertThat(cover.find()).isTrue();
        return cover.group(1);
    }
}
