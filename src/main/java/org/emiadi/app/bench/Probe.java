package org.emiadi.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.emiadi.app.bench.Wire.Trip;

/// Asks a server something, and sees what the server asks its PostgreSQL for the sake of it.
final class Probe {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final int REFUSED = 400;

    private final ServerUnderTest server;
    private final Wire wire;
    private final String token;

    Probe(ServerUnderTest server, Wire wire) {
        this.server = server;
        this.wire = wire;
        this.token = server.token();
    }

    /// What came of it.
    record Seen(JsonNode answer, List<Trip> trips) {}

    URI resolve(String path) {
        return server.address().resolve(path);
    }

    Seen ask(String path) {
        return ask(HttpRequest.newBuilder(resolve(path)));
    }

    /// Looks at the connection by which the request is told in the trail, up to that entry and its commit.
    Seen ask(HttpRequest.Builder request) {
        wire.takeTrips();
        var answer =
                server.send(request.header("Authorization", "Bearer " + token).build());
        if (answer.statusCode() >= REFUSED) {
            throw new IllegalStateException("the benchmark was refused: " + answer.body());
        }
        String id = answer.headers().firstValue(REQUEST_ID).orElseThrow();
        return new Seen(ServerUnderTest.json(answer), transaction(wire.takeTrips(), id));
    }

    private static List<Trip> transaction(List<Trip> trips, String requestId) {
        Trip last = trips.stream()
                .filter(trip -> carries(trip, requestId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the request left no trace in the trail"));
        var transaction = new ArrayList<Trip>();
        for (Trip trip : trips) {
            if (trip.connection() == last.connection()) {
                transaction.add(trip);
                if (transaction.contains(last) && isOver(transaction)) {
                    return transaction;
                }
            }
        }
        throw new IllegalStateException("the request was not committed");
    }

    // A statement by itself needs no commit.
    private static boolean isOver(List<Trip> trips) {
        return says(trips.getLast(), "commit") || trips.stream().noneMatch(trip -> says(trip, "begin"));
    }

    private static boolean carries(Trip trip, String value) {
        return trip.statements().stream()
                .flatMap(statement -> statement.values().stream())
                .anyMatch(sent -> value.equals(sent.text()));
    }

    private static boolean says(Trip trip, String command) {
        return trip.statements().stream()
                .anyMatch(statement -> statement.sql().strip().equalsIgnoreCase(command));
    }
}
