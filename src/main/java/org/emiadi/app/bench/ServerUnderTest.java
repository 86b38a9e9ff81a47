package org.emiadi.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emiadi.platform.postgres.CannotStart;
import org.jspecify.annotations.Nullable;

/// A packaged server, started by its own launcher as in a clinic, but for the limits on how often somebody may ask.
final class ServerUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int STOP_SECONDS = 40;
    /// Shorter than its life by more than a phase.
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(5);
    private static final int OK = 200;
    /// As in bench/load.lua.
    private static final String USER = "bench";

    private static final String PASSWORD = "measured by the clock";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable String token;
    private long tokenUntil;

    private ServerUnderTest(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// The server in a checkout, which is built where it was not.
    ///
    /// @param data where it keeps its key and its log
    static ServerUnderTest start(Path checkout, String databaseUrl, Path data) {
        int port = freePort();
        Path log = data.resolve("server-" + port + ".log");
        var builder = new ProcessBuilder(checkout.resolve("miadi").toString(), "start").directory(data.toFile());
        builder.environment()
                .putAll(Map.of(
                        "PORT",
                        "" + port,
                        "DATABASE_URL",
                        databaseUrl,
                        "MIADI_DATA_DIR",
                        data.resolve("server-" + port).toString(),
                        "MIADI_ADMIN_USERNAME",
                        USER,
                        "MIADI_ADMIN_PASSWORD",
                        PASSWORD,
                        "MIADI_ZONE",
                        BenchDatabase.ZONE,
                        "MIADI_RATE_LIMIT",
                        "off",
                        // An older commit runs on the database of this one, and does not know all of it. Read by those
                        // that leave migrations to Quarkus; the others pass over what is newer than they are.
                        "QUARKUS_FLYWAY_VALIDATE_ON_MIGRATE",
                        "false"));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            var server = new ServerUnderTest(builder.start(), URI.create("http://127.0.0.1:" + port));
            server.awaitReady(log);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady(Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                // The folder of the log is gone when somebody reads this.
                throw new CannotStart(
                        "The server did not start:\n" + new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
            }
            pause();
        }
    }

    // The first administrator is made at the end of the first start.
    private boolean isReady() {
        try {
            return signIn().statusCode() == OK;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", interrupted);
        }
    }

    URI address() {
        return address;
    }

    /// An access token, good for a phase at least.
    String token() {
        if (token == null || System.nanoTime() > tokenUntil) {
            token = signInForToken();
            tokenUntil = System.nanoTime() + TOKEN_KEPT.toNanos();
        }
        return token;
    }

    private String signInForToken() {
        var answer = signIn();
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("the benchmark cannot sign in: " + answer.body());
        }
        return json(answer).path("access_token").asText();
    }

    private HttpResponse<String> signIn() {
        var body = JSON.createObjectNode().put("username", USER).put("password", PASSWORD);
        return send(HttpRequest.newBuilder(address.resolve("/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", interrupted);
        }
    }

    /// Mebibytes of memory that it takes up; 0 where the system does not tell.
    long residentMebibytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
