package org.emiadi.reports.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReportResourceTest {
    private static final String WEEK = "?from=2026-03-02&to=2026-03-09";

    private final String admin = TestUsers.admin();
    private final Database database = TestDatabase.ofTheHttpTests();
    /// Nobody else's, so that visits of other tests do not matter.
    private final FacilityId facility =
            TestFacilities.facility(database, "Reports " + UUID.randomUUID(), "Africa/Nairobi");

    private final ProviderId provider = TestPeople.provider(database, "=Otieno", "Odhiambo");
    private final PatientId patient = TestPeople.patient(database);

    @BeforeEach
    void somebody_comes_on_monday_and_not_on_tuesday() {
        visit("2026-03-02T08:30:00+03:00", "completed");
        visit("2026-03-03T10:00:00+03:00", "no_show");
    }

    @Test
    void a_report_tells_what_was_asked_its_rows_and_the_total() {
        get("appointments" + WEEK + "&by=weekday&facility_id=" + facility.value())
                .statusCode(200)
                .body("asked.from", equalTo("2026-03-02"))
                .body("asked.to", equalTo("2026-03-09"))
                .body("asked.by", equalTo("weekday"))
                .body("asked.facility_id", equalTo(facility.value()))
                .body("rows", hasSize(7))
                .body("rows[0].group.key", equalTo("monday"))
                .body("rows[0].group.name", nullValue())
                .body("rows.figures.booked", contains(1, 1, 0, 0, 0, 0, 0))
                .body("rows.figures.no_shows", contains(0, 1, 0, 0, 0, 0, 0))
                .body("rows[2].figures.no_show_rate", nullValue())
                .body("total.no_show_rate", equalTo(0.5f))
                .body("total.cancellation_rate", equalTo(0.0f))
                .body("truncated", equalTo(false));
    }

    @Test
    void providers_come_with_their_ids_and_names() {
        get("capacity" + WEEK + "&facility_id=" + facility.value())
                .statusCode(200)
                .body("asked.by", equalTo("provider"))
                .body("rows.group.key", contains(Integer.toString(provider.value())))
                .body("rows.group.name", contains("=Otieno Odhiambo"))
                .body("rows[0].figures.published_minutes", equalTo(0))
                .body("rows[0].figures.outside_minutes", equalTo(30))
                .body("total.use", nullValue());
    }

    @Test
    void hours_and_weeks_have_readable_keys() {
        get("waiting" + WEEK + "&by=hour&facility_id=" + facility.value())
                .statusCode(200)
                .body("rows.group.key", contains("08:00", "09:00", "10:00"))
                .body("total.waited", equalTo(0))
                .body("total.median_minutes", nullValue())
                .body("total.booked_ahead", equalTo(2));
        get("waiting" + WEEK + "&by=week&facility_id=" + facility.value())
                .body("rows.group.key", contains("2026-03-02"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"appointments", "capacity", "waiting"})
    void a_report_comes_as_a_table_to_whoever_wants_csv(String kind) {
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0));
        var answer = request().accept("text/csv").get("/reports/" + kind + WEEK + "&facility_id=" + facility.value());
        answer.then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + kind + "-by-provider-2026-03-02-to-2026-03-08.csv\"");
        List<String> rows = answer.asString().lines().toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst()).startsWith("provider,name,");
        // What looks like a formula is none.
        assertThat(rows.get(1)).startsWith(provider.value() + ",'=Otieno Odhiambo,");
        assertThat(rows.getLast()).startsWith("total,,");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.split(",", -1))
                        .hasSameSizeAs(rows.getFirst().split(",")));
    }

    @Test
    void without_a_period_it_is_about_the_four_weeks_that_are_over() {
        get("appointments").statusCode(200).body("asked", hasKey("from"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-09&to=2026-03-02, to, Must be after the start.",
        "from=2026-03-02&to=2026-03-02, to, Must be after the start.",
        "from=2026-03-02&to=2027-03-04, to, Must be at most 366 days after the start.",
        "from=yesterday, from, Must be a date like 1990-05-31.",
        "to=9999-01-01, to, Must be a date like 1990-05-31.",
        "by=month, by, 'Must be one of provider, type, weekday, hour, week.'",
        "facility_id=999999999, facility_id, 'There is no such facility.'",
        "facility_id=one, facility_id, Must be a whole number."
    })
    void what_cannot_be_read_is_told_of(String query, String field, String sentence) {
        get("capacity?" + query)
                .statusCode(422)
                .body("errors.field", contains(field))
                .body("errors.message", contains(containsString(sentence)));
    }

    private ValidatableResponse get(String path) {
        return request().get("/reports/" + path).then();
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + admin);
    }

    private void visit(String start, String status) {
        database.write(tx -> tx.update("""
                        insert into appointments (patient_id, provider_id, facility_id, start_time, end_time, status, created_at)
                        values (:patient, :provider, :facility, cast(:start as timestamptz),
                                cast(:start as timestamptz) + interval '30 minutes', :status,
                                cast(:start as timestamptz) - interval '3 days')
                        """)
                .bind("patient", patient.value())
                .bind("provider", provider.value())
                .bind("facility", facility.value())
                .bind("start", start)
                .bind("status", status)
                .execute());
    }
}
