package org.emiadi.pages.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Booking, moving and cancelling for a patient, by a provider of its own in each test.
@QuarkusTest
class BookingTest {
    private final Desk desk = new Desk();
    private final int patient = desk.patient();
    private final int provider = TestPeople.provider(desk.database).value();
    private final String book = "/app/patients/" + patient + "/book?type=1&provider=" + provider;

    @BeforeEach
    void publishHours() {
        TestHours.everyDay(desk.database, new ProviderId(provider), LocalTime.of(0, 0), LocalTime.of(23, 0));
    }

    @Test
    void the_first_free_slot_is_chosen_and_one_press_books_it() {
        String page = desk.visitor().page(book);
        assertThat(page).contains("value=\"" + Desk.firstSlotOn(page) + "\" checked autofocus");

        String visit = bookFirst().header("Location");

        assertThat(visit).startsWith("/app/appointments/");
        assertThat(desk.visitor().page(visit)).contains("Booked: ", "Undo", "Reference", "Next patient");
        assertThat(desk.visitor().page("/app/patients/" + patient)).contains(visit + "/move");
    }

    @Test
    void pressing_twice_leads_to_the_same_appointment() {
        String slot = Desk.firstSlotOn(desk.visitor().page(book));

        assertThat(bookSlot(slot).header("Location")).isEqualTo(bookSlot(slot).header("Location"));
    }

    @Test
    void whoever_comes_second_is_shown_other_slots_at_once() {
        String slot = Desk.firstSlotOn(desk.visitor().page(book));
        int rival = desk.patient();
        String rivals = "/app/patients/" + rival + "/book?type=1&provider=" + provider;
        desk.submit(rivals, "/app/patients/" + rival + "/book", Map.of("type", "1", "slot", slot));

        var refused = bookSlot(slot);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("Someone has just taken that time");
        assertThat(Desk.firstSlotOn(refused.asString())).isNotEqualTo(slot);
    }

    @Test
    void a_booking_is_undone() {
        String visit = bookFirst().header("Location");
        String version = Desk.versionOn(desk.visitor().page(visit));

        assertThat(desk.submit(visit, visit + "/undo", Map.of()).statusCode())
                .as("without what was seen")
                .isEqualTo(404);
        var undone = desk.submit(visit, visit + "/undo", Map.of("version", version));

        assertThat(undone.header("Location")).isEqualTo("/app/patients/" + patient + "/book");
        assertThat(desk.visitor().page(visit)).contains("Cancelled", "Taken back at the desk");
    }

    @Test
    void beside_the_hours_a_reason_is_asked_for() {
        var fields = new HashMap<String, Object>();
        fields.put("type", "1");
        fields.put("beside", "yes");
        fields.put("other_provider", provider);
        fields.put("other_day", "3/3/2031");
        fields.put("other_time", "23:15");

        assertThat(post(fields).asString()).contains("Enter a reason", "value=\"3/3/2031\"");
        fields.put("reason", "Came from far");
        var booked = post(fields);

        assertThat(booked.statusCode()).as(booked.asString()).isEqualTo(303);
        assertThat(desk.visitor().page(booked.header("Location"))).contains("Monday 3 March 2031, 23:15");
    }

    @Test
    void beside_the_hours_the_clock_is_that_of_the_place_where_the_provider_works() {
        var inLagos = TestPeople.provider(desk.database);
        var lagos = TestFacilities.facility(desk.database, "Lagos " + UUID.randomUUID(), "Africa/Lagos");
        var hours = SessionTime.between(LocalTime.of(8, 0), LocalTime.of(12, 0));
        TestHours.oneDay(desk.database, inLagos, lagos, LocalDate.of(2031, 3, 4), hours);

        var booked = post(Map.of(
                "type", "1",
                "beside", "yes",
                "other_provider", inLagos.value(),
                "other_day", "3/3/2031",
                "other_time", "23:15",
                "reason", "Came from far"));

        assertThat(booked.statusCode()).as(booked.asString()).isEqualTo(303);
        assertThat(desk.visitor().page(booked.header("Location"))).contains("Monday 3 March 2031, 23:15");
    }

