package org.emiadi.app;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.emiadi.app.bench.SentStatement;
import org.emiadi.app.bench.Wire;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;

/// A server with a database of its own, whose connections are listened to.
public final class OnTheWire implements QuarkusTestProfile {
    /// The field of a test that is told what went by since it last asked: for each wait the connection, then the
    /// statements. Only types of Java itself, as server and test have class loaders of their own.
    static final String FIELD = "sent";

    private static final String PORT = "miadi.test.wire.port";

    // Asked for before PostgreSQL runs, and by several class loaders.
    @Override
    public Map<String, String> getConfigOverrides() {
        // What runs by the clock would be taken for a part of whatever is asked at that moment.
        return Map.of(
                "quarkus.datasource.jdbc.url", TestDatabase.urlOfTheWire(port()), "quarkus.scheduler.enabled", "false");
    }

    private static int port() {
        if (System.getProperty(PORT) == null) {
            try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                System.setProperty(PORT, "" + socket.getLocalPort());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return Integer.getInteger(PORT);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Listening.class));
    }

    /// Tells the test.
    public static final class Listening implements QuarkusTestResourceLifecycleManager {
        private @Nullable Wire wire;

        @Override
        public Map<String, String> start() {
            wire = Wire.at(port(), TestDatabase.port());
            return Map.of();
        }

        @Override
        public void inject(Object test) {
            Supplier<List<List<String>>> sent = this::sent;
            try {
                var field = test.getClass().getDeclaredField(FIELD);
                field.setAccessible(true);
                field.set(test, sent);
            } catch (ReflectiveOperationException noSuchField) {
                throw new IllegalStateException(noSuchField);
            }
        }

        private List<List<String>> sent() {
            var trips = new ArrayList<List<String>>();
            for (Wire.Trip trip : Objects.requireNonNull(wire).takeTrips()) {
                var texts = new ArrayList<>(List.of("" + trip.connection()));
                texts.addAll(trip.statements().stream().map(SentStatement::sql).toList());
                trips.add(texts);
            }
            return trips;
        }

        @Override
        public void stop() {
            if (wire != null) {
                wire.close();
            }
        }
    }
}
