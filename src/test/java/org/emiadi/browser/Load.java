package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What it costs to open a page for the first time on a cheap phone: 400 kb/s, 400 ms to the server and back, a
/// processor six times slower than this one. The network is slow while the page is opened; how much longer the
/// processor of the phone would take is reckoned from what the page has cost here ([Trace]), since Chromium's own way
/// of slowing it down counts whatever else this machine is busy with, several times.
///
/// @param bytes over the wire, headers and all files
/// @param lcp   milliseconds until the largest piece of the page is painted
/// @param cls   how much of it jumps
/// @param tbt   milliseconds for which it does not react, once something of it is seen
record Load(long bytes, long scriptBytes, long styleBytes, int requests, double lcp, double cls, double tbt) {
    private static final int BYTES_A_SECOND = 50_000;
    private static final int LATENCY_MS = 400;
    private static final int SLOWER = 6;
    private static final int SETTLED_MS = 300;

    private static final String VITALS = """
            () => new Promise(done => {
              const vitals = {lcp: 0, cls: 0};
              const watch = (type, note) =>
                  new PerformanceObserver(list => list.getEntries().forEach(note)).observe({type, buffered: true});
              watch('largest-contentful-paint', entry => { vitals.lcp = Math.max(vitals.lcp, entry.startTime); });
              watch('layout-shift', entry => { if (!entry.hadRecentInput) vitals.cls += entry.value; });
              setTimeout(() => done(vitals), %d);
            })
            """.formatted(SETTLED_MS);

    /// Signed in beforehand by these cookies, and with nothing of the page in the cache.
    static Load of(Visitor visitor, @Nullable String cookies, String path) {
        try (var screen = visitor.arrive(cookies)) {
            return of(screen, path);
        }
    }

    static Load of(Screen screen, String path) {
        CDPSession session = screen.context().newCDPSession(screen.page());
        var wire = new Wire();
        wire.listen(session);
        slowDown(session);
        var vitals = new AtomicReference<Object>("none");
        // What the page is busy with is over before it answers.
        var trace = Trace.of(screen.page(), () -> {
            screen.open(path);
            screen.page().waitForLoadState(LoadState.NETWORKIDLE);
            vitals.set(screen.page().evaluate(VITALS));
        });
        double painted = number(vitals.get(), "lcp");
        assertThat(painted).as("milliseconds to the largest paint").isPositive();
        return new Load(
                wire.bytes(""),
                wire.bytes("Script"),
                wire.bytes("Stylesheet"),
                wire.requests(),
                painted + (SLOWER - 1) * trace.workUntilPainted(),
                number(vitals.get(), "cls"),
                trace.blocked(SLOWER));
    }

    private static void slowDown(CDPSession session) {
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY_MS);
        network.addProperty("downloadThroughput", BYTES_A_SECOND);
        network.addProperty("uploadThroughput", BYTES_A_SECOND);
        session.send("Network.emulateNetworkConditions", network);
    }

    private static double number(Object vitals, String name) {
        return vitals instanceof Map<?, ?> map && map.get(name) instanceof Number number ? number.doubleValue() : -1;
    }

    /// What went over the wire, by the kind of thing it was.
    private static final class Wire {
        private final Map<String, String> kinds = new HashMap<>();
        private final Map<String, Long> bytes = new HashMap<>();

        void listen(CDPSession session) {
            session.on(
                    "Network.responseReceived",
                    event -> kinds.put(id(event), event.get("type").getAsString()));
            session.on(
                    "Network.loadingFinished",
                    event -> bytes.put(id(event), event.get("encodedDataLength").getAsLong()));
            session.send("Network.enable");
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }

        int requests() {
            return kinds.size();
        }

        long bytes(String kind) {
            return bytes.entrySet().stream()
                    .filter(entry -> kind.isEmpty() || kind.equals(kinds.get(entry.getKey())))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }
}
