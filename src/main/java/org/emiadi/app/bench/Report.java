package org.emiadi.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What was measured, for people and for programs.
///
/// @param commit what was measured, as git names it
/// @param at     when
public record Report(String commit, Instant at, List<Result> results) {
    private static final int BAR = 18;
    private static final int GAP = 6;
    private static final int NAMES = 330;
    private static final int LONGEST = 400;
    private static final int FIGURES = 190;
    private static final int MARGIN = 10;
    private static final int BASELINE = 13;

    /// A line for each side of each workload.
    public String table() {
        var text = new StringBuilder(
                line("workload", "side", "per s", "p50 ms", "p99 ms", "p99.9 ms", "errors", "trips", "MiB", "ratio"));
        for (Result each : results) {
            text.append(line(
                    each.workload(),
                    each.side(),
                    number("%,.0f", each.perSecond()),
                    number("%.1f", each.p50()),
                    number("%.1f", each.p99()),
                    number("%.1f", each.p999()),
                    "" + each.errors(),
                    each.roundTrips() == null ? "" : "" + each.roundTrips(),
                    each.memory() == 0 ? "" : "" + each.memory(),
                    each.ratio() == null ? "" : number("%.2f", each.ratio())));
        }
        return text.toString();
    }

    private static String line(String workload, String side, String... figures) {
        var line = new StringBuilder("%-16s %-24s".formatted(workload, side));
        for (String figure : figures) {
            line.append("%10s".formatted(figure));
        }
        return line.append('\n').toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /// Writes `results.json` and `results.svg` to `folder`, and a line for each result to the history.
    public void write(Path folder, Path history) {
        var json = new ObjectMapper();
        try {
            Files.createDirectories(folder);
            var whole = json.createObjectNode().put("commit", commit).put("at", at.toString());
            whole.set("results", json.valueToTree(results));
            json.writerWithDefaultPrettyPrinter()
                    .writeValue(folder.resolve("results.json").toFile(), whole);
            Files.writeString(folder.resolve("results.svg"), svg());
            for (Result each : results) {
                Files.writeString(
                        history, line(json, each) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ObjectNode line(ObjectMapper json, Result each) {
        ObjectNode line = json.createObjectNode().put("at", at.toString()).put("commit", commit);
        line.setAll((ObjectNode) json.valueToTree(each));
        line.remove("phases");
        return line;
    }

    /// Bars of requests in a second, each against the longest of its workload.
    String svg() {
        int height = results.size() * (BAR + GAP) + 2 * MARGIN;
        var text = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
                font-family="sans-serif" font-size="12">
                <title>Requests in a second</title>
                <rect width="%1$d" height="%2$d" fill="white"/>
                """.formatted(NAMES + LONGEST + FIGURES, height));
        int top = MARGIN;
        for (Result each : results) {
            double most = results.stream()
                    .filter(other -> other.workload().equals(each.workload()))
                    .mapToDouble(Result::perSecond)
                    .max()
                    .orElseThrow();
            text.append(bar(each, top, each.perSecond() / most));
            top += BAR + GAP;
        }
        return text.append("</svg>\n").toString();
    }

    private static String bar(Result result, int top, double part) {
        long length = Math.round(part * LONGEST);
        String colour = result.side().equals(Bench.POSTGRES) ? "#9aa0a6" : "#3b5bdb";
        String ratio = result.ratio() == null ? "" : number(" (%.2f)", result.ratio());
        return """
                <text x="%d" y="%d">%s: %s</text>
                <rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>
                <text x="%d" y="%d">%s/s, p99 %s ms%s</text>
                """.formatted(
                        MARGIN,
                        top + BASELINE,
                        result.workload(),
                        result.side(),
                        NAMES,
                        top,
                        length,
                        BAR,
                        colour,
                        NAMES + length + GAP,
                        top + BASELINE,
                        number("%,.0f", result.perSecond()),
                        number("%.1f", result.p99()),
                        ratio);
    }
}
