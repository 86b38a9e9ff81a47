package org.emiadi.series.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.emiadi.availability.TestHours;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A provider works from eight to twelve every day; consultations of half an hour, from ten days from now.
@QuarkusTest
class SeriesResourceTest {
    private static final Database DATABASE = TestDatabase.ofTheHttpTests();

    private final LocalDate day =
            LocalDate.now(Clock.system(ZoneId.of("Africa/Nairobi"))).plusDays(10);
    private final ProviderId provider = TestPeople.provider(DATABASE);
    private final PatientId patient = TestPeople.patient(DATABASE);
    private final String desk = TestUsers.signedIn(Role.RECEPTIONIST, null).accessToken();
    private final String self =
            TestUsers.signedIn(Role.PATIENT, patient.value()).accessToken();

    SeriesResourceTest() {
        TestHours.everyDay(DATABASE, provider, LocalTime.of(8, 0), LocalTime.of(12, 0));
    }

    @Test
    void a_patient_looks_books_what_is_offered_finds_it_and_cancels_it() {
        taken(1);

        var preview = post(self, "/appointments/series/preview", series("\"count\": 3, \"every_weeks\": 1"))
                .statusCode(200)
                .body("free", is(false))
                .body("visits.start_time", contains(nine(0), nine(1), nine(2)))
                .body("visits[0].end_time", equalTo(time(0, "09:30")))
                .body("visits.free", contains(true, false, true))
                .body("visits[0].problem", nullValue())
                .body("visits[0].alternative", nullValue())
                .body("visits[0].warnings", empty())
                .body("visits[1].problem.type", equalTo("/problems/provider-busy"))
                .body("visits[1].problem.title", equalTo("Provider is busy"))
                .body("visits[1].problem.detail", startsWith("The provider already"))
                .body("visits[1].problem.conflict", nullValue())
                .body("visits[1].alternative.start_time", equalTo(time(1, "09:30")))
                .body("visits[1].alternative.end_time", equalTo(time(1, "10:00")))
                .body("visits[1].alternative.provider_id", equalTo(provider.value()));
        String accepted = preview.extract().path("visits[1].alternative.start_time");

        int id = post(self, "/appointments/series", withStarts(nine(0), accepted, nine(2)))
                .statusCode(201)
                .header("Location", containsString("/appointments/series/"))
                .body("message", equalTo("Appointments booked."))
                .body("appointment_ids", hasSize(3))
                .body("warnings", nullValue())
                .extract()
                .path("series_id");

        var etag = get(self, id)
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("id", equalTo(id))
                .body("patient_id", equalTo(patient.value()))
                .body("provider_id", equalTo(provider.value()))
                .body("appointment_type_id", equalTo(1))
                .body("created_at", notNullValue())
                .body("appointments.start_time", contains(nine(0), accepted, nine(2)))
                .body("appointments.series_id", everyItem(is(id)))
                .extract()
                .header("ETag");
        post(self, "/appointments/series/" + id + "/cancellation", "{\"reason\": \"Moves away\"}")
                .statusCode(200)
                .body("message", equalTo("Appointments cancelled."))
                .body("series_id", equalTo(id))
                .body("appointment_ids", hasSize(3));
        get(self, id)
                .header("ETag", not(etag))
                .body("appointments.status", everyItem(is("cancelled")))
                .body("appointments.reason", everyItem(is("Moves away")))
                .body("appointments.cancelled_by", everyItem(is("patient")));
    }

