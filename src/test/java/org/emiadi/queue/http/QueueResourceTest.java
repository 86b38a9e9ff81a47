package org.emiadi.queue.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

/// Each test has a facility of its own, where it is day.
@QuarkusTest
class QueueResourceTest {
    private final Database database = TestDatabase.ofTheHttpTests();
    private final int facility = TestFacilities.whereItIsDay(database).value();
    private final int provider = TestPeople.provider(database).value();
    private final String desk = TestUsers.receptionist();

    @Test
    void a_walk_in_waits_is_called_in_and_is_on_the_screen_without_a_name() {
        int patient = TestPeople.patient(database).value();
        Response entered = as(desk).body(walkIn(patient)).post("/queue/walk-ins");
        int appointment = entered.then()
                .statusCode(201)
                .header("Location", containsString("/appointments/"))
                .body("message", equalTo("The patient waits in the queue."))
                .body("ticket", equalTo(1))
                .body("position", equalTo(1))
                .body("provider_id", equalTo(provider))
                .body("start_time", matchesPattern(".*:\\d\\d:00[+-].*"))
                .extract()
                .path("appointment_id");

        as(desk).get("/queue?facility_id=" + facility)
                .then()
                .statusCode(200)
                .body("appointment_id", contains(appointment))
                .body("[0].patient_id", equalTo(patient))
                .body("[0].patient_name", equalTo("Wanjiku Kamau"))
                .body("[0].status", equalTo("checked_in"))
                .body("[0].position", equalTo(1))
                .body("[0].room_id", nullValue());
        as(TestUsers.provider(provider))
                .body("{}")
                .post("/queue/call")
                .then()
                .statusCode(200)
                .body("id", equalTo(appointment))
                .body("status", equalTo("in_progress"));
        as(desk).get("/queue/screen?facility_id=" + facility)
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].status", equalTo("called"))
                .body("[0].provider_name", equalTo("Otieno Odhiambo"))
                .body("[0].initials", equalTo("WK"))
                .body("[0].called_at", notNullValue())
                .body("[0].size()", equalTo(6));
    }

    @Test
    void a_provider_sees_of_foreign_patients_ticket_priority_and_initials() {
        enter();

        as(TestUsers.provider(TestPeople.provider(database).value()))
                .get("/queue?facility_id=" + facility)
                .then()
                .statusCode(200)
                .body("patient_id", everyItem(nullValue()))
                .body("patient_name", everyItem(nullValue()))
                .body("initials", contains("WK"))
                .body("priority", contains("routine"))
                .body("ticket", contains(1));
    }

    @Test
    void the_queue_has_pages() {
        enter();
        enter();
        enter();

        String next = as(desk).get("/queue?limit=2&facility_id=" + facility)
                .then()
                .statusCode(200)
                .body("position", contains(1, 2))
                .extract()
                .header("Link")
                .replaceAll("^<(.*)>.*$", "$1");
        as(desk).urlEncodingEnabled(false).get(next).then().statusCode(200).body("position", contains(3));
        as(desk).get("/queue?cursor=x").then().statusCode(422);
        as(desk).get("/queue?cursor=" + cursorOf("x", "1", "2030-01-01T00:00:00Z", "1"))
                .then()
                .statusCode(422);
        as(desk).get("/queue?cursor=" + cursorOf("9999999999", "9999999999", "2030-01-01T00:00:00Z", "9999999999"))
                .then()
                .statusCode(200)
                .body("", empty());
    }

    @Test
    void a_walk_in_that_is_sent_twice_with_one_key_enters_once() {
        String key = UUID.randomUUID().toString();
        String body = walkIn(TestPeople.patient(database).value());

        Response first = as(desk).header("Idempotency-Key", key).body(body).post("/queue/walk-ins");
        Response again = as(desk).header("Idempotency-Key", key).body(body).post("/queue/walk-ins");

        first.then().statusCode(201);
        again.then().statusCode(201).body("", equalTo(first.jsonPath().getMap("")));
        as(desk).get("/queue?facility_id=" + facility).then().body("", hasSize(1));
    }

    @Test
    void where_nobody_works_nobody_is_free_and_where_nobody_waits_nobody_is_called() {
        as(desk).header("Accept-Language", "sw")
                .body("{\"patient_id\": %d, \"facility_id\": %d}"
                        .formatted(TestPeople.patient(database).value(), facility))
                .post("/queue/walk-ins")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nobody-free"))
                .body("message", containsString("Hakuna anayeweza kumwona"));
        as(desk).body("{\"provider_id\": %d}".formatted(provider))
                .post("/queue/call")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nobody-waiting"));
    }

    @Test
    void what_does_not_go_together_is_refused() {
        refused("\"cadre\": \"Nurse\", \"provider_id\": " + provider, "cadre", "without-provider");
        refused("\"specialization\": \"x\", \"provider_id\": " + provider, "specialization", "without-provider");
        refused("\"outside_hours\": true, \"reason\": \"Why\"", "outside_hours", "with-provider");
        refused("\"outside_hours\": true, \"provider_id\": " + provider, "reason", "reason-outside-hours");
        refused("\"priority\": \"first\"", "priority", "priority");
        refused("\"facility_id\": 999999999", "facility_id", "no-such-facility");
        refused("\"provider_id\": 999999999", "provider_id", "no-such-provider");
        refused("\"appointment_type_id\": 999999999", "appointment_type_id", "no-such-type");
    }

    private void refused(String members, String field, String code) {
        as(desk).body("{\"patient_id\": %d, %s}"
                        .formatted(TestPeople.patient(database).value(), members))
                .post("/queue/walk-ins")
                .then()
                .statusCode(422)
                .body("errors.field", contains(field))
                .body("errors.code", contains(code));
    }

    @Test
    void the_desk_says_for_whom_it_calls_and_the_facility_is_one_of_ours() {
        as(desk).body("{}").post("/queue/call").then().statusCode(422).body("errors.field", contains("provider_id"));
        as(desk).body("{\"provider_id\": %d, \"facility_id\": 999999999}".formatted(provider))
                .post("/queue/call")
                .then()
                .statusCode(422)
                .body("errors.field", contains("facility_id"));
        as(desk).get("/queue?facility_id=999999999").then().statusCode(422);
        as(desk).get("/queue/screen?facility_id=999999999").then().statusCode(422);
        as(desk).get("/queue?facility_id=first").then().statusCode(422);
    }

    @Test
    void the_attendance_of_a_patient_counts_what_became_of_their_appointments() {
        int patient = TestPeople.patient(database).value();
        int appointment = as(desk).body(walkIn(patient)).post("/queue/walk-ins").path("appointment_id");
        as(desk).body("{\"status\": \"cancelled\", \"cancelled_by\": \"patient\"}")
                .patch("/appointments/" + appointment + "/status")
                .then()
                .statusCode(200);

        as(desk).get("/patients/" + patient + "/attendance")
                .then()
                .statusCode(200)
                .body("", not(anEmptyMap()))
                .body("completed", equalTo(0))
                .body("no_shows", equalTo(0))
                .body("late_cancellations", equalTo(1))
                .body("cancellations_by_patient", equalTo(1))
                .body("cancellations_by_clinic", equalTo(0))
                .body("last_no_show", nullValue());
        as(desk).get("/patients/999999999/attendance").then().statusCode(404);
        as(TestUsers.patient(patient))
                .get("/patients/" + patient + "/attendance")
                .then()
                .statusCode(403);
    }

    private void enter() {
        as(desk).body(walkIn(TestPeople.patient(database).value()))
                .post("/queue/walk-ins")
                .then()
                .statusCode(201);
    }

    private String walkIn(int patient) {
        return "{\"patient_id\": %d, \"provider_id\": %d, \"facility_id\": %d}".formatted(patient, provider, facility);
    }

    private static String cursorOf(Object... keys) {
        return org.emiadi.platform.Cursor.of(keys).text();
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
