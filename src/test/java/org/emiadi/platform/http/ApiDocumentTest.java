package org.emiadi.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every route says of itself in the OpenAPI document.
@QuarkusTest
class ApiDocumentTest {
    private JsonNode document = JsonNodeFactory.instance.nullNode();

    /// An operation with its place in the document.
    private record Route(String method, String path, JsonNode operation) {
        boolean hasParameter(String in, String name) {
            return operation
                    .path("parameters")
                    .valueStream()
                    .anyMatch(parameter -> parameter.path("in").asText().equals(in)
                            && parameter.path("name").asText().equals(name));
        }

        boolean isOpen() {
            return operation.has("security") && operation.path("security").isEmpty();
        }

        Set<String> statuses() {
            var statuses = new HashSet<String>();
            operation.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void read() throws JsonProcessingException {
        document = new ObjectMapper()
                .readTree(given().get("/openapi.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private Stream<Route> routes() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(entry -> entry.getValue().has("responses"))
                        .map(entry -> new Route(entry.getKey(), path.getKey(), entry.getValue())));
    }

    private JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    @Test
    void the_document_is_openapi_3_1_and_tells_whose_it_is() {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("info").path("title").asText()).isEqualTo("e-miadi");
        assertThat(document.path("info").path("version").asText()).isNotBlank();
        assertThat(document.path("info").path("description").asText()).isNotBlank();
    }

    @Test
    void a_bearer_token_opens_all_routes_but_the_open_ones() {
        JsonNode scheme = document.path("components").path("securitySchemes").path("bearer");
        assertThat(scheme.path("scheme").asText()).isEqualTo("bearer");
        assertThat(document.path("security").path(0).has("bearer")).isTrue();
        assertThat(routes().filter(Route::isOpen).map(Route::toString))
                .contains("post /auth/login", "get /providers", "get /appointment-types")
                .doesNotContain("get /patients", "get /auth/me", "post /providers");
    }

    @Test
    void each_operation_has_an_id_of_its_own_a_summary_and_a_tag() {
        assertThat(routes()).allSatisfy(route -> {
            assertThat(route.operation().path("operationId").asText()).isNotBlank();
            assertThat(route.operation().path("summary").asText()).isNotBlank();
            assertThat(route.operation().path("tags")).isNotEmpty();
        });
        assertThat(routes().map(route -> route.operation().path("operationId").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_operation_says_what_success_looks_like() {
        assertThat(routes())
                .allSatisfy(route -> assertThat(route.operation()
                                .path("responses")
                                .propertyStream()
                                .filter(response -> response.getKey().startsWith("2")))
                        .isNotEmpty()
                        .allSatisfy(response -> assertThat(response.getValue()
                                        .path("content")
                                        .valueStream()
                                        .map(media -> media.path("schema")))
                                .isNotEmpty()
                                .noneMatch(JsonNode::isEmpty)));
    }

    @Test
    void each_operation_says_how_it_can_refuse() {
        assertThat(routes()).allSatisfy(route -> {
            assertThat(route.statuses()).contains("401", "429", "500", "503");
            assertThat(route.statuses().contains("403")).isNotEqualTo(route.isOpen());
            if (route.path().contains("{")) {
                assertThat(route.statuses()).contains("404");
            }
            if (route.operation().has("requestBody")) {
                assertThat(route.statuses()).contains("400", "413", "415", "422");
            }
            if (route.hasParameter("header", "If-Match")) {
                assertThat(route.statuses()).contains("412");
            }
        });
    }

    @Test
    void each_refusal_is_a_problem() {
        assertThat(routes())
                .allSatisfy(route -> assertThat(route.operation()
                                .path("responses")
                                .propertyStream()
                                .filter(response -> response.getKey().compareTo("400") >= 0))
                        .allSatisfy(response -> assertThat(response.getValue()
                                        .at("/content/application~1problem+json/schema/$ref")
                                        .asText())
                                .isEqualTo("#/components/schemas/Problem")));
    }

    @Test
    void headers_are_named_where_they_are_read_and_written() {
        var routes = routes().toList();
        assertThat(routes.stream().filter(route -> route.hasParameter("header", "Idempotency-Key")))
                .extracting(Route::toString)
                .containsExactlyInAnyOrder(
                        "post /appointments",
                        "post /appointments/series",
                        "post /patients",
                        "post /queue/walk-ins",
                        "post /waiting-list",
                        "post /waiting-list/{id}/acceptance");
        assertThat(routes.stream().filter(route -> route.hasParameter("header", "If-Match")))
                .extracting(Route::toString)
                .contains("patch /patients/{id}", "put /insurance/{id}", "patch /medical-records/{id}");
        assertThat(routes.stream()
                        .filter(route -> !route.operation()
                                .at("/responses/200/headers/Link")
                                .isMissingNode()))
                .extracting(Route::toString)
                .contains("get /patients", "get /audit", "get /medical-records/patient/{id}");
    }

    @Test
    void all_schemas_that_are_named_are_there_and_nothing_else_is() {
        List<String> named = refs(document).stream()
                .map(ref -> ref.replace("#/components/schemas/", ""))
                .distinct()
                .toList();
        var there = new ArrayList<String>();
        document.path("components").path("schemas").fieldNames().forEachRemaining(there::add);
        assertThat(there).containsExactlyInAnyOrderElementsOf(named).doesNotContain("Instant", "LocalDate", "Messages");
    }

    private static List<String> refs(JsonNode part) {
        return part.findValuesAsText("$ref");
    }

    @Test
    void all_members_are_in_snake_case() {
        assertThat(document.path("components").path("schemas").valueStream())
                .flatExtracting(schema -> schema.path("properties")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .toList())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
    }

    @Test
    void what_may_be_null_says_so_and_what_is_always_there_is_required() {
        JsonNode patient = schema("Patient");
        assertThat(texts(patient.path("required")))
                .contains("id", "first_name", "patient_number")
                .doesNotContain("email", "date_of_birth");
        assertThat(texts(patient.at("/properties/email/type"))).containsExactlyInAnyOrder("string", "null");
        assertThat(patient.at("/properties/first_name/type").asText()).isEqualTo("string");
        assertThat(patient.at("/properties/date_of_birth/format").asText()).isEqualTo("date");
        assertThat(schema("Appointment").at("/properties/start_time/format").asText())
                .isEqualTo("date-time");
    }

    @Test
    void changes_may_clear_what_may_be_absent_and_nothing_else() {
        JsonNode changes = schema("PatientChanges");
        assertThat(changes.has("required")).isFalse();
        assertThat(changes.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(texts(changes.at("/properties/phone/type"))).containsExactlyInAnyOrder("string", "null");
        assertThat(changes.at("/properties/first_name/type").asText()).isEqualTo("string");
        assertThat(changes.at("/properties/first_name/maxLength").asInt()).isEqualTo(120);
    }

    @Test
    void the_document_is_also_where_older_clients_look_and_the_page_to_try_it_is_served() {
        given().get("/openapi").then().statusCode(200);
        given().get("/apidocs/").then().statusCode(200);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
