package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// What was seen of a page while it was opened, on this machine, with nothing of it in the cache.
///
/// @param painted milliseconds until the largest piece of the page was painted
/// @param work    milliseconds that its thread had worked by then
/// @param cls     how much of it jumped
record Opening(Wire wire, double painted, double work, double cls, Trace trace) {
    private static final int BYTES_A_SECOND = 50_000;
    private static final int LATENCY_MS = 400;
    private static final int SETTLED_MS = 300;

    private static final String ICON = "document.querySelector('link[rel=icon][href^=\"/\"]')?.href ?? ''";

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

    /// @param faraway over the network of a cheap phone, or else as from the next room
    static Opening of(Screen screen, String path, boolean faraway) {
        // Else the browser changes processes while the page comes, and often waits five seconds for the notes of the
        // first.
        screen.openNothing();
        CDPSession session = screen.context().newCDPSession(screen.page());
        var wire = new Wire();
        wire.listen(session);
        if (faraway) {
            slowDown(session);
        }
        var vitals = new AtomicReference<Object>("none");
        // What the page is busy with is over before it answers.
        var trace = Trace.of(screen.page(), () -> {
            screen.open(path);
            screen.page().waitForLoadState(LoadState.NETWORKIDLE);
            fetchIcon(screen, wire);
            vitals.set(screen.page().evaluate(VITALS));
        });
        double painted = number(vitals.get(), "lcp");
        assertThat(painted).as("milliseconds to the largest paint").isPositive();
        return new Opening(wire, painted, trace.workUntilPainted(), number(vitals.get(), "cls"), trace);
    }

    // A browser without windows has no place for it, but those of people fetch it.
    private static void fetchIcon(Screen screen, Wire wire) {
        if (screen.page().evaluate(ICON) instanceof String icon && !icon.isEmpty() && !wire.saw(icon)) {
            screen.page().evaluate("icon => fetch(icon).then(answer => answer.blob()).then(() => null)", icon);
        }
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
    static final class Wire {
        private final Set<String> addresses = new HashSet<>();
        private final Map<String, String> kinds = new HashMap<>();
        private final Map<String, Long> bytes = new HashMap<>();

        void listen(CDPSession session) {
            session.on("Network.responseReceived", event -> {
                kinds.put(id(event), event.get("type").getAsString());
                addresses.add(event.getAsJsonObject("response").get("url").getAsString());
            });
            session.on(
                    "Network.loadingFinished",
                    event -> bytes.put(id(event), event.get("encodedDataLength").getAsLong()));
            session.send("Network.enable");
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }

        boolean saw(String address) {
            return addresses.contains(address);
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
