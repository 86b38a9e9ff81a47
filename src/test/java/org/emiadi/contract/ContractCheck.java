package org.emiadi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import org.emiadi.contract.Contract.Answer;
import org.jspecify.annotations.Nullable;

/// Compares every answer that any HTTP test gets with the OpenAPI document of the same server.
public final class ContractCheck implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(new KeepsThePromise());
    }

    private static final class KeepsThePromise implements Filter {
        private static @Nullable Contract contract;

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification expected,
                FilterContext context) {
            Response response = context.next(request, expected);
            var answer = new Answer(
                    request.getMethod(),
                    URI.create(request.getURI().replaceFirst("\\?.*", "")).getPath(),
                    response.statusCode(),
                    response.contentType(),
                    response.asString());
            assertThat(contract().breaches(answer)).isEmpty();
            return response;
        }

        private static Contract contract() {
            Contract known = contract;
            if (known == null) {
                known = new Contract(RestAssured.given()
                        .noFiltersOfType(KeepsThePromise.class)
                        .get("/openapi.json")
                        .asString());
                contract = known;
            }
            return known;
        }
    }
}
