package org.emiadi.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.emiadi.platform.Quiet;
import org.jspecify.annotations.Nullable;

/// The cheap phone for which pages are made, held against the machine that runs the tests: both draw the same page,
/// `yardstick.html`. So a page costs the phone the same whether it is measured on a quick machine or on a slow one.
///
/// @param times how many times as long as here work takes on the phone
record Phone(double times) {
    /// So long it works until the yardstick is painted: six times as long as a desktop computer.
    private static final double YARDSTICK_MS = 200;

    private static final double SLOWER_THAN_A_DESKTOP = 6;
    private static final int TRIES = 4;
    private static final String PATH = "/yardstick";
    private static final int OK = 200;

    private static @Nullable Phone known;

    /// Told once for a run, by the quickest of a few tries.
    static synchronized Phone besideThisMachine() {
        var phone = known;
        if (phone == null) {
            double here = Quiet.during(() -> Stream.generate(Phone::work)
                    .limit(TRIES)
                    .mapToDouble(Double::doubleValue)
                    .min()
                    .orElseThrow());
            phone = new Phone(YARDSTICK_MS / here);
            known = phone;
        }
        return phone;
    }

    /// How many times as long as here something takes on a desktop computer, such as the server may be.
    double timesOfDesktop() {
        return times / SLOWER_THAN_A_DESKTOP;
    }

    private static double work() {
        try (var screen = Visitor.onPhone().arrive(null).standingIn(PATH, OK, yardstick())) {
            return Opening.of(screen, PATH, false).work();
        }
    }

    private static String yardstick() {
        try (var page = Phone.class.getResourceAsStream("yardstick.html")) {
            if (page == null) {
                throw new IllegalStateException("yardstick.html is gone");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
