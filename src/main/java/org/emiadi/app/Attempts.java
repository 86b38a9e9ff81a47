package org.emiadi.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emiadi.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries jobs again and again. Always true: no failure ends the server, and one that lasts is told once, at its start,
/// and its end once.
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Map<String, String> lasting = new ConcurrentHashMap<>();

    void run(String what, Runnable job) {
        try {
            job.run();
        } catch (RuntimeException failure) {
            tell(what, failure);
            return;
        }
        if (lasting.remove(what) != null) {
            LOG.info("Can {} again", what);
        }
    }

    // Of another kind is another failure.
    private void tell(String what, RuntimeException failure) {
        String kind = Faults.rootKind(failure);
        if (kind.equals(lasting.put(what, kind))) {
            return;
        }
        if (Faults.isPassing(failure)) {
            LOG.warn("Cannot {} for now: {}", what, kind);
        } else {
            LOG.error("Cannot {}", what, failure);
        }
    }
}
