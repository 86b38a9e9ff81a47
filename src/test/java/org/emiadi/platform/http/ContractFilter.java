package org.emiadi.platform.http;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fails a test whose answer is not as the server's own OpenAPI document says.
final class ContractFilter implements Filter {
    private static @Nullable ApiContract contract;

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification wanted, FilterContext context) {
        Response response = context.next(request, wanted);
        URI asked = URI.create(request.getURI());
        List<String> faults = contract(asked)
                .faults(new ApiContract.Answer(
                        request.getMethod(),
                        asked.getRawPath(),
                        response.statusCode(),
                        response.contentType(),
                        response.asString(),
                        response::getHeader));
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s → %d is not as /openapi.json says: %s%n%s"
                    .formatted(
                            request.getMethod(),
                            asked.getRawPath(),
                            response.statusCode(),
                            faults,
                            response.asString()));
        }
        return response;
    }

    // The document is made when the server is built, so it is the same for every test of a run.
    private static synchronized ApiContract contract(URI asked) {
        ApiContract known = contract;
        if (known == null) {
            known = new ApiContract(document(asked.resolve("/openapi.json")));
            contract = known;
        }
        return known;
    }

    private static String document(URI address) {
        try (var stream = address.toURL().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