    @Test
    void an_appointment_is_moved_was_and_now_are_said_and_it_can_be_moved_back() {
        String visit = bookFirst().header("Location");
        String page = desk.visitor().page(visit + "/move");

        var moved =
                desk.submit(visit + "/move", Map.of("slot", Desk.firstSlotOn(page), "version", Desk.versionOn(page)));
        assertThat(moved.header("Location")).isEqualTo(visit);
        String after = desk.visitor().page(visit);
        assertThat(after).contains("Moved. Was: ", "Now: ", "name=\"undo\"");
        var back = desk.submit(
                visit,
                visit + "/move",
                Map.of("undo", valueOf("undo", after), "end", valueOf("end", after), "version", Desk.versionOn(after)));

        assertThat(back.header("Location")).isEqualTo(visit);
        assertThat(desk.visitor().page(visit)).contains("Back where it was");
    }

    @Test
    void an_appointment_that_somebody_changed_meanwhile_stays() {
        String visit = bookFirst().header("Location");
        String page = desk.visitor().page(visit + "/move");
        desk.submit(visit, visit + "/status", Map.of("to", "confirmed"));

        var late =
                desk.submit(visit + "/move", Map.of("slot", Desk.firstSlotOn(page), "version", Desk.versionOn(page)));

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.asString()).contains("Somebody changed this meanwhile");
    }

    @Test
    void an_appointment_is_cancelled_with_a_reason() {
        String visit = bookFirst().header("Location");

        desk.submit(visit + "/cancel", Map.of("side", "clinic", "reason", "The roof leaks"));

        assertThat(desk.visitor().page(visit))
                .contains("Appointment cancelled. The time is free again.", "The roof leaks")
                .doesNotContain("/cancel\"");
        assertThat(desk.submit(visit, visit + "/status", Map.of("to", "confirmed"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_slip_says_when_where_with_whom_and_the_reference() {
        String visit = bookFirst().header("Location");

        assertThat(desk.visitor().page(visit + "/slip"))
                .contains("Otieno Odhiambo", "Your appointment")
                .containsPattern("[A-Z2-9]{4} [A-Z2-9]{4}");
    }

    @Test
    void a_patient_is_put_on_the_waiting_list_and_taken_off() {
        String page = "/app/patients/" + patient;

        var joined = desk.submit(page + "/waiting", Map.of("type", "1", "provider", provider, "latest", "1/1/2020"));
        assertThat(joined.asString()).contains("That day has passed");
        desk.submit(page + "/waiting", Map.of("type", "1", "provider", provider));
        String waits = desk.visitor().page(page);
        String entry = waits.replaceAll("(?s).*/waiting/([0-9]+)/withdrawal.*", "$1");
        desk.submit(page, page + "/waiting/" + entry + "/withdrawal", Map.of());

        assertThat(waits).contains("Take off the list");
        assertThat(desk.visitor().page(page)).contains("Not on the waiting list.");
    }

    @Test
    void what_needs_moving_is_listed_and_cancelled_with_a_reason_only() {
        assertThat(desk.visitor().page("/app/needs-moving")).contains("Appointments to be moved");

        var nothing = desk.submit("/app/patients", "/app/needs-moving/cancellation", Map.of("reason", "Leave"));

        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.asString()).contains("Tick at least one");
    }

    private Response bookFirst() {
        return bookSlot(Desk.firstSlotOn(desk.visitor().page(book)));
    }

    private Response bookSlot(String slot) {
        return post(Map.of("type", "1", "slot", slot));
    }

    private Response post(Map<String, ?> fields) {
        return desk.submit(book, "/app/patients/" + patient + "/book", fields);
    }

    private static String valueOf(String field, String html) {
        return html.replaceAll("(?s).*name=\"" + field + "\" value=\"([^\"]*)\".*", "$1");
    }
}
