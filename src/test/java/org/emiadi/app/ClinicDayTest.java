package org.emiadi.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.emiadi.identity.http.TestUsers;
import org.junit.jupiter.api.Test;

/// One day of a clinic over HTTP, as the README tells it.
@QuarkusTest
class ClinicDayTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    private final String admin = TestUsers.admin();

    @Test
    void a_patient_is_registered_booked_moved_seen_and_written_about() {
        int provider = registerProvider();
        int patient = registerPatientWithTwoCovers();
        String today = LocalDate.now(java.time.Clock.system(NAIROBI)).toString();

        int appointment = book(patient, provider, today + "T09:00:00+03:00", today + "T09:30:00+03:00");
        refusedOverlap(patient, provider, today, appointment);
        reschedule(appointment, today);
        complete(appointment);

        String token = TestUsers.provider(provider);
        int record = writeRecord(token, appointment);
        as(token)
                .get("/medical-records/patient/" + patient)
                .then()
                .statusCode(200)
                .body("id", contains(record))
                .body("[0].diagnosis", equalTo("Malaria"));
        as(admin).get("/medical-records/" + record).then().statusCode(403);

        as(token).post("/auth/logout").then().statusCode(200);
        as(token)
                .get("/medical-records/" + record)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/sign-in-required"));
    }

    private int registerProvider() {
        return as(admin)
                .body("""
                        {"first_name": "Otieno", "last_name": "Odhiambo", "cadre": "Clinical officer"}
                        """)
                .post("/providers")
                .then()
                .statusCode(201)
                .extract()
                .path("provider_id");
    }

    private int registerPatientWithTwoCovers() {
        String unique = UUID.randomUUID().toString();
        int patient = as(admin)
                .body("""
                        {"first_name": "Wanjiku", "last_name": "Kamau", "gender": "F", "date_of_birth": "1990-05-31",
                         "insurances": [
                            {"provider_name": "SHA", "policy_number": "SHA-%1$s", "expiry_date": "2030-01-31"},
                            {"provider_name": "Jubilee", "policy_number": "JUB-%1$s", "expiry_date": "2030-01-31"}]}
                        """.formatted(unique))
                .post("/patients")
                .then()
                .statusCode(201)
                .body("patient_number", matchesPattern("PAT-\\d{3,}"))
                .extract()
                .path("patient_id");
        as(admin).get("/insurance/patient/" + patient).then().statusCode(200).body("", hasSize(2));
        return patient;
    }

    private int book(int patient, int provider, String start, String end) {
        return as(admin)
                .body(appointment(patient, provider, start, end))
                .post("/appointments")
                .then()
                .statusCode(201)
                .extract()
                .path("appointment_id");
    }

    private void refusedOverlap(int patient, int provider, String today, int appointment) {
        as(admin)
                .body(appointment(patient, provider, today + "T09:15", today + "T09:45"))
                .header("Accept-Language", "sw")
                .post("/appointments")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/provider-busy"))
                .body("message", equalTo("Mhudumu tayari ana miadi wakati huo."))
                .body("conflict.appointment_id", equalTo(appointment));
    }

    private void reschedule(int appointment, String today) {
        as(admin)
                .body("""
                        {"status": "rescheduled", "rescheduled_start_time": "%sT11:00:00+03:00"}
                        """.formatted(today))
                .patch("/appointments/" + appointment + "/status")
                .then()
                .statusCode(200)
                .body("status", equalTo("rescheduled"))
                .body("start_time", equalTo(today + "T09:00:00+03:00"))
                .body("rescheduled_end_time", equalTo(today + "T11:30:00+03:00"));
    }

    private void complete(int appointment) {
        as(admin)
                .body("{\"status\": \"completed\"}")
                .patch("/appointments/" + appointment + "/status")
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"));
        as(admin)
                .body("{\"status\": \"cancelled\"}")
                .patch("/appointments/" + appointment + "/status")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/transition-not-allowed"));
    }

    private int writeRecord(String token, int appointment) {
        return as(token)
                .body("""
                        {"appointment_id": %d, "diagnosis": "Malaria", "treatment": "Artemether-lumefantrine"}
                        """.formatted(appointment))
                .post("/medical-records")
                .then()
                .statusCode(201)
                .extract()
                .path("record_id");
    }

    @Test
    void what_is_wrong_with_the_input_is_said_of_each_member() {
        as(admin)
                .body("""
                        {"first_name": " ", "date_of_birth": "2999-01-01", "phone": "12", "email": "x",
                         "insurances": [{"provider_name": "SHA", "policy_number": "x"}]}
                        """)
                .post("/patients")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-input"))
                .body("errors.field", hasItem("first_name"))
                .body("errors.field", hasItem("last_name"))
                .body("errors.field", hasItem("date_of_birth"))
                .body("errors.field", hasItem("phone"))
                .body("errors.field", hasItem("email"))
                .body("errors.field", hasItem("insurances[0].expiry_date"));
    }

    private static String appointment(int patient, int provider, String start, String end) {
        return """
                {"patient_id": %d, "provider_id": %d, "appointment_type_id": 1, "start_time": "%s", "end_time": "%s"}
                """.formatted(patient, provider, start, end);
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
