package org.emiadi.board.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.LocalTime;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

/// Each test has a facility of its own.
@QuarkusTest
class BoardResourceTest {
    private static final LocalDate DAY = LocalDate.of(2031, 3, 3);

    private final Database database = TestDatabase.ofTheHttpTests();
    private final org.emiadi.facilities.FacilityId facility = TestFacilities.whereItIsDay(database);
    private final org.emiadi.people.ProviderId provider = TestPeople.provider(database);
    private final String desk = TestUsers.receptionist();

    @Test
    void the_day_has_its_hours_and_its_visits() {
        TestHours.oneDay(
                database, provider, facility, DAY, SessionTime.between(LocalTime.of(8, 0), LocalTime.of(13, 0)));
        int patient = TestPeople.patient(database).value();
        String zone = as(desk).get("/facilities/" + facility.value()).path("time_zone");
        String start = DAY.atTime(9, 0)
                .atZone(java.time.ZoneId.of(zone))
                .toOffsetDateTime()
                .toString();
        int visit = as(desk).body("""
                        {"patient_id": %d, "provider_id": %d, "facility_id": %d, "appointment_type_id": 1,
                         "start_time": "%s"}""".formatted(
                                patient, provider.value(), facility.value(), start.replace("T09:00", "T09:00:00")))
                .post("/appointments")
                .then()
                .statusCode(201)
                .extract()
                .path("appointment_id");

        day("").then()
                .statusCode(200)
                .body("date", equalTo("2031-03-03"))
                .body("time_zone", equalTo(zone))
                .body("columns", hasSize(1))
                .body("columns[0].provider_id", equalTo(provider.value()))
                .body("columns[0].provider_name", equalTo("Otieno Odhiambo"))
                .body("columns[0].sessions", hasSize(1))
                .body("columns[0].sessions[0].open", hasSize(1))
                .body("columns[0].absences", empty())
                .body("columns[0].visits.appointment_id", contains(visit))
                .body("columns[0].visits[0].patient_name", equalTo("Wanjiku Kamau"))
                .body("columns[0].visits[0].status", equalTo("scheduled"))
                .body("columns[0].visits[0].appointment_type", equalTo("Consultation"))
                .body("columns[0].visits[0].needs_moving", equalTo(false))
                .body("columns[0].visits[0].ticket", nullValue())
                .body("columns[0].held", empty());
        as(TestUsers.provider(provider.value()))
                .get("/board/week?from=2031-03-03")
                .then()
                .statusCode(200)
                .body("provider_id", equalTo(provider.value()))
                .body("columns", hasSize(7))
                .body("columns[0].visits.appointment_id", contains(visit))
                .body("columns[1].visits", empty());
    }

    @Test
    void a_provider_on_the_board_of_others_sees_themselves() {
        var other = TestPeople.provider(database);
        var morning = SessionTime.between(LocalTime.of(8, 0), LocalTime.of(13, 0));
        TestHours.oneDay(database, provider, facility, DAY, morning);
        TestHours.oneDay(database, other, facility, DAY, morning);

        day("").then().body("columns", hasSize(2));
        day("&limit=1")
                .then()
                .header("Link", containsString("cursor="))
                .body("columns.provider_id", contains(provider.value()));
        as(TestUsers.provider(other.value()))
                .get("/board/day?date=2031-03-03&facility_id=" + facility.value())
                .then()
                .statusCode(200)
                .body("columns.provider_id", contains(other.value()));
    }

    @Test
    void what_cannot_be_read_is_refused() {
        day("&cursor=x").then().statusCode(422).body("errors.field", contains("cursor"));
        as(desk).get("/board/day?date=tomorrow").then().statusCode(422).body("errors.field", contains("date"));
        as(desk).get("/board/day?date=9999-12-31").then().statusCode(422);
        as(desk).get("/board/day?facility_id=999999999").then().statusCode(422);
        as(desk).get("/board/week").then().statusCode(422).body("errors.field", contains("provider_id"));
        as(desk).get("/board/week?provider_id=999999999").then().statusCode(404);
        as(desk).get("/board/week?from=x&provider_id=" + provider.value())
                .then()
                .statusCode(422)
                .body("errors.field", contains("from"));
    }

    private io.restassured.response.Response day(String more) {
        return as(desk).get("/board/day?date=2031-03-03&facility_id=" + facility.value() + more);
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
