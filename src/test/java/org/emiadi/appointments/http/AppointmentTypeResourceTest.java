package org.emiadi.appointments.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.UUID;
import org.emiadi.identity.http.TestUsers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppointmentTypeResourceTest {

    @Test
    void a_client_that_knows_names_only_can_still_add_and_rename() {
        String name = UUID.randomUUID().toString();
        int id = admin().body("{\"name\": \"" + name + "\"}")
                .post("/appointment-types")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .extract()
                .path("appointment_type_id");
        admin().body("{\"name\": \"" + name.toUpperCase(Locale.ROOT) + "\"}")
                .patch("/appointment-types/" + id)
                .then()
                .statusCode(200)
                .body("duration_minutes", equalTo(30))
                .body("bookable_by", equalTo("patients"))
                .body("cadres", empty());
    }

    @Test
    void a_change_leaves_alone_what_it_does_not_name_and_clears_what_it_sends_as_null() {
        int id = added("""
                {"name": "%s", "duration_minutes": 20, "buffer_after_minutes": 5, "starts_every_minutes": 10,
                 "bookable_by": "staff", "colour": "#AABBCC", "cadres": ["Nurse"],
                 "description": {"en": "Jabs", "sw": "Chanjo"}}""");
        admin().header("If-Match", "\"1\"")
                .body("{\"starts_every_minutes\": null, \"description\": {\"en\": null}}")
                .patch("/appointment-types/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        given().get("/appointment-types/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("duration_minutes", equalTo(20))
                .body("buffer_after_minutes", equalTo(5))
                .body("starts_every_minutes", nullValue())
                .body("bookable_by", equalTo("staff"))
                .body("colour", equalTo("#aabbcc"))
                .body("cadres", contains("Nurse"))
                .body("description.en", nullValue())
                .body("description.sw", equalTo("Chanjo"));
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen() {
        int id = added("{\"name\": \"%s\"}");
        admin().body("{\"horizon_days\": 30}")
                .patch("/appointment-types/" + id)
                .then()
                .statusCode(200);
        admin().header("If-Match", "\"1\"")
                .body("{\"horizon_days\": 60}")
                .patch("/appointment-types/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void each_member_out_of_range_is_named() {
        admin().body("""
                        {"name": "X", "duration_minutes": 4, "buffer_before_minutes": 241, "buffer_after_minutes": -1,
                         "starts_every_minutes": 0, "minimum_notice_minutes": 525601, "horizon_days": 0,
                         "bookable_by": "nobody", "colour": "red", "cadres": [" "]}""")
                .post("/appointment-types")
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        hasItems(
                                "duration_minutes",
                                "buffer_before_minutes",
                                "buffer_after_minutes",
                                "starts_every_minutes",
                                "minimum_notice_minutes",
                                "horizon_days",
                                "bookable_by",
                                "colour",
                                "cadres"));
        admin().body("{\"duration_minutes\": 1441, \"name\": null, \"cadres\": null}")
                .patch("/appointment-types/1")
                .then()
                .statusCode(422)
                .body("errors.field", contains("cadres", "duration_minutes", "name"));
    }

    @Test
    void there_may_be_no_such_type() {
        given().get("/appointment-types/999999999").then().statusCode(404);
        admin().body("{\"horizon_days\": 30}")
                .patch("/appointment-types/999999999")
                .then()
                .statusCode(404);
    }

    private static int added(String body) {
        return admin().body(body.formatted(UUID.randomUUID()))
                .post("/appointment-types")
                .then()
                .statusCode(201)
                .extract()
                .path("appointment_type_id");
    }

    private static RequestSpecification admin() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + TestUsers.admin());
    }
}
