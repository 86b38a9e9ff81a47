package org.emiadi.calendar.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CalendarResourceTest {
    private final Database database = TestDatabase.ofTheHttpTests();
    private final int patient = TestPeople.patient(database).value();
    private final int provider = TestPeople.provider(database).value();
    private final String desk = TestUsers.receptionist();

    @Test
    void a_patient_gets_the_file_and_after_a_change_its_next_version() {
        int id = booked();
        String self = TestUsers.patient(patient);
        String reference = as(self).get("/appointments/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("reference");

        String file = as(self).header("Accept-Language", "sw")
                .get("/appointments/" + id + "/calendar")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/calendar;charset=UTF-8"))
                .header("Content-Disposition", containsString("miadi-" + reference + ".ics"))
                .header("Content-Language", "sw")
                .extract()
                .asString();
        assertThat(file).contains("UID:" + reference + "@e-miadi", "SEQUENCE:1", "SUMMARY:Miadi katika ");

        as(desk).body("{\"status\": \"cancelled\"}")
                .patch("/appointments/" + id + "/status")
                .then()
                .statusCode(200);
        assertThat(as(desk).get("/appointments/" + id + "/calendar").asString())
                .contains("UID:" + reference + "@e-miadi", "SEQUENCE:2", "STATUS:CANCELLED");
    }

    @Test
    void somebody_elses_appointment_is_not_there() {
        as(TestUsers.patient(TestPeople.patient(database).value()))
                .get("/appointments/" + booked() + "/calendar")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private int booked() {
        return as(desk).body("""
                {"patient_id": %d, "provider_id": %d, "start_time": "2036-05-05T09:00:00+03:00",
                 "end_time": "2036-05-05T09:30:00+03:00"}""".formatted(patient, provider))
                .post("/appointments")
                .then()
                .statusCode(201)
                .extract()
                .path("appointment_id");
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
