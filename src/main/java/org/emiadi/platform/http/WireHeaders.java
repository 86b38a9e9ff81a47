package org.emiadi.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// The headers that every answer carries, whoever gives it.
@Singleton
final class WireHeaders {
    static final String REQUEST_ID = "X-Request-Id";

    private static final String REQUEST_ID_KEY = "miadi.request-id";
    private static final int BEFORE_ALL_ELSE = 1000;
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private static final String STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    // Swagger UI starts itself with an inline script and styles its own elements.
    private static final String FOR_SWAGGER_UI = "default-src 'none'; style-src 'self' 'unsafe-inline';"
            + " script-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(WireHeaders::addTo, BEFORE_ALL_ELSE);
    }

    private static void addTo(RoutingContext routing) {
        routing.put(REQUEST_ID_KEY, HexFormat.of().toHexDigits(RANDOM.nextLong()));
        MultiMap headers = routing.response().headers();
        headers.set(REQUEST_ID, requestId(routing));
        headers.set(
                "Content-Security-Policy", routing.normalizedPath().startsWith("/apidocs") ? FOR_SWAGGER_UI : STRICT);
        headers.set("X-Content-Type-Options", "nosniff");
        // Not "no-referrer": then browsers would say of our own forms, too, that they come from nowhere.
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        if (routing.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        routing.next();
    }

    /// The id under which this request is logged and audited.
    static String requestId(RoutingContext routing) {
        return routing.get(REQUEST_ID_KEY, "none");
    }
}
