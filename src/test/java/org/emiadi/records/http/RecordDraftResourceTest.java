package org.emiadi.records.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordDraftResourceTest {
    private final Database database = TestDatabase.ofTheHttpTests();
    private final int provider = TestPeople.provider(database).value();
    private final String author = TestUsers.provider(provider);
    private int visit;
    private String path = "";

    @BeforeEach
    void somebody_comes_by() {
        visit = visit();
        path = "/medical-records/drafts/" + visit;
    }

    @Test
    void a_draft_is_saved_again_and_again_and_is_gone_when_the_record_is_written() {
        String first = as(author)
                .header("If-Match", "\"0\"")
                .body("{\"notes\": \"Coughs\"}")
                .put(path)
                .then()
                .statusCode(200)
                .body("appointment_id", equalTo(visit))
                .body("notes", equalTo("Coughs"))
                .body("diagnosis", nullValue())
                .extract()
                .header("ETag");
        as(author)
                .header("If-Match", first)
                .body("{\"notes\": \"Coughs since Sunday\"}")
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        as(author)
                .header("If-Match", first)
                .body("{\"notes\": \"Sneezes\"}")
                .put(path)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/lost-update"));
        as(author).get("/medical-records/drafts").then().body("appointment_id", hasItem(visit));

        as(author)
                .body("{\"appointment_id\": " + visit + ", \"diagnosis\": \"Cold\"}")
                .post("/medical-records")
                .then()
                .statusCode(201);

        as(author).get(path).then().statusCode(404);
        as(author).get("/medical-records/drafts").then().body("appointment_id", not(hasItem(visit)));
    }

    @Test
    void a_draft_is_thrown_away() {
        as(author).body("{}").put(path).then().statusCode(200).body("notes", nullValue());
        as(author)
                .header("Accept-Language", "sw")
                .delete(path)
                .then()
                .statusCode(200)
                .body("message", equalTo("Rasimu imetupwa."));
        as(author).delete(path).then().statusCode(404);
    }

    @Test
    void what_cannot_stand_in_a_record_is_refused_in_a_draft() {
        as(author)
                .body("{\"diagnosis\": \"" + "x".repeat(256) + "\"}")
                .put(path)
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("diagnosis"));
    }

    private int visit() {
        int facility = TestFacilities.whereItIsDay(database).value();
        int patient = TestPeople.patient(database).value();
        return as(TestUsers.receptionist())
                .body("""
                        {"patient_id": %d, "provider_id": %d, "facility_id": %d, "outside_hours": true, "reason": "Came by"}""".formatted(patient, provider, facility))
                .post("/queue/walk-ins")
                .then()
                .statusCode(201)
                .extract()
                .path("appointment_id");
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
