package org.emiadi.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.emiadi.app.AccessCalls.Call;
import org.emiadi.app.AccessCalls.On;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Walks every route as everybody, on what is theirs, on what is another's and on what is not there, and compares
/// with docs/access.md. A route without a row fails, so that nobody adds one without saying who may call it.
@QuarkusTest
class AccessTableTest {
    /// What an empty list is in the table: the status alone would not tell that nothing was shown.
    private static final String NONE = "200 none";
    private static final String NOTHING_SUCH = "–";
    // These end the sign-ins of the callers, so they get callers of their own.
    private static final Set<String> SPENDING =
            Set.of("POST /auth/logout", "POST /auth/logout-everywhere", "POST /auth/password", "PATCH /users/{id}");

    /// A column of the table.
    private enum Caller {
        NOBODY(On.OWN),
        PATIENT_OWN(On.OWN),
        PATIENT_FOREIGN(On.FOREIGN),
        PATIENT_ABSENT(On.ABSENT),
        PROVIDER_OWN(On.OWN),
        PROVIDER_FOREIGN(On.FOREIGN),
        PROVIDER_ABSENT(On.ABSENT),
        RECEPTIONIST(On.OWN),
        ADMIN(On.OWN);

        private final On on;

        Caller(On on) {
            this.on = on;
        }

        @Nullable
        String token(Clinic clinic) {
            return switch (this) {
                case NOBODY -> null;
                case PATIENT_OWN, PATIENT_FOREIGN, PATIENT_ABSENT -> clinic.own.patient.accessToken();
                case PROVIDER_OWN, PROVIDER_FOREIGN, PROVIDER_ABSENT -> clinic.own.provider.accessToken();
                case RECEPTIONIST -> clinic.receptionist.accessToken();
                case ADMIN -> clinic.admin.accessToken();
            };
        }

        String column() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static List<String> columns() {
            return Arrays.stream(values()).map(Caller::column).toList();
        }
    }

    private final Map<String, Map<String, String>> table = AccessTable.read(Caller.columns());

    @Test
    void the_table_has_a_row_for_each_route_and_no_other() {
        assertThat(table.keySet()).isEqualTo(routes());
    }

    @Test
    void everybody_gets_on_every_route_what_the_table_says() {
        var clinic = new Clinic();
        var seen = new LinkedHashMap<String, Map<String, String>>();
        for (String route : routes()) {
            seen.put(route, walk(route, SPENDING.contains(route) ? new Clinic() : clinic));
        }
        assertThat(differences(seen)).isEmpty();
    }

    @Test
    void forbidden_and_absent_answer_alike_where_existence_is_private() {
        var clinic = new Clinic();
        var told = new ArrayList<String>();
        for (String route : routes()) {
            told.addAll(differenceOf(route, clinic, List.of(Caller.PATIENT_FOREIGN, Caller.PATIENT_ABSENT)));
            told.addAll(differenceOf(route, clinic, List.of(Caller.PROVIDER_FOREIGN, Caller.PROVIDER_ABSENT)));
        }
        assertThat(told).isEmpty();
    }

    private static Set<String> routes() {
        Map<String, Map<String, Object>> paths =
                given().get("/openapi.json").then().statusCode(200).extract().path("paths");
        var routes = new TreeSet<String>();
        paths.forEach((path, operations) ->
                operations.keySet().forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return routes;
    }

    private static Map<String, String> walk(String route, Clinic clinic) {
        var row = new LinkedHashMap<String, String>();
        for (Caller caller : Caller.values()) {
            row.put(
                    caller.column(),
                    new AccessCalls(clinic)
                            .call(route, caller.on)
                            .map(call -> outcome(send(route, call, caller.token(clinic))))
                            .orElse(NOTHING_SUCH));
        }
        return row;
    }

    private static Response send(String route, Call call, @Nullable String token) {
        int space = route.indexOf(' ');
        Object id = call.id();
        String template = route.substring(space + 1);
        String path = (id == null ? template : template.replace("{id}", id.toString())) + call.query();
        var request = Clinic.as(token);
        return (call.body() == null ? request : request.body(call.body())).request(route.substring(0, space), path);
    }

    private static String outcome(Response response) {
        return response.asString().equals("[]") ? NONE : Integer.toString(response.statusCode());
    }

    private List<String> differences(Map<String, Map<String, String>> seen) {
        var differences = new ArrayList<String>();
        seen.forEach((route, row) -> {
            Map<String, String> expected = table.getOrDefault(route, Map.of());
            if (!row.equals(expected)) {
                differences.add("| `" + route + "` | " + String.join(" | ", row.values()) + " |");
            }
        });
        return differences;
    }

    private static List<String> differenceOf(String route, Clinic clinic, List<Caller> foreignAndAbsent) {
        List<Response> answers = foreignAndAbsent.stream()
                .flatMap(caller -> new AccessCalls(clinic)
                        .call(route, caller.on).stream().map(call -> send(route, call, caller.token(clinic))))
                .toList();
        if (answers.size() < foreignAndAbsent.size() || isShown(answers.getFirst())) {
            return List.of();
        }
        List<String> told =
                answers.stream().map(AccessTableTest::withoutItsRequest).toList();
        return told.getFirst().equals(told.getLast()) ? List.of() : List.of(route + ": " + told);
    }

    private static boolean isShown(Response answer) {
        return answer.statusCode() < 300 && !outcome(answer).equals(NONE);
    }

    private static String withoutItsRequest(Response response) {
        return response.statusCode() + response.asString().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
