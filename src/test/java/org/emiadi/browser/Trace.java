package org.emiadi.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/// What Chromium notes of its work on a page. How long the work took is the processor time of the thread that draws
/// the page, and not the time on the clock, of which other programs on this machine may have had a share.
final class Trace {
    /// From here on a person notices that a page does not react.
    private static final int NOTICED_MS = 50;

    private static final double MICROSECONDS = 1_000;
    private static final List<String> CATEGORIES = List.of("toplevel", "loading");

    private final List<JsonObject> events;

    private Trace(byte[] json) {
        this.events = StreamSupport.stream(
                        JsonParser.parseString(new String(json, StandardCharsets.UTF_8))
                                .getAsJsonObject()
                                .getAsJsonArray("traceEvents")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    static Trace of(Page page, Runnable work) {
        var browser = page.context().browser();
        browser.startTracing(page, new Browser.StartTracingOptions().setCategories(CATEGORIES));
        byte[] json;
        try {
            work.run();
        } finally {
            json = browser.stopTracing();
        }
        return new Trace(json);
    }

    /// Milliseconds for which the page, once something of it is seen, would not react if each task took so many times
    /// as long: what is left of each beyond 50, see <https://web.dev/articles/tbt>.
    double blocked(double times) {
        long seen = began(paint("firstContentfulPaint"));
        return tasks().stream()
                .filter(task -> task.began() >= seen)
                .mapToDouble(task -> Math.max(0, task.milliseconds() * times - NOTICED_MS))
                .sum();
    }

    /// Milliseconds of work until the largest piece of the page was painted.
    double workUntilPainted() {
        long painted = began(paint("largestContentfulPaint::Candidate"));
        return tasks().stream()
                .filter(task -> task.began() < painted)
                .mapToDouble(Task::milliseconds)
                .sum();
    }

    // A page has one thread for its script and its style. The browser draws pages of its own in other ones.
    private List<Task> tasks() {
        String thread = thread(paint("firstContentfulPaint"));
        return events.stream()
                .filter(event -> isCalled(event, "ThreadControllerImpl::RunTask"))
                .filter(event -> thread(event).equals(thread))
                // What was still going on at the end has no time.
                .filter(event -> event.has("tdur"))
                .map(event -> new Task(began(event), event.get("tdur").getAsLong() / MICROSECONDS))
                .toList();
    }

    private JsonObject paint(String name) {
        return events.stream()
                .filter(event -> isCalled(event, name))
                .max(Comparator.comparingLong(Trace::began))
                .orElseThrow(() -> new AssertionError("There was no " + name));
    }

    private static boolean isCalled(JsonObject event, String name) {
        return name.equals(event.get("name").getAsString());
    }

    private static long began(JsonObject event) {
        return event.get("ts").getAsLong();
    }

    private static String thread(JsonObject event) {
        return event.get("pid") + "/" + event.get("tid");
    }

    /// @param began microseconds, on the clock of the trace
    private record Task(long began, double milliseconds) {}
}
