package org.emiadi.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/// The cookie that tells whose browser it is. Only pages read it, never the API, so that no other site can make a
/// browser call the API for its user.
///
/// @param secure whether people reach the server by https; then the browser sends the cookie by https only, and no
///               neighbour of the host can set it (the prefix `__Host-` of RFC 6265bis)
public record SessionCookie(boolean secure) {
    private String name() {
        return secure ? "__Host-miadi" : "miadi";
    }

    /// What the browser has sent.
    public Optional<String> read(ContainerRequestContext context) {
        return Optional.ofNullable(context.getCookies().get(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /// The same, for whoever is past the filters.
    public Optional<String> read(RoutingContext routing) {
        return Optional.ofNullable(routing.request().getCookie(name()))
                .map(io.vertx.core.http.Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /// Gone when the browser closes.
    public NewCookie holding(String secret) {
        return cookie(secret).build();
    }

    /// Kept by the browser for `life`.
    public NewCookie holding(String secret, Duration life) {
        return cookie(secret).maxAge((int) life.toSeconds()).build();
    }

    /// Makes the browser forget it.
    public NewCookie gone() {
        return cookie("").maxAge(0).build();
    }

    /// Another cookie with the same defences, for what is not a secret.
    ///
    /// @param life zero makes the browser forget it
    public NewCookie named(String name, String value, Duration life) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.LAX)
                .maxAge((int) life.toSeconds())
                .build();
    }

    private NewCookie.Builder cookie(String value) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.LAX);
    }
}
