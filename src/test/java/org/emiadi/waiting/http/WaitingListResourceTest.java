package org.emiadi.waiting.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

/// With a provider who works on one day, thirty days from now, from nine to ten.
@QuarkusTest
class WaitingListResourceTest {
    private static final Database DATABASE = TestDatabase.ofTheHttpTests();
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Africa/Nairobi")));
    private final LocalDate day = today.plusDays(30);
    private final PatientId patient = TestPeople.patient(DATABASE);
    private final ProviderId provider = TestPeople.provider(DATABASE);
    private final String token = TestUsers.patient(patient.value());

    WaitingListResourceTest() {
        works(day);
    }

    private void works(LocalDate when) {
        TestHours.oneDay(
                DATABASE,
                provider,
                TestFacilities.FIRST,
                when,
                SessionTime.between(LocalTime.of(9, 0), LocalTime.of(10, 0)));
    }

    @Test
    void a_patient_joins_sees_what_is_offered_and_takes_it() {
        int id = join("\"weekdays\": [1, 2, 3, 4, 5, 6, 7], \"from_time\": \"09:00\", \"to_time\": \"10:00\"")
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("patient_id", equalTo(patient.value()))
                .body("earliest_date", equalTo(today.toString()))
                .body("latest_date", equalTo(today.plusDays(60).toString()))
                .body("weekdays", contains(1, 2, 3, 4, 5, 6, 7))
                .body("from_time", equalTo("09:00"))
                .body("to_time", equalTo("10:00"))
                .body("status", equalTo("waiting"))
                .body("offer.start_time", equalTo(day + "T09:00:00+03:00"))
                .extract()
                .path("id");
        patient()
                .get("/waiting-list")
                .then()
                .statusCode(200)
                .body("id", contains(id))
                .body("[0].offer.provider_id", equalTo(provider.value()))
                .body("[0].offer.open_until", notNullValue());
        patient()
                .get("/waiting-list/" + id + "/offer")
                .then()
                .statusCode(200)
                .body("end_time", equalTo(day + "T09:30:00+03:00"));

        int appointment = accept(id)
                .statusCode(200)
                .body("message", equalTo("Appointment booked."))
                .extract()
                .path("appointment_id");

        patient()
                .get("/waiting-list/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("fulfilled"))
                .body("booked_appointment_id", equalTo(appointment))
                .body("offer", nullValue());
        patient()
                .get("/appointments/" + appointment)
                .then()
                .statusCode(200)
                .body("start_time", equalTo(day + "T09:00:00+03:00"));
        accept(id).statusCode(410).body("type", equalTo("/problems/offer-gone"));
        patient().get("/waiting-list/" + id + "/offer").then().statusCode(404);
    }

    @Test
    void a_declined_offer_is_over_and_the_entry_waits_on() {
        int id = joined("");
        patient()
                .header("Accept-Language", "sw")
                .post("/waiting-list/" + id + "/refusal")
                .then()
                .statusCode(200)
                .body("message", equalTo("Nafasi inapewa anayefuata. Unaendelea kusubiri nyingine."));
        patient().get("/waiting-list/" + id).then().statusCode(200).body("status", equalTo("waiting"));
    }

    @Test
    void a_repeated_acceptance_with_the_same_key_is_answered_as_the_first() {
        int id = joined("");
        String key = UUID.randomUUID().toString();
        int appointment = patient()
                .header("Idempotency-Key", key)
                .post("/waiting-list/" + id + "/acceptance")
                .then()
                .statusCode(200)
                .extract()
                .path("appointment_id");
        patient()
                .header("Idempotency-Key", key)
                .post("/waiting-list/" + id + "/acceptance")
                .then()
                .statusCode(200)
                .body("appointment_id", equalTo(appointment));
    }

    @Test
    void an_appointment_is_moved_to_the_earlier_time() {
        works(day.plusDays(1));
        int appointment = given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + TestUsers.receptionist())
                .body("""
                        {"patient_id": %d, "provider_id": %d, "appointment_type_id": 1, "start_time": "%sT09:00"}""".formatted(patient.value(), provider.value(), day.plusDays(1)))
                .post("/appointments")
                .then()
                .statusCode(201)
                .extract()
                .path("appointment_id");
        int id = join("\"appointment_id\": " + appointment)
                .statusCode(201)
                .body("latest_date", equalTo(day.plusDays(1).toString()))
                .extract()
                .path("id");
        join("\"appointment_id\": " + appointment)
                .statusCode(409)
                .body("type", equalTo("/problems/already-in-use"))
                .body("member", equalTo("appointment_id"));

        accept(id)
                .statusCode(200)
                .body("message", equalTo("Appointment moved to the earlier time."))
                .body("appointment_id", equalTo(appointment));
    }

