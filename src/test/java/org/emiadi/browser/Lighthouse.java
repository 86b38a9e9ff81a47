package org.emiadi.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/// Google's Lighthouse, which npm fetches into `target/lighthouse` in the versions that `package-lock.json` pins.
/// Where npm reaches nothing, nothing is measured, and the test says so.
final class Lighthouse {
    private static final Path SOURCE = Path.of("src", "test", "lighthouse");
    private static final Path FOLDER = Path.of("target", "lighthouse");
    private static final int MINUTES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static boolean installed;

    private Lighthouse() {}

    /// A page as a visitor sees it. The report is kept as `target/lighthouse/<name>.html`.
    record Subject(String name, Visitor visitor, String path) {}

    /// Out of 100 each, and what cost points.
    record Scores(String name, String address, List<Integer> scores, List<String> costly) {
        int performance() {
            return scores.get(0);
        }

        int accessibility() {
            return scores.get(1);
        }

        int bestPractices() {
            return scores.get(2);
        }
    }

    static synchronized List<Scores> measure(List<Subject> subjects) {
        if (!installed) {
            install();
            installed = true;
        }
        var plan = Map.of(
                "chromium", Chromium.executable().toString(),
                "chromiumFlags", Chromium.ARGUMENTS,
                "pages", subjects.stream().map(Lighthouse::asked).toList());
        try {
            Files.writeString(FOLDER.resolve("plan.json"), JSON.writeValueAsString(plan));
            var answer = run(Chromium.node().toString(), "measure.mjs", "plan.json");
            if (answer.status() != 0) {
                throw new AssertionError("Lighthouse has failed: " + answer.text());
            }
            return answer.text()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .map(Lighthouse::scores)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Object> asked(Subject subject) {
        return Map.of(
                "name", subject.name(),
                "url", Screen.base().resolve(subject.path()).toString(),
                "headers", headers(subject.visitor()),
                "desk", subject.visitor().width() >= Visitor.DESK,
                "report",
                        FOLDER.resolve(subject.name() + ".html")
                                .toAbsolutePath()
                                .toString());
    }

    private static Map<String, String> headers(Visitor visitor) {
        try (var screen = visitor.arrive(null)) {
            String cookies = screen.context().cookies().stream()
                    .map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
            return cookies.isEmpty()
                    ? Map.of("Accept-Language", visitor.language().tag())
                    : Map.of("Accept-Language", visitor.language().tag(), "Cookie", cookies);
        }
    }

    private static Scores scores(String line) {
        try {
            return JSON.readValue(line, Scores.class);
        } catch (JsonProcessingException strange) {
            throw new UncheckedIOException(strange);
        }
    }

    private static void install() {
        try {
            Files.createDirectories(FOLDER);
            for (String name : List.of("package.json", "package-lock.json", "measure.mjs")) {
                Files.copy(SOURCE.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            String npm = Chromium.onPath("npm")
                    .orElseThrow(() -> absent("npm was not found on the PATH"))
                    .toString();
            var answer = run(npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline");
            if (answer.status() != 0) {
                throw absent("npm could not fetch it: " + answer.text());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static TestAbortedException absent(String why) {
        return new TestAbortedException("Lighthouse has measured nothing, as " + why);
    }

    private record Answer(int status, String text) {}

    private static Answer run(String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
            }
            return new Answer(process.waitFor(), text);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
