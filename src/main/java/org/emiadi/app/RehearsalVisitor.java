package org.emiadi.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// Does at the rehearsal what people and programs will do all day: signs in, looks around, asks for what is free.
final class RehearsalVisitor {
    /// Enough for Java to see what is called often.
    private static final int ROUNDS = 40;
    private static final int SIGN_INS_TRIED = 300;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> CALLS = List.of(
            "/health/ready",
            "/patients?search=wanjiru",
            "/patients/{patient}",
            "/providers",
            "/facilities",
            "/appointment-types",
            "/appointments?limit=50",
            "/appointments/{appointment}",
            "/slots?provider_id={provider}&type=1",
            "/slots/days?provider_id={provider}&type=1&month={month}",
            "/waiting-list",
            "/queue?facility_id=1",
            "/openapi");
    private static final Map<String, List<String>> PAGES = Map.of(
            "reception", List.of("/app/desk", "/app/patients", "/app/patients?q=ka", "/app/queue", "/app/needs-moving"),
            "patient", List.of("/app/me", "/app/me/appointments", "/app/account"),
            "provider", List.of("/app/today", "/app/hours", "/app/account"));

    private static final int REFUSED = 400;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String server;

    RehearsalVisitor(int port) {
        this.server = "http://127.0.0.1:" + port;
    }

    void visit() throws IOException, InterruptedException {
        String token = signInWhenThere();
        var values = Map.of(
                "{month}", YearMonth.now(Clock.systemUTC()).toString(),
                "{patient}", firstOf("/patients", token),
                "{provider}", firstOf("/providers", token),
                "{appointment}", firstOf("/appointments", token));
        for (int i = 0; i < ROUNDS; i++) {
            for (String call : CALLS) {
                String path = call;
                for (var value : values.entrySet()) {
                    path = path.replace(value.getKey(), value.getValue());
                }
                send(signedIn(path, token));
            }
        }
        for (var pages : PAGES.entrySet()) {
            signInAtThePage(pages.getKey());
            for (int i = 0; i < ROUNDS; i++) {
                for (String page : pages.getValue()) {
                    send(request(page));
                }
            }
        }
    }

    private String firstOf(String list, String token) throws IOException, InterruptedException {
        String rows = send(signedIn(list + "?limit=1", token)).body();
        return new ObjectMapper().readTree(rows).path(0).path("id").asText();
    }

    private HttpRequest.Builder signedIn(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    /// The users are made last of all, after the server has begun to answer.
    private String signInWhenThere() throws IOException, InterruptedException {
        for (int i = 0; i < SIGN_INS_TRIED; i++) {
            try {
                var answer = ask(signIn());
                if (answer.statusCode() == 200) {
                    return new ObjectMapper()
                            .readTree(answer.body())
                            .path("access_token")
                            .asText();
                }
            } catch (java.net.ConnectException notYetListening) {
                // Tried again below.
            }
            Thread.sleep(BETWEEN_TRIES);
        }
        throw new IOException("nobody can sign in");
    }

    private void signInAtThePage(String user) throws IOException, InterruptedException {
        cookies.getCookieStore().removeAll();
        send(request("/app/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + DemoData.PASSWORD)));
    }

    private HttpRequest.Builder signIn() {
        return request("/auth/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"username\":\"reception\",\"password\":\"" + DemoData.PASSWORD + "\"}"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
    }

    // A call that is refused would make the cache one of refusals.
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = ask(request);
        if (answer.statusCode() >= REFUSED) {
            throw new IOException(answer.request().uri() + " answers " + answer.statusCode());
        }
        return answer;
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
