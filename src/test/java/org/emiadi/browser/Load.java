package org.emiadi.browser;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What it costs to open a page for the first time on a cheap phone: 400 kb/s, 400 ms to the server and back, the
/// processor of a [Phone]. The network is slow while the page is opened; how much longer the processor of the phone
/// would take is reckoned from what the page has cost here ([Trace]), since Chromium's own way of slowing it down
/// counts whatever else this machine is busy with, several times.
///
/// @param bytes over the wire, headers and all files
/// @param lcp   milliseconds until the largest piece of the page is painted
/// @param cls   how much of it jumps
/// @param tbt   milliseconds for which it does not react, once something of it is seen
record Load(long bytes, long scriptBytes, long styleBytes, int requests, double lcp, double cls, double tbt) {
    /// Signed in beforehand by these cookies.
    static Load of(Visitor visitor, @Nullable String cookies, String path) {
        return of(() -> visitor.arrive(cookies), path);
    }

    /// @param visit before another screen each time, with nothing of the page in its cache
    static Load of(Supplier<Screen> visit, String path) {
        var phone = Phone.besideThisMachine();
        var nearby = opening(visit, path, false);
        var faraway = opening(visit, path, true);
        double network = Math.max(0, faraway.painted() - nearby.painted());
        // Of the server and the browser beside the thread of the page.
        double others = Math.max(0, nearby.painted() - nearby.work());
        return new Load(
                faraway.wire().bytes(""),
                faraway.wire().bytes("Script"),
                faraway.wire().bytes("Stylesheet"),
                faraway.wire().requests(),
                network + others * phone.timesOfDesktop() + faraway.work() * phone.times(),
                faraway.cls(),
                faraway.trace().blocked(phone.times()));
    }

    private static Opening opening(Supplier<Screen> visit, String path, boolean faraway) {
        try (var screen = visit.get()) {
            return Opening.of(screen, path, faraway);
        }
    }
}
