package org.emiadi.pages.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.pages.patient.TestPatient.start;
import static org.emiadi.pages.patient.TestPatient.visit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Role;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BookingPagesTest {
    private final TestPatient patient = new TestPatient();

    @Test
    void anybody_finds_a_provider_by_name_and_sees_when_they_are_free_first() {
        String last = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var named = TestPeople.provider(patient.database, "Njeri", last);

        String found = Visitor.stranger().page("/app/find?q=" + last + "&type=1");

        assertThat(found)
                .contains("Njeri " + last, "No free times", "/app/book/" + named.value() + "?type=1")
                .doesNotContain("/app/book/" + patient.provider.value() + "?");
        assertThat(Visitor.stranger().page("/app/find?q=nobody-of-that-name")).contains("Nobody found");
    }

    @Test
    void whose_name_was_typed_stands_before_those_whose_name_is_only_alike() {
        // Many tests share the database, and names like the usual ones are many.
        String last = "Xq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var named = TestPeople.provider(patient.database, "Njeri", last);

        String found = Visitor.stranger().page("/app/find?q=" + last + "&type=1");

        var first = Pattern.compile("href=\"/app/book/(\\d+)").matcher(found);
        assertThat(first.find()).isTrue();
        assertThat(first.group(1)).isEqualTo(Integer.toString(named.value()));
    }

    @Test
    void a_stranger_sees_the_hours_and_signs_in_only_to_book() {
        var stranger = Visitor.stranger();
        var hours = TestPatient.hours(stranger.page(patient.book()));
        assertThat(hours).isNotEmpty();

        String login = stranger.get(hours.getFirst()).header("Location");
        assertThat(login).startsWith("/app/login?next=%2Fapp%2Fbook%2F");
        String name = TestUsers.registered(
                Role.PATIENT, TestPeople.patient(patient.database).value());
        var signedIn = stranger.post(
                "/app/login", Map.of("username", name, "password", TestUsers.PASSWORD, "next", hours.getFirst()));

        assertThat(signedIn.header("Location")).isEqualTo(hours.getFirst());
        assertThat(stranger.page(hours.getFirst())).contains("Check before you book", "Otieno Odhiambo", "Main clinic");
    }

    @Test
    void a_patient_books_in_two_taps_from_the_hours_and_keeps_the_page_with_the_reference() {
        String hour = patient.hoursOfLaterDay().getFirst();

        int id = patient.booked(hour);

        assertThat(patient.browser().page(visit(id) + "/booked"))
                .contains("Your appointment is booked", "class=\"reference\"", "Otieno Odhiambo", "Add to calendar");
        assertThat(patient.browser().page("/app/me")).contains("Your next visit", visit(id), "Book again");
        var calendar = patient.browser().get(visit(id) + "/calendar");
        assertThat(calendar.contentType()).startsWith("text/calendar");
        assertThat(calendar.asString()).contains("BEGIN:VEVENT", "STATUS:CONFIRMED");
    }

    @Test
    void whoever_presses_the_button_twice_has_booked_once() {
        String hour = patient.hoursOfLaterDay().getFirst();
        String token = Visitor.tokenOn(patient.browser().page(hour));
        var fields = Map.of("type", 1, "start", start(hour), "csrf", token);

        String first = patient.browser().post(patient.book(), fields).header("Location");
        String second = patient.browser().post(patient.book(), fields).header("Location");

        assertThat(second).isEqualTo(first).endsWith("/booked");
    }

    @Test
    void where_somebody_was_quicker_the_nearest_three_hours_are_one_tap_away() {
        List<String> hours = patient.hoursOfLaterDay();
        String wanted = hours.get(3);
        String token = Visitor.tokenOn(patient.browser().page(wanted));
        var rival = Visitor.signedIn(
                Role.PATIENT, TestPeople.patient(patient.database).value());
        assertThat(rival.submit(wanted, patient.book(), Map.of("type", 1, "start", start(wanted)))
                        .statusCode())
                .isEqualTo(303);

        var answer = patient.browser()
                .post(patient.book(), Map.of("type", 1, "start", start(wanted), "cover", "", "csrf", token));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Someone has just taken that time. Choose another.");
        var nearest = Pattern.compile("name=\"start\" value=\"([^\"]+)\"")
                .matcher(answer.asString())
                .results()
                .map(hour -> hour.group(1))
                .toList();
        assertThat(nearest)
                .hasSize(3)
                .contains(start(hours.get(2)), start(hours.get(4)))
                .isSorted();
        var taken = patient.browser()
                .post(
                        patient.book(),
                        Map.of("type", 1, "start", nearest.getFirst(), "csrf", Visitor.tokenOn(answer.asString())));
        assertThat(taken.header("Location")).endsWith("/booked");
        assertThat(patient.browser().get(wanted).statusCode()).isEqualTo(409);
    }

    @Test
    void whoever_has_a_visit_at_that_time_is_led_to_it() {
        String hour = patient.hoursOfLaterDay().getFirst();
        int id = patient.booked(hour);
        var other = new TestPatient();
        String same = other.book() + "/check?type=1&start=" + start(hour);

        var answer = patient.browser().submit(same, other.book(), Map.of("type", 1, "start", start(hour)));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("You already have an appointment at that time", visit(id));
    }

    @Test
    void a_provider_without_free_hours_has_a_page_that_says_what_to_do() {
        String page = patient.browser()
                .page("/app/book/" + TestPeople.provider(patient.database).value());

        assertThat(page).contains("Nothing is free in the days that can be booked.", "Tell me if an earlier time");
        assertThat(patient.browser().get("/app/book/999999999").statusCode()).isEqualTo(404);
        assertThat(patient.browser()
                        .get(patient.book() + "/check?type=1&start=yesterday")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void only_days_with_free_hours_are_on_the_strip_and_the_next_ones_are_a_tap_away() {
        String first = patient.browser().page(patient.book());
        var later = Pattern.compile("href=\"([^\"]+from=[^\"]+)\">Later days").matcher(first);
        assertThat(later.find()).isTrue();

        String second = patient.browser().page(later.group(1).replace("&amp;", "&"));

        assertThat(second).contains("First days", "Later days");
        assertThat(TestPatient.hours(second))
                .doesNotContainAnyElementsOf(TestPatient.hours(first))
                .isNotEmpty();
    }

    @Test
    void a_visit_is_moved_and_its_old_hour_kept_until_then() {
        List<String> hours = patient.hoursOfLaterDay();
        int id = patient.booked(hours.getFirst());
        String there = visit(id) + "/move/check?start=" + start(hours.get(5));

        String check = patient.browser().page(there);
        assertThat(check).contains("Check before you change", "Was", "<s>");
        var moved = patient.browser()
                .submit(there, visit(id) + "/move", Map.of("start", start(hours.get(5)), "version", 1));

        assertThat(moved.header("Location")).isEqualTo(visit(id));
        assertThat(patient.browser().page(visit(id))).contains("The visit is now on", "Moved to this time");
        var stale = patient.browser()
                .submit(
                        there.replace(start(hours.get(5)), start(hours.get(7))),
                        visit(id) + "/move",
                        Map.of("start", start(hours.get(7)), "version", 1));
        assertThat(stale.header("Location")).isEqualTo(visit(id));
        assertThat(patient.browser().page(visit(id))).contains("Somebody changed this meanwhile");
    }

    @Test
    void an_hour_that_is_gone_leaves_the_visit_where_it_was() {
        List<String> hours = patient.hoursOfLaterDay();
        int id = patient.booked(hours.getFirst());
        var rival = Visitor.signedIn(
                Role.PATIENT, TestPeople.patient(patient.database).value());
        rival.submit(hours.get(4), patient.book(), Map.of("type", 1, "start", start(hours.get(4))));

        var answer = patient.browser()
                .submit(visit(id) + "/cancel", visit(id) + "/move", Map.of("start", start(hours.get(4)), "version", 1));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Move to ", "name=\"version\" value=\"1\"");
        assertThat(patient.browser().page(visit(id))).contains("Booked");
    }

    @Test
    void a_visit_is_found_by_its_reference_and_date_of_birth_and_by_nothing_less() {
        int id = patient.booked(patient.hoursOfLaterDay().getFirst());
        var reference = Pattern.compile("class=\"reference\"[^>]*>([A-Z0-9 ]+)<")
                .matcher(patient.browser().page(visit(id) + "/booked"));
        assertThat(reference.find()).isTrue();
        var anybody = Visitor.stranger();

        var found = anybody.post("/app/booking", Map.of("reference", reference.group(1), "date_of_birth", "31/5/1990"));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.asString()).contains("Otieno Odhiambo", "Booked").doesNotContain("Wanjiku");
        var calendar = anybody.post(
                "/app/booking/calendar", Map.of("reference", reference.group(1), "date_of_birth", "31 05 1990"));
        assertThat(calendar.contentType()).startsWith("text/calendar");

        var wrong = anybody.post("/app/booking", Map.of("reference", reference.group(1), "date_of_birth", "30/5/1990"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("No visit has that reference", "value=\"30/5/1990\"");
        var unread = anybody.post("/app/booking", Map.of("reference", "1", "date_of_birth", ""));
        assertThat(unread.asString()).contains("Enter the eight letters and digits", "Enter a date");
    }

    @Test
    void the_hours_speak_kiswahili() {
        var reader = Visitor.stranger().speaking("sw");

        assertThat(reader.page(patient.laterDay()))
                .contains("Chagua saa", "Siku zenye nafasi", "Asubuhi", "lang=\"sw\"");
        assertThat(reader.page("/app/find")).contains("Tafuta mhudumu");
    }
}
