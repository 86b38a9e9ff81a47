package org.emiadi.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// How often a request waits for PostgreSQL, and for how many statements. A list asks for as many whether it has one
/// row or fifty.
@QuarkusTest
@TestProfile(OnTheWire.class)
class RoundTripsTest {
    /// The house itself asks now and then, too; of so many tries one at least is undisturbed.
    private static final int TRIES = 3;
    /// What a list without a limit may ask for, begin and commit left out. A board of the day asks for seven different
    /// things, however many providers and visits there are.
    private static final int FEW = 7;

    private static final int MANY = 50;
    /// The driver asks about a statement until it has sent it so often on a connection.
    private static final int KNOWN_AFTER = 10;

    private static boolean filled;

    private Supplier<List<List<String>>> sent = List::of;
    private static String token = "";
    private static String tokenOfProvider = "";

    @BeforeEach
    void fillTheClinic() {
        if (!filled) {
            TestDemo.fill();
            filled = true;
            token = tokenOf("admin");
            tokenOfProvider = tokenOf("provider");
        }
    }

    private static String tokenOf(String user) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", user, "password", TestDemo.PASSWORD))
                .post("/auth/login")
                .path("access_token");
    }

    @Test
    void a_booking_waits_twice_with_everything_that_belongs_to_it() {
        int patient = as().contentType(ContentType.JSON)
                .body(Map.of("first_name", "Achieng", "last_name", "Otieno"))
                .post("/patients")
                .path("patient_id");
        int provider =
                as().queryParam("type", 1).queryParam("limit", 1).get("/slots").path("[0].provider_id");
        List<Map<String, Object>> slots = as().queryParam("type", 1)
                .queryParam("provider_id", provider)
                .queryParam("limit", KNOWN_AFTER)
                .get("/slots")
                .path("$");
        assertThat(slots).hasSize(KNOWN_AFTER);

        slots.forEach(slot -> book(patient, slot));

        var waits = transactionWith("insert into appointments");
        assertThat(waits).hasSize(2);
        assertThat(waits.getLast()).contains("begin").last().isEqualTo("commit");
        assertThat(waits.getLast())
                .anySatisfy(sql -> assertThat(sql).contains("insert into audit_entries"))
                .anySatisfy(sql -> assertThat(sql).contains("insert into idempotent_answers"));
    }

    private void book(int patient, Map<String, Object> slot) {
        forget();
        as().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of(
                        "patient_id",
                        patient,
                        "provider_id",
                        slot.get("provider_id"),
                        "appointment_type_id",
                        1,
                        "start_time",
                        slot.get("start_time")))
                .post("/appointments")
                .then()
                .statusCode(201);
    }

    @Test
    void one_appointment_is_read_with_two_waits() {
        int id = as().queryParam("limit", 1).get("/appointments").path("[0].id");
        for (int n = 0; n < KNOWN_AFTER; n++) {
            forget();
            as().get("/appointments/" + id).then().statusCode(200);
        }

        assertThat(transactionWith("insert into audit_entries")).hasSize(2);
    }

    static final List<String> BY_LENGTH = List.of(
            "/appointments",
            "/appointments/patient/{patient}",
            "/patients",
            "/patients?search=wan",
            "/patients/{patient}/accesses",
            "/providers",
            "/users",
            "/audit",
            "/insurance",
            "/medical-records",
            "/working-hours",
            "/slots?type=1",
            "/slots/first?type=1");

    @ParameterizedTest
    @FieldSource("BY_LENGTH")
    void a_list_asks_for_as_many_statements_whatever_its_length(String path) {
        var one = ask(path, 1);
        var many = ask(path, MANY);

        assertThat(many.rows()).as("rows to tell the two apart by").isGreaterThan(one.rows());
        assertThat(many.statements()).isNotEmpty().hasSameSizeAs(one.statements());
        assertThat(many.inVain()).as("waits for nothing").isZero();
    }

    static final List<String> OTHERS = List.of(
            "/appointment-types",
            "/appointments/{appointment}/history",
            "/board/day",
            "/closures",
            "/facilities",
            "/facilities/{facility}/rooms",
            "/holidays",
            "/insurance/patient/{patient}",
            "/medical-records/appointment/{appointment}",
            "/medical-records/drafts",
            "/medical-records/patient/{patient}",
            "/needs-moving",
            "/queue",
            "/queue/screen",
            "/reports/appointments",
            "/reports/capacity",
            "/reports/waiting",
            "/slots/days?type=1&provider_id={provider}&month={month}",
            "/time-off",
            "/waiting-list");

    @ParameterizedTest
    @FieldSource("OTHERS")
    void others_ask_for_few(String path) {
        var asked = ask(path, null);

        assertThat(asked.statements()).hasSizeBetween(1, FEW);
        assertThat(asked.inVain()).as("waits for nothing").isZero();
    }

    @Test
    void no_list_of_the_api_is_left_out() {
        var document = given().get("/openapi?format=json").jsonPath();
        Map<String, Object> paths = document.getMap("paths");
        var lists = paths.keySet().stream()
                .filter(path -> "array"
                        .equals(document.getString(
                                "paths.'" + path + "'.get.responses.'200'.content.'application/json'.schema.type")))
                .toList();

        assertThat(lists).hasSizeGreaterThan(20);
        assertThat(Stream.concat(BY_LENGTH.stream(), OTHERS.stream())
                        .map(path -> path.replaceAll("\\?.*", "").replaceAll("\\{\\w+}", "{id}")))
                .containsAll(lists);
    }

    /// What came of a request.
    ///
    /// @param inVain how often it waited for PostgreSQL without having asked anything
    private record Asked(int rows, List<String> statements, int inVain) {}

    // The shortest of several: whatever is more was asked by somebody else.
    private Asked ask(String path, @Nullable Integer limit) {
        var tries = new ArrayList<Asked>();
        for (int n = 0; n < TRIES; n++) {
            forget();
            String filledIn = filledIn(path);
            RequestSpecification request = by(path);
            Response answer = (limit == null ? request : request.queryParam("limit", limit)).get(filledIn);
            answer.then().statusCode(200);
            List<?> rows = answer.jsonPath().get("$") instanceof List<?> list ? list : List.of();
            var trips = sent.get();
            tries.add(new Asked(rows.size(), statements(trips), inVain(trips)));
        }
        var shortest = tries.stream()
                .min(Comparator.comparingInt(each -> each.statements().size()))
                .orElseThrow();
        int inVain = tries.stream().mapToInt(Asked::inVain).min().orElseThrow();
        return new Asked(shortest.rows(), shortest.statements(), inVain);
    }

    private static boolean isOfRecords(String path) {
        return path.startsWith("/medical-records");
    }

    private String filledIn(String path) {
        if (!path.contains("{")) {
            return path;
        }
        String list = isOfRecords(path) ? "/medical-records" : "/appointments";
        var visit = by(list).queryParam("limit", 1).get(list).jsonPath();
        forget();
        return path.replace("{patient}", "" + visit.getString("[0].patient_id"))
                .replace("{appointment}", "" + visit.getString(isOfRecords(path) ? "[0].appointment_id" : "[0].id"))
                .replace("{provider}", "" + visit.getString("[0].provider_id"))
                .replace("{facility}", "1")
                .replace("{month}", YearMonth.now(Clock.systemUTC()).toString());
    }

    private static List<String> statements(List<List<String>> trips) {
        return trips.stream()
                .flatMap(trip -> trip.stream().skip(1))
                .filter(RoundTripsTest::asksForSomething)
                .toList();
    }

    private static int inVain(List<List<String>> trips) {
        return (int) trips.stream()
                .filter(trip -> trip.stream().skip(1).noneMatch(sql -> !sql.equalsIgnoreCase("begin")))
                .count();
    }

    // The pool looks every few seconds, by asking for nothing, whether its idle connections are alive.
    private static boolean asksForSomething(String sql) {
        return !sql.isEmpty() && !sql.equalsIgnoreCase("begin") && !sql.equalsIgnoreCase("commit");
    }

    private List<List<String>> transactionWith(String text) {
        var trips = sent.get();
        String connection = trips.stream()
                .filter(trip -> trip.stream().anyMatch(sql -> sql.contains(text)))
                .findFirst()
                .orElseThrow()
                .getFirst();
        return trips.stream().filter(trip -> trip.getFirst().equals(connection)).toList();
    }

    private void forget() {
        var _ = sent.get();
    }

    /// By somebody who may.
    private RequestSpecification by(String path) {
        return isOfRecords(path) ? given().auth().oauth2(tokenOfProvider) : as();
    }

    private RequestSpecification as() {
        return given().auth().oauth2(token);
    }
}
