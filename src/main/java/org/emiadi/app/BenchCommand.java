package org.emiadi.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.emiadi.app.bench.Bench;
import org.emiadi.app.bench.Bench.What;
import org.emiadi.app.bench.Checkout;
import org.emiadi.app.bench.Report;
import org.emiadi.app.bench.Result;
import org.emiadi.app.bench.SlotBench;
import org.emiadi.app.bench.SlotBench.Figure;
import org.emiadi.platform.postgres.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures, on a built-in database that is thrown away afterwards.
@Command(
        name = "bench",
        description = "Measure how fast it is on this machine, side by side with PostgreSQL alone.",
        mixinStandardHelpOptions = true,
        subcommands = BenchCommand.Slots.class)
final class BenchCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "WHAT",
            description = "booking, lists, search, signin, all; or slots, which has options of its own")
    List<Part> what = List.of(Part.ALL);

    /// What can be asked for by name.
    enum Part {
        BOOKING,
        LISTS,
        SEARCH,
        SIGNIN,
        ALL;

        Set<What> measured() {
            return this == ALL ? EnumSet.allOf(What.class) : EnumSet.of(What.valueOf(name()));
        }
    }

    @Option(names = "--sizes", split = ",", description = "Numbers of appointments: ${DEFAULT-VALUE}")
    List<Long> sizes = List.of(200_000L);

    @Option(names = "--providers", description = "How many providers: ${DEFAULT-VALUE}")
    int providers = 200;

    @Option(names = "--patients", description = "How many patients: ${DEFAULT-VALUE}")
    int patients = 20_000;

    @Option(names = "--searched", description = "Patients among whom is searched: ${DEFAULT-VALUE}")
    int searched = 1_000_000;

    @Option(names = "--clients", description = "How many ask at the same time: ${DEFAULT-VALUE}")
    int clients = 32;

    @Option(names = "--seconds", description = "How long a phase lasts: ${DEFAULT-VALUE}")
    int seconds = 10;

    @Option(names = "--warm-up", description = "How long each side runs before it is measured: ${DEFAULT-VALUE}")
    int warmUp = 30;

    @Option(names = "--rounds", description = "How many phases each side gets: ${DEFAULT-VALUE}")
    int rounds = 3;

    @Option(names = "--against", description = "Another commit to compare with")
    @Nullable
    String against;

    @Option(names = "--keep", description = "Where filled databases are kept for another run this week")
    @Nullable
    Path keep;

    @Option(names = "--out", description = "Where the figures are written: ${DEFAULT-VALUE}")
    Path out = Path.of("target", "bench");

    @Override
    public Integer call() {
        Path here = Checkout.ofThisProgram();
        try (var other = against == null ? null : Checkout.of(here, against)) {
            var checkouts = new Bench.Checkouts(here, other == null ? null : other.path(), String.valueOf(against));
            var results = new ArrayList<Result>();
            for (long size : sizes) {
                results.addAll(inFolder(folder -> {
                    var plan = new Bench.Plan(
                            chosen(), providers, patients, size, searched, clients, warmUp, seconds, rounds, keep);
                    return new Bench(plan, checkouts, folder, System.out::println).run();
                }));
            }
            var report = new Report(Checkout.commitOf(here), Clock.systemUTC().instant(), results);
            System.out.println(report.table());
            report.write(out.toAbsolutePath(), here.resolve("bench/history.jsonl"));
            System.out.println("Written to " + out.toAbsolutePath());
        }
        return what.contains(Part.ALL) ? slots() : 0;
    }

    private int slots() {
        var slots = new Slots();
        slots.keep = keep;
        return slots.call();
    }

    private Set<What> chosen() {
        var chosen = EnumSet.noneOf(What.class);
        what.forEach(part -> chosen.addAll(part.measured()));
        return chosen;
    }

    @FunctionalInterface
    private interface Measuring<T> {
        T in(Path folder);
    }

    private static <T> T inFolder(Measuring<T> measuring) {
        try {
            Path folder = Files.createTempDirectory("miadi-bench");
            try {
                return measuring.in(folder);
            } finally {
                DataFolder.deleteAll(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Command(
            name = "slots",
            mixinStandardHelpOptions = true,
            description = "The first free slot in a clinic that is nearly booked out, as what lies behind grows.")
    static final class Slots implements Callable<Integer> {
        @Option(names = "--sizes", split = ",", description = "Numbers of appointments behind: ${DEFAULT-VALUE}")
        List<Long> sizes = List.of(10_000L, 1_000_000L);

        @Option(names = "--providers", description = "How many providers: ${DEFAULT-VALUE}")
        int providers = 500;

        @Option(names = "--patients", description = "How many patients: ${DEFAULT-VALUE}")
        int patients = 20_000;

        @Option(names = "--runs", description = "How often each question is asked: ${DEFAULT-VALUE}")
        int runs = 300;

        @Option(names = "--keep", description = "Where filled databases are kept for another run this week")
        @Nullable
        Path keep;

        @Option(names = "--out", description = "Where the figures are written: ${DEFAULT-VALUE}")
        Path out = Path.of("target", "bench", "slots.json");

        @Override
        public Integer call() {
            var figures = new ArrayList<Figure>();
            for (long size : sizes) {
                var plan = new SlotBench.Plan(providers, patients, size, runs, keep);
                figures.addAll(inFolder(
                        folder -> SlotBench.run(plan, folder.resolve("data"), System.out::println, Slots::tell)));
            }
            write(figures);
            return 0;
        }

        private static void tell(Figure figure) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d appointments, among %s: p50 %.1f ms, p99 %.1f ms, at most %.1f ms%n",
                    figure.appointments(),
                    figure.among().name().toLowerCase(Locale.ROOT),
                    figure.median(),
                    figure.p99(),
                    figure.longest());
        }

        private void write(List<Figure> figures) {
            Path absolute = out.toAbsolutePath();
            try {
                Files.createDirectories(absolute.getParent());
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(absolute.toFile(), figures);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            System.out.println("Written to " + absolute);
        }
    }
}