    @Test
    void a_series_that_cannot_be_had_whole_is_refused_with_all_conflicts_in_the_readers_language() {
        int other = taken(1);

        post(desk, "/appointments/series", series("\"offsets_weeks\": [0, 1, 4]"))
                .statusCode(409)
                .body("type", equalTo("/problems/series-conflict"))
                .body("conflicts", hasSize(1))
                .body("conflicts[0].index", equalTo(1))
                .body("conflicts[0].start_time", equalTo(nine(1)))
                .body("conflicts[0].end_time", equalTo(time(1, "09:30")))
                .body("conflicts[0].problem.type", equalTo("/problems/provider-busy"))
                .body("conflicts[0].problem.conflict.appointment_id", equalTo(other))
                .body("conflicts[0].alternative.start_time", equalTo(time(1, "09:30")));
        as(desk).header("Accept-Language", "sw")
                .body(series("\"offsets_weeks\": [0, 1, 4]"))
                .post("/appointments/series")
                .then()
                .statusCode(409)
                .body("title", equalTo("Si ziara zote zinapatikana"))
                .body("conflicts[0].problem.title", not("Provider is busy"));
        as(desk).get("/appointments?patient_id=" + patient.value()).then().body("", empty());
    }

    @Test
    void what_is_wrong_with_a_member_is_told_of_the_visit() {
        String cover = as(desk).body("""
                        {"patient_id": %d, "provider_name": "SHA", "policy_number": "%s", "expiry_date": "%s"}""".formatted(patient.value(), UUID.randomUUID(), day))
                .post("/insurance")
                .then()
                .statusCode(201)
                .extract()
                .path("insurance_id")
                .toString();
        String body = series("\"count\": 2, \"every_weeks\": 1, \"cover_id\": " + cover);

        post(self, "/appointments/series/preview", body)
                .statusCode(200)
                .body("visits[1].problem.type", equalTo("/problems/invalid-input"))
                .body("visits[1].problem.detail", equalTo("The cover expires before the day of the visit."));
        post(desk, "/appointments/series/preview", body)
                .statusCode(200)
                .body("free", is(true))
                .body("visits[1].warnings", contains("cover-expired"));
        post(desk, "/appointments/series", body).statusCode(201).body("warnings", contains("cover-expired"));
    }

    @Test
    void a_repeated_call_books_once() {
        String key = UUID.randomUUID().toString();
        String body = series("\"count\": 2, \"every_months\": 1");

        int first = with(key, body).statusCode(201).extract().path("series_id");
        with(key, body).statusCode(201).body("series_id", equalTo(first));
        with(key, series("\"count\": 3, \"every_months\": 1")).statusCode(422);
    }

    @Test
    void staff_say_why_a_series_is_beside_the_hours_and_on_whose_side_the_reason_lies() {
        String evening = series("\"count\": 2, \"every_weeks\": 1, \"outside_hours\": true%s")
                .replace("T09:00", "T21:00");

        post(desk, "/appointments/series", evening.formatted(""))
                .statusCode(422)
                .body("errors.field", contains("reason"));
        post(self, "/appointments/series", evening.formatted(", \"reason\": \"Please\""))
                .statusCode(403);
        int id = post(desk, "/appointments/series", evening.formatted(", \"reason\": \"Works by day\""))
                .statusCode(201)
                .extract()
                .path("series_id");
        post(desk, "/appointments/series/" + id + "/cancellation", "{\"cancelled_by\": \"nobody\"}")
                .statusCode(422)
                .body("errors.field", contains("cancelled_by"));
        post(desk, "/appointments/series/" + id + "/cancellation", "{\"cancelled_by\": \"patient\"}")
                .statusCode(200);
        get(desk, id).body("appointments.cancelled_by", everyItem(is("patient")));
    }

