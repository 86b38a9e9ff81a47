package org.emiadi.people.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.emiadi.identity.http.TestUsers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DuplicatesTest {
    private final String desk = TestUsers.receptionist();

    @Test
    void the_desk_is_told_who_may_be_known_already_and_by_what() {
        String nationalId = UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        int known = post("/patients", """
                {"first_name": "Njeri", "last_name": "Wairimu", "national_id": "%s"}""".formatted(nationalId))
                .statusCode(201)
                .extract()
                .path("patient_id");

        post("/patients/duplicates", """
                {"first_name": "Wairimu", "last_name": "Njeri", "national_id": "%s"}""".formatted(nationalId))
                .statusCode(200)
                .body("[0].patient.id", equalTo(known))
                .body("[0].signs", contains("national_id", "name"));
        post("/patients/duplicates", """
                {"first_name": "Xavier", "last_name": "Quilombo"}""").statusCode(200).body("", empty());
    }

    @Test
    void what_cannot_be_read_is_told() {
        post("/patients/duplicates", """
                {"first_name": "Njeri", "last_name": "Wairimu", "phone": "12"}""").statusCode(422).body("errors.field", contains("phone"));
    }

    private ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + desk)
                .body(body)
                .post(path)
                .then();
    }
}
