package org.emiadi.absences.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What clients send and get. Each test has a provider and a facility of its own, as the server is shared.
@QuarkusTest
class AbsencesTest {
    private static final String MONDAY = "2031-03-03";

    @Inject
    Database database;

    private final String admin = TestUsers.admin();
    private final String desk = TestUsers.receptionist();
    private int provider;
    private int facility;
    private int visit;

    @BeforeEach
    void bookAVisit() {
        ProviderId made = TestPeople.provider(database);
        FacilityId place = TestFacilities.facility(database, "Clinic " + java.util.UUID.randomUUID(), "Africa/Nairobi");
        provider = made.value();
        facility = place.value();
        visit = database.write(tx -> tx.query("""
                        insert into appointments (patient_id, provider_id, facility_id, start_time, end_time)
                        values (:patient, :provider, :facility, '2031-03-03 09:00+03', '2031-03-03 09:30+03')
                        returning id
                        """)
                .bind("patient", TestPeople.patient(database).value())
                .bind("provider", provider)
                .bind("facility", facility)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void time_off_answers_with_what_it_displaces() {
        int id = post(desk, "/time-off", leave(provider))
                .statusCode(201)
                .body("message", equalTo("Time off entered."))
                .body("displaced_count", equalTo(1))
                .body("displaced[0].appointment_id", equalTo(visit))
                .body("displaced[0].provider_id", equalTo(provider))
                .body("displaced[0].facility_id", equalTo(facility))
                .body("displaced[0].start_time", equalTo("2031-03-03T09:00:00+03:00"))
                .body("displaced[0].end_time", equalTo("2031-03-03T09:30:00+03:00"))
                .body("displaced[0].status", equalTo("scheduled"))
                .extract()
                .path("time_off_id");

        as(desk).get("/time-off/" + id)
                .then()
                .statusCode(200)
                .body("kind", equalTo("leave"))
                .body("start_time", equalTo("2031-03-03T00:00:00+03:00"))
                .body("end_time", equalTo("2031-03-05T00:00:00+03:00"))
                .body("note", equalTo("Wedding"));
    }

    @Test
    void a_preview_has_the_same_shape_and_enters_nothing() {
        post(desk, "/time-off?preview=true", leave(provider))
                .statusCode(200)
                .body("time_off_id", nullValue())
                .body("displaced.appointment_id", contains(visit));
        post(admin, "/closures?preview=true", closure())
                .statusCode(200)
                .body("closure_id", nullValue())
                .body("displaced.appointment_id", contains(visit));
        post(admin, "/holidays?preview=true", "{\"country\": \"KE\", \"day\": \"2031-03-03\", \"name\": \"Idd\"}")
                .statusCode(200)
                .body("holiday_id", nullValue())
                .body("displaced.appointment_id", hasItem(visit));

        list("/time-off?provider_id=" + provider).body("", empty());
        list("/closures?facility_id=" + facility).body("", empty());
        needsMoving().body("", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                                          | from_date  | days-or-times",
                "\"from_date\": \"2031-03-03\"                                             | to_date    | required",
                "\"to_date\": \"2031-03-03\"                                               | from_date  | required",
                "\"start_time\": \"2031-03-03T09:00\"                                      | end_time   | required",
                "\"from_date\": \"2031-03-03\", \"end_time\": \"2031-03-03T09:00\"         | from_date  | days-or-times",
                "\"from_date\": \"2031-03-03\", \"to_date\": \"2031-03-02\"                | to_date    | not-before-first-day",
                "\"from_date\": \"2031-03-03\", \"to_date\": \"2032-03-03\"                | to_date    | at-most-a-year",
                "\"from_date\": \"9999-12-31\", \"to_date\": \"9999-12-31\"                | to_date    | date",
                "\"start_time\": \"2031-03-03T09:00\", \"end_time\": \"2031-03-03T09:00\"  | end_time   | end-after-start",
                "\"start_time\": \"2031-03-03T09:00\", \"end_time\": \"2032-03-04T09:00\"  | end_time   | at-most-a-year"
            })
    void spans_that_make_no_sense_are_refused(String span, String field, String code) {
        String members = span == null ? "" : ", " + span;

        post(desk, "/time-off", "{\"provider_id\": " + provider + ", \"kind\": \"sick\"" + members + "}")
                .statusCode(422)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].code", equalTo(code));
        post(admin, "/closures", "{\"facility_id\": " + facility + ", \"reason\": \"No water\"" + members + "}")
                .statusCode(422)
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void what_is_not_there_and_what_is_not_known_is_refused() {
        post(desk, "/time-off", leave(999_999_999)).statusCode(422).body("errors[0].code", equalTo("no-such-provider"));
        post(admin, "/closures", closure().replace(": " + facility, ": 999999999"))
                .statusCode(422)
                .body("errors[0].code", equalTo("no-such-facility"));
        post(desk, "/time-off", leave(provider).replace("leave", "strike"))
                .statusCode(422)
                .body("errors[0].code", equalTo("time-off-kind"));
        post(desk, "/time-off?preview=perhaps", leave(provider))
                .statusCode(422)
                .body("errors[0].code", equalTo("boolean"));
        as(desk).get("/time-off?from=2031-03-03&to=2031-03-03")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("to"));
        given().get("/holidays?country=XX").then().statusCode(422).body("errors[0].code", equalTo("country"));
        given().get("/holidays?year=99999").then().statusCode(422).body("errors[0].code", equalTo("range"));
    }

    @Test
    void everybody_may_know_the_holidays_that_the_calendar_has_filled_in() {
        int year = java.time.Clock.systemUTC()
                .instant()
                .atOffset(java.time.ZoneOffset.UTC)
                .getYear();

        given().get("/holidays?country=ke&year=" + year)
                .then()
                .statusCode(200)
                .body("country", everyItem(equalTo("KE")))
                .body("name", hasItem("Madaraka Day"))
                .body("source", hasItem("calendar"))
                .body("day", hasItem(year + "-06-01"));
    }

    @Test
    void a_holiday_is_entered_set_aside_observed_again_and_removed() {
        int id = post(admin, "/holidays", "{\"country\": \"KE\", \"day\": \"2031-03-03\", \"name\": \"Idd-ul-Fitr\"}")
                .statusCode(201)
                .body("displaced.appointment_id", hasItem(visit))
                .extract()
                .path("holiday_id");
        post(admin, "/holidays", "{\"country\": \"KE\", \"day\": \"2031-03-03\", \"name\": \"Idd\"}")
                .statusCode(409)
                .body("member", equalTo("day"));
        needsMoving().body("[0].reasons[0].absence", equalTo("holiday")).body("[0].reasons[0].absence_id", equalTo(id));

        patch(id, "", "{\"observed\": false}").body("displaced", empty());
        needsMoving().body("", empty());
        patch(id, "?preview=true", "{\"observed\": true}").body("displaced.appointment_id", hasItem(visit));
        needsMoving().body("", empty());
        patch(id, "", "{\"observed\": true, \"name\": \"Idd\"}").body("displaced.appointment_id", hasItem(visit));
        needsMoving().body("[0].reasons[0].name", equalTo("Idd"));

        as(admin).delete("/holidays/" + id).then().statusCode(200);
        needsMoving().body("", empty());
    }

    @Test
    void a_holiday_of_the_calendar_is_not_removed() {
        int madaraka = given().get("/holidays?country=KE").then().extract().path("find { it.source == 'calendar' }.id");

        as(admin)
                .delete("/holidays/" + madaraka)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/holiday-of-calendar"));
    }

    @Test
    void a_visit_that_needs_moving_can_be_kept_on_purpose() {
        post(desk, "/time-off", leave(provider)).statusCode(201);
        needsMoving().body("appointment_id", contains(visit)).body("[0].reasons[0].name", equalTo("leave"));

        post(desk, "/appointments/" + visit + "/keep", "{\"reason\": \"Dr. Achieng stands in\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("appointment_id", equalTo(visit))
                .body("kept_at", notNullValue());

        needsMoving().body("", empty());
        post(desk, "/appointments/" + visit + "/keep", "{}").statusCode(422);
    }

    @Test
    void visits_that_need_moving_can_be_cancelled_together_and_then_not_be_kept() {
        post(admin, "/closures", closure()).statusCode(201);
        String cancellation = "{\"appointment_ids\": [%d], \"reason\": \"No water\"}".formatted(visit);

        post(desk, "/needs-moving/cancellation", cancellation).statusCode(200).body("cancelled_count", equalTo(1));

        post(desk, "/needs-moving/cancellation", cancellation)
                .statusCode(422)
                .body("errors[0].field", equalTo("appointment_ids[0]"))
                .body("errors[0].code", equalTo("need-not-move"));
        post(desk, "/appointments/" + visit + "/keep", "{\"reason\": \"Water is back\"}")
                .statusCode(422)
                .body("type", equalTo("/problems/transition-not-allowed"));
    }

    @Test
    void at_most_a_hundred_are_cancelled_at_once() {
        String ids = IntStream.rangeClosed(1, 101).mapToObj(Integer::toString).collect(Collectors.joining(", "));

        post(desk, "/needs-moving/cancellation", "{\"appointment_ids\": [" + ids + "], \"reason\": \"Flood\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("too-many"));
        post(desk, "/needs-moving/cancellation", "{\"appointment_ids\": [], \"reason\": \"Flood\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("required"));
        post(desk, "/needs-moving/cancellation", "{\"appointment_ids\": [null], \"reason\": \"Flood\"}")
                .statusCode(422);
    }

    @Test
    void lists_have_pages() {
        post(desk, "/time-off", leave(provider)).statusCode(201);
        post(desk, "/time-off", leave(provider)).statusCode(201);

        String link = list("/time-off?provider_id=" + provider + "&limit=1")
                .body("", hasSize(1))
                .extract()
                .header("Link");

        assertThat(link).contains("rel=\"next\"");
        String next = link.substring(1, link.indexOf('>'));
        as(desk).urlEncodingEnabled(false)
                .get(java.net.URI.create(next))
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("", hasSize(1));
    }

    @Test
    void answers_are_in_swahili_where_that_is_asked_for() {
        as(desk).header("Accept-Language", "sw")
                .body(leave(provider))
                .post("/time-off")
                .then()
                .statusCode(201)
                .body("message", containsString("umeingizwa"))
                .body("message", not(containsString("Time off")));
    }

    private static String leave(int provider) {
        return """
                {"provider_id": %d, "kind": "leave", "from_date": "%s", "to_date": "2031-03-04", "note": " Wedding "}""".formatted(provider, MONDAY);
    }

    private String closure() {
        return """
                {"facility_id": %d, "start_time": "2031-03-03T08:00", "end_time": "2031-03-03T12:00", "reason": "No water"}""".formatted(facility);
    }

    private ValidatableResponse needsMoving() {
        return list("/needs-moving?facility_id=" + facility + "&from=" + MONDAY);
    }

    private ValidatableResponse list(String path) {
        return as(desk).get(path).then().statusCode(200);
    }

    private ValidatableResponse patch(int holiday, String query, String body) {
        return as(admin)
                .body(body)
                .patch("/holidays/" + holiday + query)
                .then()
                .statusCode(200)
                .body("holiday_id", equalTo(holiday));
    }

    private static ValidatableResponse post(String token, String path, String body) {
        return as(token).body(body).post(path).then();
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