    @Test
    void the_list_is_full_with_five_and_an_entry_leaves_it_once() {
        int first = joined("");
        for (int i = 0; i < 4; i++) {
            joined("");
        }
        join("").statusCode(409)
                .body("type", equalTo("/problems/waiting-list-full"))
                .body("most", equalTo(5));

        patient().delete("/waiting-list/" + first).then().statusCode(200);
        patient()
                .delete("/waiting-list/" + first)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/transition-not-allowed"))
                .body("from", equalTo("withdrawn"));
        patient()
                .get("/waiting-list?status=waiting&limit=3")
                .then()
                .statusCode(200)
                .body("", hasSize(3))
                .header("Link", notNullValue());
        patient()
                .get("/waiting-list?status=withdrawn&provider_id=" + provider.value())
                .then()
                .statusCode(200)
                .body("id", contains(first));
    }

    @Test
    void each_member_that_is_wrong_is_named() {
        join("\"weekdays\": [8], \"from_time\": \"24:00\", \"to_time\": \"9\"")
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("weekdays", "from_time", "to_time"));
        join("\"from_time\": \"10:00\", \"to_time\": \"09:00\"")
                .statusCode(422)
                .body("errors.field", contains("to_time"));
        join("\"earliest_date\": \"2026-02-02\", \"latest_date\": \"2026-02-01\"")
                .statusCode(422)
                .body("errors.field", contains("latest_date"));
        join("\"latest_date\": \"" + today.plusDays(731) + "\"")
                .statusCode(422)
                .body("errors[0].message", equalTo("Must be at most 730 days from today."));
        join("\"facility_id\": 999999999").statusCode(422).body("errors.field", contains("facility_id"));
        join("\"appointment_id\": 999999999").statusCode(422).body("errors.field", contains("appointment_id"));
        patient()
                .body("{\"appointment_type_id\": 3}")
                .post("/waiting-list")
                .then()
                .statusCode(422)
                .body("errors.field", contains("appointment_type_id"));
        patient().get("/waiting-list?status=asleep").then().statusCode(422);
    }

    @Test
    void the_desk_names_the_patient() {
        var desk = given().contentType(ContentType.JSON).header("Authorization", "Bearer " + TestUsers.receptionist());
        desk.body("{\"appointment_type_id\": 3}")
                .post("/waiting-list")
                .then()
                .statusCode(422)
                .body("errors.field", contains("patient_id"));
        desk.body("{\"appointment_type_id\": 3, \"provider_id\": %d, \"patient_id\": %d}"
                        .formatted(provider.value(), patient.value()))
                .post("/waiting-list")
                .then()
                .statusCode(201)
                .body("id", greaterThan(0));
    }

    private int joined(String more) {
        return join(more).statusCode(201).extract().path("id");
    }

    private ValidatableResponse join(String more) {
        return patient()
                .body("{\"appointment_type_id\": 1, \"provider_id\": %d%s}"
                        .formatted(provider.value(), more.isEmpty() ? "" : ", " + more))
                .post("/waiting-list")
                .then();
    }

    private ValidatableResponse accept(int id) {
        return patient().post("/waiting-list/" + id + "/acceptance").then();
    }

    private RequestSpecification patient() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
