package org.emiadi.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was found open in the original system. None of it may come back.
@QuarkusTest
class HolesOfTheOriginalTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    private final Database database = TestDatabase.ofTheHttpTests();
    private final int patient = TestPeople.patient(database).value();
    private final int other = TestPeople.patient(database).value();
    private final int provider = TestPeople.provider(database).value();
    private final String admin = TestUsers.admin();
    private final String asPatient = TestUsers.patient(patient);

    @Test
    void nobody_registers_users_but_an_admin() {
        String user = user("intruder-" + UUID.randomUUID(), "a long password", "admin");
        given().contentType(ContentType.JSON)
                .body(user)
                .post("/auth/register-user")
                .then()
                .statusCode(401);
        for (String token : List.of(asPatient, TestUsers.receptionist(), TestUsers.provider(provider))) {
            as(token).body(user).post("/auth/register-user").then().statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "1234567890"})
    void short_and_common_passwords_are_refused(String password) {
        as(admin)
                .body(user("somebody-" + UUID.randomUUID(), password, "admin"))
                .post("/auth/register-user")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("password"));
    }

    @Test
    void unknown_roles_are_refused() {
        as(admin)
                .body(user("somebody-" + UUID.randomUUID(), "a long password", "superuser"))
                .post("/auth/register-user")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("role"));
    }

    @Test
    void one_person_has_one_user_of_the_right_kind() {
        for (String body : List.of(
                userOf(provider, "patient"),
                userOf(patient, "provider"),
                userOf(99_999_999, "provider"),
                userOf(null, "patient"))) {
            as(admin)
                    .body(body)
                    .post("/auth/register-user")
                    .then()
                    .statusCode(422)
                    .body("errors.field", hasItem("person_id"));
        }
        as(admin)
                .body(userOf(patient, "patient"))
                .post("/auth/register-user")
                .then()
                .statusCode(409)
                .body("member", equalTo("person_id"));
    }

    @Test
    void a_patient_sees_and_changes_nobody_else() {
        int cover = cover(other);
        as(asPatient).get("/patients").then().statusCode(200).body("id", everyItem(equalTo(patient)));
        as(asPatient).get("/patients?search=kamau").then().statusCode(200).body("id", everyItem(equalTo(patient)));
        as(asPatient).get("/patients/" + other).then().statusCode(404);
        as(asPatient)
                .body("{\"first_name\": \"X\"}")
                .patch("/patients/" + other)
                .then()
                .statusCode(404);
        as(asPatient).get("/insurance/patient/" + other).then().statusCode(200).body("", empty());
        as(asPatient).get("/insurance/" + cover).then().statusCode(404);
        as(asPatient)
                .body("{\"provider_name\": \"X\"}")
                .put("/insurance/" + cover)
                .then()
                .statusCode(404);
        as(asPatient)
                .body("{\"patient_id\": " + patient + "}")
                .put("/insurance/" + cover)
                .then()
                .statusCode(404);
        as(asPatient).delete("/insurance/" + cover).then().statusCode(404);
        as(asPatient)
                .body(appointment(other, "2030-05-06T09:00"))
                .post("/appointments")
                .then()
                .statusCode(403);
        as(asPatient)
                .body("{\"first_name\": \"A\", \"last_name\": \"B\", \"cadre\": \"C\"}")
                .post("/providers")
                .then()
                .statusCode(403);
        as(asPatient).get("/providers/" + provider).then().statusCode(200).body("", not(hasKey("phone")));
    }

    @Test
    void a_cover_never_moves_to_another_patient() {
        int cover = cover(other);
        as(admin)
                .body("{\"patient_id\": " + patient + "}")
                .put("/insurance/" + cover)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("patient_id"));
    }

    @Test
    void a_provider_writes_in_nobody_elses_name_and_only_of_what_took_place() {
        int visit = booked(patient, today() + "T00:00");
        int stranger = TestPeople.provider(database).value();
        String asStranger = TestUsers.provider(stranger);
        as(asStranger).body(record(visit)).post("/medical-records").then().statusCode(404);
        as(asStranger)
                .get("/medical-records/patient/" + patient)
                .then()
                .statusCode(200)
                .body("", empty());
        String asProvider = TestUsers.provider(provider);
        as(asProvider)
                .body(record(visit).replace("}", ", \"provider_id\": " + stranger + "}"))
                .post("/medical-records")
                .then()
                .statusCode(422);
        int coming = booked(patient, "2031-05-06T09:00");
        as(asProvider).body(record(coming)).post("/medical-records").then().statusCode(422);
    }

    @Test
    void of_fifty_equal_bookings_at_once_one_succeeds_and_none_fails() throws Exception {
        String start = "2032-0" + (1 + Math.floorMod(UUID.randomUUID().hashCode(), 9)) + "-06T09:00";
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            var rivals = IntStream.range(0, 50)
                    .mapToObj(i -> (Callable<Integer>) () -> as(admin)
                            .body(appointment(patient, start))
                            .post("/appointments")
                            .statusCode())
                    .toList();
            for (var each : threads.invokeAll(rivals)) {
                statuses.add(each.get());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
    }

    @Test
    void times_that_make_no_sense_are_refused() {
        as(admin)
                .body(appointment(patient, "2030-05-06T09:00", "2030-05-06T09:00"))
                .post("/appointments")
                .then()
                .statusCode(422);
        as(admin)
                .body(appointment(patient, "2030-05-06T09:00", "2030-05-06T08:00"))
                .post("/appointments")
                .then()
                .statusCode(422);
        as(admin)
                .body(appointment(patient, "1", "now"))
                .post("/appointments")
                .then()
                .statusCode(422);
        as(asPatient)
                .body(appointment(patient, "2020-05-06T09:00"))
                .post("/appointments")
                .then()
                .statusCode(422);
        as(admin)
                .body(appointment(patient, "2030-05-06T09:00").replace("}", ", \"status\": \"completed\"}"))
                .post("/appointments")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("status"));
    }

    @Test
    void local_and_zoned_times_mean_the_same_hour() {
        int local = booked(patient, "2030-06-06T09:00");
        as(admin).get("/appointments/" + local).then().body("start_time", equalTo("2030-06-06T09:00:00+03:00"));
        as(admin)
                .body(appointment(other, "2030-06-06T06:00:00Z", "2030-06-06T06:30:00Z"))
                .post("/appointments")
                .then()
                .statusCode(409);
    }

    @Test
    void a_moved_time_is_protected_and_ends_after_it_starts() {
        int first = booked(patient, "2030-07-06T09:00");
        move(first, "\"2030-07-06T12:00\"", "\"2030-07-06T11:00\"").statusCode(422);
        move(first, "\"1\"", "\"now\"").statusCode(422);
        move(first, "\"2030-07-06T12:00\"", "\"2030-07-06T12:30\"").statusCode(200);
        as(admin)
                .body(appointment(other, "2030-07-06T12:15"))
                .post("/appointments")
                .then()
                .statusCode(409);
    }

    @Test
    void what_is_completed_or_cancelled_stays_so() {
        int visit = booked(patient, today() + "T00:00");
        for (String status : List.of("cancelled", "completed", "scheduled", "rescheduled")) {
            as(admin)
                    .body("{\"status\": \"" + status + "\"}")
                    .patch("/appointments/" + visit + "/status")
                    .then()
                    .statusCode(status.equals("cancelled") ? 200 : 422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "\"x\"",
                "{\"patient_id\": \"x\"}",
                "{\"patient_id\": null}",
                "{\"patient_id\": 1.5}",
                "{\"patient_id\": 99999999999999999999}",
                "{\"patient_id\": true}",
                "{\"patient_id\": {}}",
                "{\"patient_id\": 1, \"provider_id\": 1, \"start_time\": \"\\u0000\", \"end_time\": \"x\"}"
            })
    void bad_input_is_never_an_error_of_the_server(String body) {
        for (String path : List.of(
                "/appointments",
                "/patients",
                "/providers",
                "/insurance",
                "/appointment-types",
                "/auth/register-user",
                "/auth/reset-code",
                "/auth/login",
                "/auth/refresh",
                "/auth/reset")) {
            as(admin).body(body).post(path).then().statusCode(anyOf(equalTo(400), equalTo(401), equalTo(422)));
        }
    }

    @Test
    void unknown_foreign_keys_and_duplicates_are_told() {
        as(admin)
                .body(appointment(99_999_999, "2030-08-06T09:00"))
                .post("/appointments")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("patient_id"));
        as(admin)
                .body("{\"name\": \"consultation\"}")
                .post("/appointment-types")
                .then()
                .statusCode(409);
    }

    @Test
    void search_terms_are_no_patterns() {
        for (String term : List.of("%", "_", "%%%", "\\", "'")) {
            as(admin)
                    .queryParam("search", term)
                    .get("/patients")
                    .then()
                    .statusCode(200)
                    .body("", empty());
        }
    }

    @Test
    void other_origins_are_not_let_in() {
        given().header("Origin", "https://evil.example")
                .get("/providers")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static String today() {
        return LocalDate.now(Clock.system(NAIROBI)).toString();
    }

    private int cover(int whose) {
        return as(admin)
                .body("""
                        {"patient_id": %d, "provider_name": "SHA", "policy_number": "%s", "expiry_date": "2030-01-31"}
                        """.formatted(whose, UUID.randomUUID()))
                .post("/insurance")
                .then()
                .statusCode(201)
                .extract()
                .path("insurance_id");
    }

    private int booked(int whose, String start) {
        return as(admin)
                .body(appointment(whose, start))
                .post("/appointments")
                .then()
                .statusCode(201)
                .extract()
                .path("appointment_id");
    }

    private ValidatableResponse move(int appointment, String start, String end) {
        return as(admin)
                .body("""
                        {"status": "rescheduled", "rescheduled_start_time": %s, "rescheduled_end_time": %s}
                        """.formatted(start, end))
                .patch("/appointments/" + appointment + "/status")
                .then();
    }

    private String appointment(int whose, String start) {
        boolean halfPast = start.endsWith("15");
        return appointment(whose, start, start.substring(0, 14) + (halfPast ? "45" : "30"));
    }

    private String appointment(int whose, String start, String end) {
        return """
                {"patient_id": %d, "provider_id": %d, "start_time": "%s", "end_time": "%s"}
                """.formatted(whose, provider, start, end).strip();
    }

    private static String record(int appointment) {
        return "{\"appointment_id\": " + appointment + ", \"diagnosis\": \"Malaria\"}";
    }

    private static String user(String name, String password, String role) {
        return """
                {"username": "%s", "password": "%s", "role": "%s"}
                """.formatted(name, password, role);
    }

    private static String userOf(@Nullable Integer person, String role) {
        return """
                {"username": "u-%s", "password": "a long password", "role": "%s", "person_id": %s}
                """.formatted(UUID.randomUUID(), role, person);
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
