package org.emiadi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The check that all HTTP tests go through must itself be able to fail.
class ApiContractTest {
    private static final String DOCUMENT = """
            {"paths": {
               "/patients/{id}": {"get": {"responses": {
                  "200": {
                     "headers": {"ETag": {"required": true}},
                     "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Patient"}}}},
                  "404": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
               }}},
               "/patients/{id}/label": {"get": {"responses": {"204": {}}}}},
             "components": {"schemas": {
               "Patient": {"type": "object", "required": ["first_name"], "properties": {
                  "first_name": {"type": "string"},
                  "email": {"type": ["string", "null"]},
                  "seen_at": {"type": "string", "format": "date-time"}}},
               "Problem": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}}}}}
            """;

    private final ApiContract contract = new ApiContract(DOCUMENT);

    private List<String> faults(String path, int status, @Nullable String type, String body) {
        return contract.faults(new ApiContract.Answer("GET", path, status, type, body, Map.of("ETag", "\"1\"")::get));
    }

    private List<String> faultsOfPatient(String body) {
        return faults("/patients/1", 200, "application/json;charset=UTF-8", body);
    }

    @Test
    void an_answer_as_documented_has_no_faults() {
        assertThat(faultsOfPatient("""
                {"first_name": "Wanjiku", "email": null, "seen_at": "2026-11-24T09:00:00+03:00"}
                """)).isEmpty();
        assertThat(faults("/patients/1", 404, Problems.MEDIA_TYPE, """
                {"type": "/problems/not-found", "extra": 1}
                """)).isEmpty();
        assertThat(faults("/patients/1/label", 204, null, "")).isEmpty();
    }

    @Test
    void a_member_that_is_absent_wrong_or_not_documented_is_a_fault() {
        assertThat(faultsOfPatient("{\"email\": \"a@b.ke\"}")).hasSize(1);
        assertThat(faultsOfPatient("{\"first_name\": null}")).hasSize(1);
        assertThat(faultsOfPatient("{\"first_name\": \"Wanjiku\", \"secret\": 1}"))
                .hasSize(1);
        assertThat(faultsOfPatient("{\"first_name\": \"Wanjiku\", \"seen_at\": \"today\"}"))
                .hasSize(1);
        assertThat(faultsOfPatient("[")).containsExactly("the body is no JSON");
    }

    @Test
    void a_route_a_status_a_content_type_or_a_body_that_is_not_documented_is_a_fault() {
        assertThat(faults("/elsewhere", 200, "application/json", "{}")).hasSize(1);
        assertThat(faults("/patients/1", 418, "application/json", "{}")).hasSize(1);
        assertThat(faults("/patients/1", 404, "application/json", "{\"type\": \"x\"}"))
                .hasSize(1);
        assertThat(faults("/patients/1/label", 204, "text/plain", "Wanjiku")).hasSize(1);
    }

    @Test
    void a_documented_header_that_is_missing_is_a_fault() {
        var answer = new ApiContract.Answer(
                "GET", "/patients/1", 200, "application/json", "{\"first_name\": \"W\"}", name -> null);
        assertThat(contract.faults(answer)).containsExactly("the header ETag is missing");
    }

    @Test
    void what_the_edge_refuses_must_still_be_a_problem() {
        assertThat(faults("/nowhere", 404, Problems.MEDIA_TYPE, "{\"type\": \"/problems/not-found\"}"))
                .isEmpty();
        assertThat(faults("/patients/1", 405, Problems.MEDIA_TYPE, "{}")).hasSize(1);
    }
}
