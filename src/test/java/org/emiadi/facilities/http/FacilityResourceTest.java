package org.emiadi.facilities.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.emiadi.identity.http.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FacilityResourceTest {
    private final String admin = TestUsers.admin();
    private final String name = "Kisumu " + UUID.randomUUID();

    @Test
    void one_facility_stands_from_the_start_for_everybody_to_see() {
        given().get("/facilities")
                .then()
                .statusCode(200)
                .body("[0].id", equalTo(1))
                .body("[0].name", equalTo("Main clinic"))
                .body("[0].country", equalTo("KE"))
                .body("[0].time_zone", equalTo("Africa/Nairobi"));
        given().get("/facilities/1").then().statusCode(200).header("ETag", not(nullValue()));
    }

    @Test
    void what_was_added_can_be_read_by_everybody() {
        String facility = as(admin)
                .body("""
                        {"name": "%s", "mfl_code": "k-%s", "country": "ke", "county": "Kisumu", "address": "Oginga Odinga Street",
                         "phone": "0712 345 678", "time_zone": "Africa/Nairobi", "open_on_holidays": true}""".formatted(name, name.substring(7, 15)))
                .post("/facilities")
                .then()
                .statusCode(201)
                .header("Location", containsString("/facilities/"))
                .extract()
                .header("Location");

        given().get(facility)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo(name))
                .body("country", equalTo("KE"))
                .body("county", equalTo("Kisumu"))
                .body("phone", equalTo("+254712345678"))
                .body("open_on_holidays", equalTo(true));
    }

    @Test
    void a_name_belongs_to_one_facility() {
        add();

        as(admin)
                .body(facility(name.toUpperCase(java.util.Locale.ROOT)))
                .post("/facilities")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-in-use"))
                .body("member", equalTo("name"));
    }

    @ParameterizedTest
    @CsvSource({
        "time_zone,EAT,time-zone",
        "time_zone,+03:00,time-zone",
        "time_zone,Africa/Nowhere,time-zone",
        "time_zone,SystemV/EST5EDT,time-zone",
        "time_zone,' ',required",
        "country,Kenya,country",
        "country,XX,country",
        "mfl_code,1 2,mfl-code",
        "phone,12,phone",
        "name,' ',required",
    })
    void what_cannot_be_is_named(String member, String value, String code) {
        int id = add();
        as(admin)
                .body("{\"" + member + "\": \"" + value + "\"}")
                .patch("/facilities/" + id)
                .then()
                .statusCode(422)
                .body("errors.field", contains(member))
                .body("errors.code", contains(code));
    }

    @Test
    void what_must_be_there_is_named() {
        as(admin)
                .body("{}")
                .post("/facilities")
                .then()
                .statusCode(422)
                .body("errors.field", contains("country", "name", "time_zone"));
    }

    @Test
    void of_a_facility_only_what_is_sent_is_changed_and_null_clears() {
        int id = add();
        as(admin)
                .body("{\"county\": \"Kisumu\", \"phone\": \"0712 345 678\"}")
                .patch("/facilities/" + id)
                .then()
                .statusCode(200);

        as(admin)
                .header("If-Match", "\"2\"")
                .body("{\"county\": null, \"time_zone\": \"Europe/Berlin\", \"country\": \"DE\"}")
                .patch("/facilities/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("name", equalTo(name))
                .body("county", nullValue())
                .body("phone", equalTo("+254712345678"))
                .body("country", equalTo("DE"))
                .body("time_zone", equalTo("Europe/Berlin"));
        as(admin)
                .body("{\"time_zone\": null}")
                .patch("/facilities/" + id)
                .then()
                .statusCode(422)
                .body("errors.code", contains("required"));
    }

    @Test
    void a_change_made_on_an_old_version_is_refused() {
        as(admin)
                .header("If-Match", "\"7\"")
                .body("{\"county\": \"Kisumu\"}")
                .patch("/facilities/" + add())
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/lost-update"));
    }

    @Test
    void lists_are_paged() {
        add();

        String next = given().get("/facilities?limit=1")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .header("Link");
        given().urlEncodingEnabled(false)
                .get(next.substring(1, next.indexOf('>')))
                .then()
                .statusCode(200)
                .body("[0].id", not(equalTo(1)));
        given().get("/facilities?limit=0").then().statusCode(422).body("errors.field", contains("limit"));
    }

    @Test
    void rooms_are_added_listed_and_renamed() {
        String rooms = "/facilities/" + add() + "/rooms";
        String room = as(admin)
                .body("{\"name\": \"Room 1\"}")
                .post(rooms)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        given().get(rooms).then().statusCode(200).body("", hasSize(1)).body("[0].name", equalTo("Room 1"));
        as(admin)
                .body("{\"name\": \"room 1\"}")
                .post(rooms)
                .then()
                .statusCode(409)
                .body("member", equalTo("name"));
        as(admin)
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"Room 2\"}")
                .patch(room)
                .then()
                .statusCode(200)
                .body("name", equalTo("Room 2"));
        as(admin)
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"Room 3\"}")
                .patch(room)
                .then()
                .statusCode(412);
        given().get(room)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Room 2"));
        given().get(rooms).then().body("name", hasItem("Room 2"));
    }

    @Test
    void a_facility_that_is_not_there_has_no_rooms() {
        given().get("/facilities/999999999/rooms").then().statusCode(404);
        as(admin)
                .body("{\"name\": \"Room 1\"}")
                .post("/facilities/999999999/rooms")
                .then()
                .statusCode(404);
    }

    @Test
    void the_words_are_in_the_language_of_the_reader() {
        as(admin)
                .header("Accept-Language", "sw")
                .body("{\"time_zone\": \"EAT\"}")
                .patch("/facilities/1")
                .then()
                .statusCode(422)
                .body("errors.message", contains("Lazima iwe ukanda wa saa wa orodha ya IANA, kama Africa/Nairobi."));
    }

    private int add() {
        return as(admin)
                .body(facility(name))
                .post("/facilities")
                .then()
                .statusCode(201)
                .extract()
                .path("facility_id");
    }

    private static String facility(String name) {
        return """
                {"name": "%s", "country": "KE", "time_zone": "Africa/Nairobi"}""".formatted(name);
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
