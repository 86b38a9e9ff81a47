package org.emiadi.audit.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Origin;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AuditResourceTest {
    @Inject
    Database database;

    @Inject
    AuditLog log;

    private final String admin = TestUsers.admin();
    /// Nobody else's, so that entries of other tests do not matter.
    private final int patient = ThreadLocalRandom.current().nextInt(1_000_000, Integer.MAX_VALUE);

    @Test
    void an_entry_tells_who_did_what_to_whom_when_and_from_where() {
        record("appointment.booked", 1905);

        list("?patient_id=" + patient)
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*\\+03:00"))
                .body("[0].user_id", equalTo(77))
                .body("[0].role", equalTo("receptionist"))
                .body("[0].action", equalTo("appointment.booked"))
                .body("[0].outcome", equalTo("success"))
                .body("[0].subject_type", equalTo("appointment"))
                .body("[0].subject_id", equalTo(1905))
                .body("[0].patient_id", equalTo(patient))
                .body("[0].address", equalTo("192.0.2.17"))
                .body("[0].request_id", equalTo("5d4e1f0a"))
                .body("[0].detail", nullValue());
    }

    @Test
    void reading_the_trail_is_in_the_trail() {
        list("?patient_id=" + patient).statusCode(200).body("", empty());

        list("?patient_id=" + patient)
                .body("action", contains("audit.listed"))
                .body("[0].role", equalTo("admin"))
                .body("[0].detail", equalTo("0 rows"));
    }

    @Test
    void the_newest_come_first_and_pages_leave_nothing_out() {
        for (int i = 1; i <= 5; i++) {
            record("appointment.booked", i);
        }
        var seen = new ArrayList<Integer>();
        String next = "?action=appointment.booked&limit=2&patient_id=" + patient;
        int pages = 0;
        for (; !next.isEmpty(); pages++) {
            var page = list(next).statusCode(200);
            seen.addAll(page.extract().<List<Integer>>path("subject_id"));
            next = query(page.extract().header("Link"));
        }

        assertThat(seen).containsExactly(5, 4, 3, 2, 1);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void a_page_that_holds_all_that_is_left_has_no_next() {
        record("appointment.booked", 1);
        record("appointment.booked", 2);

        list("?limit=2&patient_id=" + patient)
                .statusCode(200)
                .body("", hasSize(2))
                .header("Link", nullValue());
    }

    @Test
    void each_parameter_narrows_the_list() {
        record("appointment.booked", 1);
        record("appointment.cancelled", 1);

        list("?user_id=77&action=appointment.cancelled&patient_id=" + patient)
                .body("action", contains("appointment.cancelled"));
        list("?user_id=78&patient_id=" + patient).body("", empty());
        list("?from=2000-01-01&to=2000-01-02&patient_id=" + patient).body("", empty());
        list("?from=2000-01-01&action=appointment.booked&patient_id=" + patient).body("", hasSize(1));
        list("?to=2000-01-01&patient_id=" + patient).body("", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0,range",
        "limit,201,range",
        "limit,many,number",
        "user_id,x,number",
        "patient_id,99999999999,number",
        "from,yesterday,time",
        "to,2026-13-01,time",
        "cursor,nonsense,cursor"
    })
    void what_cannot_be_read_is_named(String name, String value, String code) {
        list("?" + name + "=" + value)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-input"))
                .body("errors.field", contains(name))
                .body("errors.code", contains(code));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        list("?cursor=" + Cursor.of("Kamau").text()).statusCode(422).body("errors.field", contains("cursor"));
    }

    @Test
    void a_spreadsheet_gets_the_same_and_no_formula() {
        record("appointment.booked", 1905, "=1+1, \"x\"");

        String csv = as(admin)
                .get("/audit.csv?action=appointment.booked&patient_id=" + patient)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("audit.csv"))
                .header("Link", nullValue())
                .extract()
                .asString();

        assertThat(csv).startsWith("id,at,user_id,role,action,outcome,").hasLineCount(2);
        assertThat(csv)
                .contains(",77,receptionist,appointment.booked,success,appointment,1905," + patient + ",192.0.2.17,")
                .endsWith("\"'=1+1, \"\"x\"\"\"\r\n");
        list("?action=audit.exported&patient_id=" + patient).body("[0].detail", equalTo("1 rows"));
    }

    @Test
    void nobody_but_administrators_reads_it() {
        given().get("/audit").then().statusCode(401);
        as(TestUsers.receptionist()).get("/audit").then().statusCode(403).body("type", containsString("not-allowed"));
    }

    private void record(String action, int subject) {
        record(action, subject, null);
    }

    private void record(String action, int subject, @Nullable String detail) {
        var actor = new Actor(77, Role.RECEPTIONIST, null, new Origin("192.0.2.17", "5d4e1f0a"));
        database.write(tx -> {
            log.record(
                    tx,
                    actor,
                    new AuditEvent(action, AuditEvent.Outcome.SUCCESS, "appointment", subject, patient, detail));
            return subject;
        });
    }

    private ValidatableResponse list(String query) {
        return as(admin).get("/audit" + query).then();
    }

    private static String query(@Nullable String link) {
        if (link == null) {
            return "";
        }
        var uri = URI.create(link.substring(1, link.indexOf('>')));
        return "?" + URLDecoder.decode(uri.getRawQuery(), StandardCharsets.UTF_8);
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
