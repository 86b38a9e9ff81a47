package org.emiadi.platform.http;

import jakarta.validation.Valid;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Between reading a body and the route: one that the route declares `@Valid` keeps its rules, or is refused.
@Provider
public class CheckedBody implements ReaderInterceptor {
    private final BodyRules rules;

    CheckedBody(BodyRules rules) {
        this.rules = rules;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        Object body = reading.proceed();
        if (Arrays.stream(reading.getAnnotations()).anyMatch(Valid.class::isInstance)) {
            rules.check(body);
        }
        return body;
    }
}
