package org.emiadi.slots.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

/// Of a provider who works on one day, thirty days from now, from 11:30 to 12:30.
@QuarkusTest
class SlotResourceTest {
    private static final Database DATABASE = TestDatabase.ofTheHttpTests();
    private final LocalDate day =
            LocalDate.now(Clock.system(ZoneId.of("Africa/Nairobi"))).plusDays(30);

    private final ProviderId provider = TestPeople.provider(DATABASE);

    SlotResourceTest() {
        TestHours.oneDay(
                DATABASE,
                provider,
                TestFacilities.FIRST,
                day,
                SessionTime.between(LocalTime.of(11, 30), LocalTime.of(12, 30)));
    }

    @Test
    void anybody_finds_the_next_slots_with_all_that_is_needed_to_book() {
        ask("/slots", "type", 1)
                .body("start_time", contains(day + "T11:30:00+03:00", day + "T12:00:00+03:00"))
                .body("[0].end_time", equalTo(day + "T12:00:00+03:00"))
                .body("provider_id", everyItem(is(provider.value())))
                .body("[0].provider_name", equalTo("Otieno Odhiambo"))
                .body("[0].cadre", equalTo("Clinical officer"))
                .body("[0].specialization", equalTo("Paediatrics"))
                .body("[0].facility_id", equalTo(1))
                .body("[0].facility_name", equalTo("Main clinic"))
                .body("[0].time_zone", equalTo("Africa/Nairobi"))
                .body("[0].places_left", equalTo(1));
    }

    @Test
    void the_search_is_narrowed_by_each_parameter() {
        ask("/slots", "type", 1, "limit", 1).body("start_time", contains(day + "T11:30:00+03:00"));
        ask("/slots", "type", 1, "part_of_day", "afternoon").body("start_time", contains(day + "T12:00:00+03:00"));
        ask("/slots", "type", 1, "from", day + "T11:31").body("start_time", contains(day + "T12:00:00+03:00"));
        ask("/slots", "type", 1, "to", day + "T12:00").body("start_time", contains(day + "T11:30:00+03:00"));
        ask("/slots", "type", 1, "cadre", "clinical OFFICER").body("", hasSize(2));
        ask("/slots", "type", 1, "cadre", "Nurse").body("", empty());
        ask("/slots", "type", 1, "specialization", "paediatrics").body("", hasSize(2));
        ask("/slots", "type", 1, "facility_id", 1).body("", hasSize(2));
    }

    @Test
    void each_provider_has_one_first_slot() {
        ask("/slots/first", "type", 1).body("start_time", contains(day + "T11:30:00+03:00"));
    }

    @Test
    void days_with_slots_are_counted_by_month() {
        ask("/slots/days", "type", 1, "month", YearMonth.from(day))
                .body("date", contains(day.toString()))
                .body("free", contains(2));
        ask("/slots/days", "type", 1, "month", YearMonth.from(day).minusMonths(1))
                .body("", empty());
    }

    @Test
    void staff_need_not_name_a_type_and_say_how_long() {
        String token = TestUsers.receptionist();
        ask(given().header("Authorization", "Bearer " + token), "/slots", "duration_minutes", 40)
                .body("start_time", contains(day + "T11:30:00+03:00"));
        ask(given().header("Authorization", "Bearer " + token), "/slots", "type", 3)
                .body("start_time", contains(day + "T11:30:00+03:00"));
    }

    @Test
    void what_cannot_be_asked_is_named() {
        refused("/slots", "type", "required");
        refused("/slots?type=3", "type", "type-for-staff");
        refused("/slots?type=999999", "type", "no-such-type");
        refused("/slots?type=x", "type", "number");
        refused("/slots?type=1&provider_id=999999999", "provider_id", "no-such-provider");
        refused("/slots/first?type=1&facility_id=999999999", "facility_id", "no-such-facility");
        refused("/slots?type=1&duration_minutes=30", "duration_minutes", "duration-of-type");
        refused("/slots?type=1&duration_minutes=4", "duration_minutes", "range");
        refused("/slots?type=1&part_of_day=night", "part_of_day", "part-of-day");
        refused("/slots?type=1&from=2027-01-02&to=2027-01-01", "to", "end-after-start");
        refused("/slots?type=1&from=2027-01-01&to=2028-01-03", "to", "at-most-days-after");
        refused("/slots?type=1&limit=201", "limit", "range");
        refused("/slots/days?type=1", "month", "required");
        refused("/slots/days?type=1&month=2027-13", "month", "month");
        refused("/slots/days?type=1&month=9999-01", "month", "month");
    }

    @Test
    void a_search_among_everybody_ends_at_its_limit() {
        given().queryParam("type", 1)
                .queryParam("specialization", UUID.randomUUID())
                .get("/slots")
                .then()
                .statusCode(200)
                .body("", empty());
        given().queryParam("type", 1)
                .queryParam("limit", 1)
                .get("/slots")
                .then()
                .statusCode(200)
                .body("size()", greaterThan(0));
    }

    private ValidatableResponse ask(String path, Object... parameters) {
        return ask(given(), path, parameters);
    }

    private ValidatableResponse ask(RequestSpecification request, String path, Object... parameters) {
        request.queryParam("provider_id", provider.value());
        for (int n = 0; n < parameters.length; n += 2) {
            request.queryParam(parameters[n].toString(), parameters[n + 1].toString());
        }
        return request.get(path).then().statusCode(200);
    }

    private static void refused(String path, String field, String code) {
        given().get(path)
                .then()
                .statusCode(422)
                .body("errors.field", contains(field))
                .body("errors.code", contains(code));
    }
}
