package org.emiadi.availability.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WorkingHoursResourceTest {
    private static final String MORNING = "\"start_time\": \"08:00\", \"end_time\": \"12:00\"";

    @Inject
    Facilities facilities;

    @Inject
    Clock clock;

    private final Database database = TestDatabase.ofTheHttpTests();
    private final String admin = TestUsers.admin();
    private final int provider = TestPeople.provider(database).value();

    @Test
    void weekly_hours_hold_from_today_every_week_for_all_types_unless_said_otherwise() {
        int id = added("\"weekday\": 1, " + MORNING);

        var first = database.read(facilities::first);
        get(id).statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("id", equalTo(id))
                .body("provider_id", equalTo(provider))
                .body("facility_id", equalTo(first.id().value()))
                .body("date", nullValue())
                .body("weekday", equalTo(1))
                .body("valid_from", equalTo(first.date(clock.instant()).toString()))
                .body("valid_to", nullValue())
                .body("every_weeks", equalTo(1))
                .body("start_time", equalTo("08:00"))
                .body("end_time", equalTo("12:00"))
                .body("capacity", equalTo(1))
                .body("appointment_type_ids", empty());
    }

    @Test
    void all_that_was_sent_is_read_again() {
        int id = added("""
                "weekday": 3, "valid_from": "2027-01-01", "valid_to": "2027-06-30", "every_weeks": 2, "start_time": "22:30",
                "end_time": "06:15", "capacity": 4, "appointment_type_ids": [3, 1, 3]""");

        get(id).body("weekday", equalTo(3))
                .body("valid_from", equalTo("2027-01-01"))
                .body("valid_to", equalTo("2027-06-30"))
                .body("every_weeks", equalTo(2))
                .body("start_time", equalTo("22:30"))
                .body("end_time", equalTo("06:15"))
                .body("capacity", equalTo(4))
                .body("appointment_type_ids", contains(1, 3));
    }

    @Test
    void a_session_on_one_day_has_a_date() {
        int id = added("\"date\": \"2027-01-09\", \"start_time\": \"16:00\", \"end_time\": \"24:00\"");

        get(id).body("date", equalTo("2027-01-09"))
                .body("weekday", equalTo(6))
                .body("valid_from", equalTo("2027-01-09"))
                .body("valid_to", equalTo("2027-01-09"))
                .body("end_time", equalTo("24:00"));
    }

    @ParameterizedTest
    @CsvSource({"00:00,24:00,24:00", "00:00,00:00,24:00", "08:00,08:00,08:00", "16:00,00:00,24:00"})
    void an_end_that_is_the_start_makes_a_day(String start, String end, String shown) {
        int id = added("\"date\": \"2027-01-09\", \"start_time\": \"%s\", \"end_time\": \"%s\"".formatted(start, end));

        get(id).body("start_time", equalTo(start)).body("end_time", equalTo(shown));
    }

    @Test
    void a_date_goes_without_the_members_of_weekly_hours() {
        add("""
                "date": "2027-01-09", "weekday": 6, "valid_from": "2027-01-01", "valid_to": "2027-02-01", "every_weeks": 1,
                "start_time": "08:00", "end_time": "12:00\"""")
                .statusCode(422)
                .body("errors.field", contains("weekday", "valid_from", "valid_to", "every_weeks"))
                .body("errors.code[0]", equalTo("not-with-date"));
    }

    @Test
    void a_session_on_one_day_takes_another_weekday_only_together_with_the_span_of_weekly_hours() {
        int id = added("\"date\": \"2027-01-09\", \"start_time\": \"08:00\", \"end_time\": \"12:00\"");

        change(id, "{\"weekday\": 3}")
                .statusCode(422)
                .body("errors.field", contains("weekday"))
                .body("errors.code", contains("not-with-date"));
        change(id, "{\"weekday\": 3, \"valid_to\": null}").statusCode(200).body("weekday", equalTo(3));
    }

    @Test
    void a_weekday_or_a_date_is_required() {
        add(MORNING)
                .statusCode(422)
                .body("errors.field", contains("weekday"))
                .body("errors.code", contains("required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"weekday\": 0 | weekday | at-least",
                "\"weekday\": 8 | weekday | at-most",
                "\"weekday\": 1, \"every_weeks\": 53 | every_weeks | at-most",
                "\"weekday\": 1, \"every_weeks\": 0 | every_weeks | at-least",
                "\"weekday\": 1, \"capacity\": 101 | capacity | at-most",
                "\"weekday\": 1, \"capacity\": 0 | capacity | at-least",
                "\"weekday\": 1, \"facility_id\": 999999 | facility_id | no-such-facility",
                "\"weekday\": 1, \"appointment_type_ids\": [999999] | appointment_type_ids | no-such-type",
                "\"weekday\": 1, \"appointment_type_ids\": \"all\" | appointment_type_ids | list",
                "\"weekday\": \"monday\" | weekday | number",
                "\"weekday\": 1, \"valid_from\": \"2027-02-30\" | valid_from | date",
                "\"weekday\": 7, \"valid_from\": \"2027-01-04\", \"valid_to\": \"2027-01-09\" | valid_to | no-day",
                "\"weekday\": 1, \"valid_from\": \"2027-01-04\", \"valid_to\": \"2026-01-04\" | valid_to | no-day",
                "\"date\": \"2027-13-01\" | date | date",
            })
    void what_cannot_be_is_named(String members, String field, String code) {
        add(members + ", " + MORNING)
                .statusCode(422)
                .body("errors.field", contains(field))
                .body("errors.code", contains(code));
    }

    @Test
    void types_are_not_without_number() {
        String types = IntStream.range(0, 201).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));

        add("\"weekday\": 1, " + MORNING + ", \"appointment_type_ids\": " + types)
                .statusCode(422)
                .body("errors.code", contains("too-many"));
        add("\"weekday\": 1, " + MORNING + ", \"appointment_type_ids\": [null]").statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8:00", "24:00", "25:00", "08:60", "08:00:30", "08:00Z", "eight", "", "08:00\\n"})
    void a_start_is_a_time_on_the_clock(String start) {
        add("\"weekday\": 1, \"start_time\": \"" + start + "\", \"end_time\": \"12:00\"")
                .statusCode(422)
                .body("errors.field.unique()", contains("start_time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:01", "24:00:00", "-1:00", "noon"})
    void so_is_an_end(String end) {
        add("\"weekday\": 1, \"start_time\": \"08:00\", \"end_time\": \"" + end + "\"")
                .statusCode(422)
                .body("errors.field", contains("end_time"))
                .body("errors.code", contains("clock-time"));
    }

    @Test
    void hours_are_of_a_provider_who_is_there() {
        as(admin)
                .body("{\"provider_id\": 999999999, \"weekday\": 1, " + MORNING + "}")
                .post("/working-hours")
                .then()
                .statusCode(422)
                .body("errors.field", contains("provider_id"))
                .body("errors.code", contains("no-such-provider"));
    }

    @Test
    void the_same_hours_twice_are_refused_and_the_first_are_named() {
        int first = added("\"weekday\": 1, " + MORNING);

        add("\"weekday\": 1, \"start_time\": \"11:00\", \"end_time\": \"17:00\"")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/hours-overlap"))
                .body("conflict.working_hours_id", equalTo(first));
        int afternoon = added("\"weekday\": 1, \"start_time\": \"12:00\", \"end_time\": \"17:00\"");
        change(afternoon, "{\"start_time\": \"11:00\"}")
                .statusCode(409)
                .body("conflict.working_hours_id", equalTo(first));
    }

    @Test
    void of_hours_only_what_is_sent_is_changed() {
        int id = added("\"weekday\": 1, \"valid_from\": \"2027-01-01\", \"valid_to\": \"2027-12-31\", " + MORNING);

        change(id, "{\"end_time\": \"13:00\", \"capacity\": 2, \"appointment_type_ids\": [2]}")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("weekday", equalTo(1))
                .body("valid_to", equalTo("2027-12-31"))
                .body("start_time", equalTo("08:00"))
                .body("end_time", equalTo("13:00"))
                .body("capacity", equalTo(2))
                .body("appointment_type_ids", contains(2));
        change(id, "{\"valid_to\": null, \"appointment_type_ids\": null, \"every_weeks\": 2}")
                .statusCode(200)
                .body("valid_to", nullValue())
                .body("appointment_type_ids", empty())
                .body("every_weeks", equalTo(2));
        change(id, "{}").statusCode(200).body("end_time", equalTo("13:00"));
    }

    @Test
    void weekly_hours_become_a_session_on_one_day_and_back() {
        int id = added("\"weekday\": 1, \"valid_from\": \"2027-01-01\", \"every_weeks\": 2, " + MORNING);

        change(id, "{\"date\": \"2027-01-09\"}")
                .body("date", equalTo("2027-01-09"))
                .body("weekday", equalTo(6))
                .body("every_weeks", equalTo(1));
        change(id, "{\"date\": null, \"valid_to\": null}")
                .body("date", nullValue())
                .body("weekday", equalTo(6))
                .body("valid_from", equalTo("2027-01-09"));
        change(id, "{\"date\": \"2027-01-09\", \"weekday\": 1}")
                .statusCode(422)
                .body("errors.field", contains("weekday"));
    }

    @Test
    void what_must_be_there_cannot_be_cleared_and_a_provider_cannot_be_exchanged() {
        int id = added("\"weekday\": 1, " + MORNING);

        for (String member :
                new String[] {"weekday", "valid_from", "every_weeks", "start_time", "capacity", "facility_id"}) {
            change(id, "{\"" + member + "\": null}").statusCode(422).body("errors.field", contains(member));
        }
        change(id, "{\"provider_id\": " + provider + "}").statusCode(422).body("errors.code", contains("unknown"));
        change(id, "{\"facility_id\": 999999}").statusCode(422).body("errors.code", contains("no-such-facility"));
        change(id, "{\"every_weeks\": 53}").statusCode(422).body("errors.code", contains("at-most"));
        change(id, "{\"start_time\": \"24:00\"}").statusCode(422).body("errors.code", contains("clock-time"));
    }

    @Test
    void a_change_made_on_an_old_version_is_refused() {
        int id = added("\"weekday\": 1, " + MORNING);

        as(admin)
                .header("If-Match", "\"7\"")
                .body("{\"capacity\": 2}")
                .patch("/working-hours/" + id)
                .then()
                .statusCode(412);
        as(admin)
                .header("If-Match", "\"7\"")
                .delete("/working-hours/" + id)
                .then()
                .statusCode(412);
        as(admin)
                .header("If-Match", "\"1\"")
                .delete("/working-hours/" + id)
                .then()
                .statusCode(200);
        get(id).statusCode(404);
    }

    @Test
    void anybody_may_ask_when_a_provider_works() {
        var kisumu = TestFacilities.facility(database, "Kisumu " + java.util.UUID.randomUUID(), "Africa/Nairobi");
        int here = added("\"weekday\": 1, " + MORNING);
        int there = added("\"weekday\": 1, \"facility_id\": " + kisumu.value() + ", " + MORNING);

        list("?provider_id=" + provider).statusCode(200).body("id", contains(here, there));
        list("?provider_id=" + provider + "&facility_id=" + kisumu.value()).body("id", contains(there));
        list("?facility_id=" + kisumu.value()).body("id", contains(there));
        list("?limit=1&provider_id=" + provider).body("", hasSize(1)).header("Link", containsString("rel=\"next\""));
        list("?provider_id=me").statusCode(422).body("errors.field", contains("provider_id"));
    }

    @Test
    void a_provider_plans_their_own_hours() {
        String own = TestUsers.provider(provider);

        int id = as(own).body("{\"provider_id\": " + provider + ", \"weekday\": 1, " + MORNING + "}")
                .post("/working-hours")
                .then()
                .statusCode(201)
                .header("Location", containsString("/working-hours/"))
                .body("message", equalTo("Working hours added."))
                .extract()
                .path("working_hours_id");
        as(own).body("{\"capacity\": 2}").patch("/working-hours/" + id).then().statusCode(200);
        as(own).delete("/working-hours/" + id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Working hours removed."));
    }

    private int added(String members) {
        return add(members).statusCode(201).extract().path("working_hours_id");
    }

    private ValidatableResponse add(String members) {
        return as(admin)
                .body("{\"provider_id\": " + provider + ", " + members + "}")
                .post("/working-hours")
                .then();
    }

    private ValidatableResponse change(int id, String changes) {
        return as(admin).body(changes).patch("/working-hours/" + id).then();
    }

    private static ValidatableResponse get(int id) {
        return given().get("/working-hours/" + id).then();
    }

    private static ValidatableResponse list(String query) {
        return given().get("/working-hours" + query).then();
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
