package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.emiadi.platform.Quiet;
import org.jspecify.annotations.Nullable;

/// What a page may cost at its first load. For patients, who pay for each byte, less than for staff.
/// To the largest paint it is 1.5 and 2 s; the browser has 50 ms of that for a process of its own (ADR 32).
enum Budget {
    PATIENT(15, 3, 6, 4, 1_450, 0, 50),
    STAFF(40, 25, 8, 6, 1_950, 0.02, 100);

    private static final int KILO = 1_024;
    private static final int TRIES = 3;
    /// More tries where the first ones miss, since tests share the machine with other programs.
    private static final int MOST_TRIES = 9;

    private final int kilobytes;
    private final int scriptKilobytes;
    private final int styleKilobytes;
    private final int requests;
    private final double lcp;
    private final double cls;
    private final double tbt;

    Budget(int kilobytes, int scriptKilobytes, int styleKilobytes, int requests, double lcp, double cls, double tbt) {
        this.kilobytes = kilobytes;
        this.scriptKilobytes = scriptKilobytes;
        this.styleKilobytes = styleKilobytes;
        this.requests = requests;
        this.lcp = lcp;
        this.cls = cls;
        this.tbt = tbt;
    }

    /// The page keeps within the budget; times are the median of three loads. What runs beside this one can make
    /// a page slower and never quicker, so only where times miss are they measured again in quiet.
    void holdsFor(Visitor visitor, String path) {
        String cookies = visitor.cookies();
        var loads = new ArrayList<>(measured(visitor, cookies, path));
        while (loads.size() < MOST_TRIES && !quick(last(loads))) {
            loads.addAll(Quiet.during(() -> measured(visitor, cookies, path)));
        }
        checkSize(path, loads.getFirst());
        checkTime(path, last(loads));
    }

    private static List<Load> measured(Visitor visitor, @Nullable String cookies, String path) {
        return Stream.generate(() -> Load.of(visitor, cookies, path))
                .limit(TRIES)
                .toList();
    }

    private static List<Load> last(List<Load> loads) {
        return loads.subList(loads.size() - TRIES, loads.size());
    }

    private boolean quick(List<Load> loads) {
        return median(loads, Comparator.comparingDouble(Load::lcp)).lcp() <= lcp
                && median(loads, Comparator.comparingDouble(Load::tbt)).tbt() <= tbt;
    }

    private void checkSize(String path, Load load) {
        assertThat(load.bytes()).as("bytes of %s: %s", path, load).isLessThanOrEqualTo((long) kilobytes * KILO);
        assertThat(load.scriptBytes())
                .as("bytes of script of %s: %s", path, load)
                .isLessThanOrEqualTo((long) scriptKilobytes * KILO);
        assertThat(load.styleBytes())
                .as("bytes of style of %s: %s", path, load)
                .isLessThanOrEqualTo((long) styleKilobytes * KILO);
        assertThat(load.requests()).as("requests of %s: %s", path, load).isLessThanOrEqualTo(requests);
        assertThat(load.cls()).as("jumps of %s: %s", path, load).isLessThanOrEqualTo(cls);
    }

    private void checkTime(String path, List<Load> loads) {
        assertThat(median(loads, Comparator.comparingDouble(Load::lcp)).lcp())
                .as("milliseconds to the largest paint of %s: %s", path, loads)
                .isPositive()
                .isLessThanOrEqualTo(lcp);
        assertThat(median(loads, Comparator.comparingDouble(Load::tbt)).tbt())
                .as("milliseconds blocked on %s: %s", path, loads)
                .isLessThanOrEqualTo(tbt);
    }

    private static Load median(List<Load> loads, Comparator<Load> by) {
        return loads.stream().sorted(by).toList().get(loads.size() / 2);
    }
}
