package org.emiadi.contract;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.emiadi.contract.Contract.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {
    private Contract contract = new Contract("{}");

    @BeforeEach
    void read() {
        contract = new Contract(get("/openapi.json").asString());
    }

    @Test
    void the_document_is_openapi_3_1_and_complete() {
        assertThat(contract.document().path("openapi").asText()).startsWith("3.1");
        assertThat(contract.document()
                        .at("/components/securitySchemes/bearer/scheme")
                        .asText())
                .isEqualTo("bearer");
        assertThat(contract.document().path("paths").size()).isGreaterThan(25);
        assertThat(contract.lint()).isEmpty();
    }

    @Test
    void open_routes_ask_for_no_sign_in_and_all_others_do() {
        assertThat(contract.document().at("/paths/~1providers/get/security").isEmpty())
                .isTrue();
        assertThat(contract.document()
                        .at("/paths/~1patients/get/security/0/bearer")
                        .isArray())
                .isTrue();
    }

    @Test
    void the_check_sees_a_wrong_status_a_wrong_type_a_missing_and_a_wrong_member() {
        var good = new Answer(
                "GET", "/appointment-types", 200, "application/json;charset=UTF-8", "[{\"id\":1,\"name\":\"x\"}]");
        assertThat(contract.breaches(good)).isEmpty();

        for (Answer bad : List.of(
                new Answer("GET", "/appointment-types", 299, "application/json", "[]"),
                new Answer("GET", "/appointment-types", 200, "text/plain", "[]"),
                new Answer("GET", "/appointment-types", 200, "application/json", "[{\"id\":1}]"),
                new Answer("GET", "/appointment-types", 200, "application/json", "[{\"id\":\"1\",\"name\":\"x\"}]"),
                new Answer("GET", "/appointment-types", 200, "application/json", "{}"))) {
            assertThat(contract.breaches(bad)).as(bad.toString()).isNotEmpty();
        }
    }
}
