package org.emiadi.clinic.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.emiadi.identity.http.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettingsResourceTest {
    private String before = "";
    private String seen = "";

    @BeforeEach
    void remember() {
        var now = given().get("/settings");
        before = now.asString();
        seen = now.header("ETag");
    }

    // The settings are those of all tests.
    @AfterEach
    void put_back() {
        admin().body(before).patch("/settings").then().statusCode(200);
    }

    @Test
    void anybody_may_read_them() {
        given().get("/settings")
                .then()
                .statusCode(200)
                .body("name", equalTo("Main clinic"))
                .body("idle_minutes", equalTo(20))
                .body("language", equalTo("en"));
    }

    @Test
    void a_change_leaves_alone_what_it_does_not_name_and_clears_what_it_sends_as_null() {
        patch(
                        "{\"phone\": \"020 272 3456\", \"what_to_bring\": {\"en\": null, \"sw\": \"Kadi\"}, \"idle_minutes\": 30}")
                .then()
                .statusCode(200)
                .body("name", equalTo("Main clinic"))
                .body("phone", equalTo("+254202723456"))
                .body("idle_minutes", equalTo(30));
        patch("{\"phone\": null}").then().statusCode(200).body("phone", nullValue());
        given().get("/settings")
                .then()
                .body("what_to_bring.en", nullValue())
                .body("what_to_bring.sw", equalTo("Kadi"))
                .body("idle_minutes", equalTo(30));
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen() {
        admin().header("If-Match", seen)
                .body("{\"idle_minutes\": 40}")
                .patch("/settings")
                .then()
                .statusCode(200);
        admin().header("If-Match", seen)
                .body("{\"idle_minutes\": 50}")
                .patch("/settings")
                .then()
                .statusCode(412);
    }

    @Test
    void each_member_that_makes_no_sense_is_named() {
        patch("""
                {"name": " ", "phone": "12", "idle_minutes": 121, "language": "fr", "what_to_bring": null}""")
                .then()
                .statusCode(422)
                .body("errors.field", contains("idle_minutes", "language", "name", "phone", "what_to_bring"));
        patch("{\"idle_minutes\": 4, \"what_to_bring\": {\"en\": \"" + "x".repeat(501) + "\"}}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("idle_minutes", "what_to_bring.en"));
    }

    private static Response patch(String body) {
        return admin().body(body).patch("/settings");
    }

    private static RequestSpecification admin() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + TestUsers.admin());
    }
}
