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
import java.time.Duration;
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
            "/patients?q=wanjiru",
            "/patients/1",
            "/providers",
            "/facilities",
            "/appointment-types",
            "/appointments?limit=50",
            "/appointments/1",
            "/slots?provider_id=1&type=consultation",
            "/slots/days?provider_id=1&type=consultation",
            "/waiting-list",
            "/queue?facility_id=1",
            "/openapi");
    private static final Map<String, List<String>> PAGES = Map.of(
            "reception", List.of("/app/board", "/app/patients", "/app/patients?q=ka", "/app/patients/1", "/app/queue"),
            "patient", List.of("/app/me", "/app/me/appointments", "/app/account"),
            "provider", List.of("/app/day", "/app/account"));

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String server;

    RehearsalVisitor(int port) {
        this.server = "http://127.0.0.1:" + port;
    }

    void visit() throws IOException, InterruptedException {
        String token = signInWhenThere();
        for (int i = 0; i < ROUNDS; i++) {
            for (String call : CALLS) {
                send(request(call).header("Authorization", "Bearer " + token));
            }
        }
        for (var pages : PAGES.entrySet()) {
            send(form("/app/login", "username=" + pages.getKey() + "&password=" + DemoData.PASSWORD));
            for (int i = 0; i < ROUNDS; i++) {
                for (String page : pages.getValue()) {
                    send(request(page));
                }
            }
        }
    }

    /// The users are made last of all, after the server has begun to answer.
    private String signInWhenThere() throws IOException, InterruptedException {
        for (int i = 0; i < SIGN_INS_TRIED; i++) {
            try {
                var answer = send(signIn());
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

    private HttpRequest.Builder signIn() {
        return request("/auth/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"username\":\"reception\",\"password\":\"" + DemoData.PASSWORD + "\"}"));
    }

    private HttpRequest.Builder form(String path, String fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 500) {
            throw new IOException(answer.request().uri().getPath() + " answers " + answer.statusCode());
        }
        return answer;
    }
}
