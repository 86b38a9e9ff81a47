package org.emiadi.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.emiadi.identity.http.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Too many requests at once, on a server that holds few.
@QuarkusTest
@TestProfile(OverloadTest.FewRequests.class)
@Timeout(60)
class OverloadTest {
    private static final int BOUND = Admission.TURNS + 4;
    /// More than a refusal takes on a busy machine, less than anything takes that waits for the lock.
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    public static final class FewRequests implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("MIADI_MOST_REQUESTS", Integer.toString(BOUND));
        }
    }

    @Inject
    Admission admission;

    @Inject
    DataSource database;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void nothing_is_left_in_flight() {
        await(0);
    }

    @Test
    void past_the_bound_everybody_is_told_at_once_and_it_passes_by_itself() throws Exception {
        String token = TestUsers.admin();
        List<CompletableFuture<HttpResponse<String>>> slow;
        try (Connection lock = facilitiesLocked()) {
            slow = slowRequests(token, BOUND - 1);
            var withBody = client.sendAsync(
                    request("/auth/refresh")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"refresh_token\": \"" + "x".repeat(40) + "\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            await(BOUND);

            long begun = System.nanoTime();
            given().auth()
                    .oauth2(token)
                    .get("/facilities")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "3")
                    .header("X-Request-Id", containsString(""))
                    .contentType(Problems.MEDIA_TYPE)
                    .body("type", equalTo("/problems/unavailable"));
            given().cookie(PagePaths.LANGUAGE_COOKIE, "sw")
                    .get("/app/login")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "3")
                    .contentType(containsString("text/html"))
                    .body(containsString("lang=\"sw\""));
            given().get("/health/live").then().statusCode(200);
            given().get("/metrics").then().statusCode(200).body(containsString("miadi_requests_refused_total"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE.multipliedBy(2));
            assertThat(slow).noneMatch(CompletableFuture::isDone);
            assertThat(withBody).isNotDone();

            lock.rollback();
            assertThat(withBody.get().statusCode()).isEqualTo(401);
        }
        for (var each : slow) {
            assertThat(each.get().statusCode()).isEqualTo(200);
        }
        await(0);
        given().auth().oauth2(token).get("/facilities").then().statusCode(200);
    }

    @Test
    void whoever_hangs_up_makes_room() throws Exception {
        String token = TestUsers.admin();
        try (Connection lock = facilitiesLocked()) {
            var sockets = new ArrayList<Socket>();
            for (int i = 0; i < BOUND; i++) {
                sockets.add(
                        asking("GET /facilities HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n"));
            }
            await(BOUND);
            for (Socket each : sockets) {
                each.close();
            }
            await(0);
            lock.rollback();
        }
    }

    @Test
    void however_a_request_ends_its_place_is_given_back() throws Exception {
        String token = TestUsers.admin();
        for (String path : List.of("/nowhere", "/patients/0", "/audit.csv", "/openapi", "/app", "/app/login")) {
            given().auth().oauth2(token).redirects().follow(false).get(path);
            client.send(
                    request(path)
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        given().contentType("application/json")
                .body("{")
                .post("/auth/login")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body("x".repeat(2 * 1024 * 1024))
                .post("/auth/login");
        client.send(
                request("/auth/login")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.fromPublisher(
                                HttpRequest.BodyPublishers.ofString("x".repeat(2 * 1024 * 1024))))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        try (Socket half = asking("POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 500\r\n\r\n{\"username\":")) {
            await(1);
            half.setSoLinger(true, 0);
        }
        await(0);
    }

    private List<CompletableFuture<HttpResponse<String>>> slowRequests(String token, int many) {
        var request = request("/facilities")
                .header("Authorization", "Bearer " + token)
                .build();
        return IntStream.range(0, many)
                .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path));
    }

    private static Socket asking(String request) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Connection facilitiesLocked() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table facilities in access exclusive mode");
        }
        return connection;
    }

    private void await(int inFlight) {
        for (int i = 0; i < 1_000 && admission.inFlight() != inFlight; i++) {
            pause();
        }
        assertThat(admission.inFlight()).isEqualTo(inFlight);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
