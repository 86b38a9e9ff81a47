package org.emiadi.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.emiadi.platform.Quiet;
import org.jspecify.annotations.Nullable;

/// The machine's own Chromium, driven through the machine's own Node.js. One serves all tests of a run; it ends
/// with it, since its driver listens to this process.
final class Chromium {
    /// The first one is the same browser without windows: it draws the same with two thirds of the work.
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> ELSEWHERE = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    /// Without a sandbox, because build machines run as root, where Chromium has none; and without calls to its
    /// maker.
    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-color-profile=srgb",
            "--font-render-hinting=none");

    /// Compiles no script for good: axe and what looks at a page run too shortly for that to pay, and it takes a
    /// quarter of the work. Only where no times are taken, since whoever uses e-miadi has a browser that does.
    private static final String NO_OPTIMIZING = "--js-flags=--max-opt=1";

    private static @Nullable Browser running;

    private Chromium() {}

    static synchronized Browser running() {
        var browser = running;
        if (browser == null) {
            browser = start();
            running = browser;
        }
        return browser;
    }

    // The driver stops the browser when this process is gone, however it goes; so nothing here closes it.
    @SuppressWarnings("resource")
    private static Browser start() {
        var environment = Map.of(
                "PLAYWRIGHT_NODEJS_PATH", node().toString(),
                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1",
                "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1");
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(arguments()));
    }

    private static List<String> arguments() {
        return Quiet.isAskedOfUs()
                ? Stream.concat(ARGUMENTS.stream(), Stream.of(NO_OPTIMIZING)).toList()
                : ARGUMENTS;
    }

    static Path executable() {
        String named = System.getenv("MIADI_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return NAMES.stream()
                .flatMap(name -> onPath(name).stream())
                .findFirst()
                .or(() -> ELSEWHERE.stream().filter(Files::isExecutable).findFirst())
                .orElseThrow(() -> missing("Chromium", "chromium"));
    }

    static Path node() {
        return onPath("node").orElseThrow(() -> missing("Node.js", "nodejs"));
    }

    static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static IllegalStateException missing(String what, String debianPackage) {
        return new IllegalStateException("The browser tests need " + what
                + ", which was not found on the PATH. On Debian: apt install " + debianPackage
                + ". A Chromium elsewhere can be named in MIADI_CHROMIUM.");
    }
}