    @Test
    void what_the_request_names_must_be_there() {
        post(desk, "/appointments/series/preview", series("\"count\": 2, \"every_weeks\": 1, \"facility_id\": 999999"))
                .statusCode(422)
                .body("errors.field", contains("facility_id"));
        get(desk, 999_999_999).statusCode(404);
        post(desk, "/appointments/series/999999999/cancellation", "{}").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "count": 2                                          | every_weeks   | one-rhythm
            "count": 2, "every_weeks": 1, "every_months": 1     | every_months  | one-rhythm
            "count": 2, "every_weeks": 1, "offsets_weeks": [0,1]| offsets_weeks | one-rhythm
            "every_weeks": 1                                    | count         | required
            "count": 2, "offsets_weeks": [0, 4]                 | count         | goes-with-every
            "count": 1, "every_weeks": 1                        | count         | at-least
            "count": 53, "every_weeks": 1                       | count         | at-most
            "count": 2, "every_weeks": 53                       | every_weeks   | at-most
            "count": 2, "every_months": 0                       | every_months  | at-least
            "count": 2, "every_months": 25                      | every_months  | at-most
            "offsets_weeks": [0]                                | offsets_weeks | entries
            "offsets_weeks": []                                 | offsets_weeks | entries
            "offsets_weeks": [1, 4]                             | offsets_weeks | first-is-zero
            "offsets_weeks": [0, 4, 4]                          | offsets_weeks | ascending
            "offsets_weeks": [0, 2653]                          | offsets_weeks | at-most
            "offsets_weeks": [0, null]                          | offsets_weeks | required
            "starts": ["2030-01-08T09:00", "2030-01-07T09:00"]  | starts        | ascending
            "starts": ["2030-01-08T09:00"]                      | starts        | entries
            """)
    void a_rhythm_that_makes_no_sense_is_refused_by_its_member(String rhythm, String field, String code) {
        post(desk, "/appointments/series/preview", series(rhythm))
                .statusCode(422)
                .body("errors.field", contains(field))
                .body("errors.code", contains(code));
    }

    @Test
    void the_first_visit_has_a_time_unless_all_have_one() {
        post(desk, "/appointments/series/preview", """
                        {"patient_id": %d, "provider_id": %d, "appointment_type_id": 1, "count": 2, "every_weeks": 1}""".formatted(patient.value(), provider.value()))
                .statusCode(422)
                .body("errors.field", contains("start_time"));
        post(desk, "/appointments/series/preview", """
                        {"patient_id": %d, "provider_id": %d, "start_time": "%s", "count": 2, "every_weeks": 1}""".formatted(patient.value(), provider.value(), nine(0)))
                .statusCode(422)
                .body("errors.field", contains("end_time"));
        post(desk, "/appointments/series/preview", """
                        {"patient_id": %d, "provider_id": %d, "start_time": "%s", "end_time": "%s", "starts": ["%s", "%s"]}""".formatted(
                                patient.value(), provider.value(), nine(0), time(0, "09:45"), nine(1), nine(2)))
                .statusCode(200)
                .body("visits.start_time", contains(nine(1), nine(2)))
                .body("visits[1].end_time", equalTo(time(2, "09:45")));
    }

    private int taken(int week) {
        return as(desk).body("""
                        {"patient_id": %d, "provider_id": %d, "appointment_type_id": 1, "start_time": "%s"}""".formatted(TestPeople.patient(DATABASE).value(), provider.value(), nine(week)))
                .post("/appointments")
                .then()
                .statusCode(201)
                .extract()
                .path("appointment_id");
    }

    private String series(String more) {
        return """
                {"patient_id": %d, "provider_id": %d, "appointment_type_id": 1, "start_time": "%s", %s}""".formatted(patient.value(), provider.value(), nine(0), more);
    }

    private String withStarts(String... starts) {
        return """
                {"patient_id": %d, "provider_id": %d, "appointment_type_id": 1, "starts": ["%s"]}""".formatted(patient.value(), provider.value(), String.join("\", \"", List.of(starts)));
    }

    private String nine(int week) {
        return time(week, "09:00");
    }

    private String time(int week, String wall) {
        return day.plusWeeks(week) + "T" + wall + ":00+03:00";
    }

    private static ValidatableResponse post(String token, String path, String body) {
        return as(token).body(body).post(path).then();
    }

    private ValidatableResponse with(String key, String body) {
        return as(desk).header("Idempotency-Key", key)
                .body(body)
                .post("/appointments/series")
                .then();
    }

    private static ValidatableResponse get(String token, int id) {
        return as(token).get("/appointments/series/" + id).then();
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
