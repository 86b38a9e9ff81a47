package org.emiadi.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.emiadi.app.bench.SlotBench;
import org.emiadi.app.bench.SlotBench.Figure;
import org.emiadi.platform.ClinicTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures, on a built-in database that is thrown away afterwards.
@Command(
        name = "bench",
        description = "Measure how fast it is on this machine.",
        subcommands = BenchCommand.Slots.class)
final class BenchCommand {

    @Command(name = "slots", description = "The first free slot among 500 providers, as appointments grow.")
    static final class Slots implements Callable<Integer> {
        @Option(names = "--sizes", split = ",", description = "Numbers of appointments, growing: ${DEFAULT-VALUE}")
        List<Integer> sizes = List.of(10_000, 100_000, 1_000_000);

        @Option(names = "--runs", description = "How often each question is asked: ${DEFAULT-VALUE}")
        int runs = 300;

        @Option(names = "--out", description = "Where the figures are written: ${DEFAULT-VALUE}")
        Path out = Path.of("target", "bench", "slots.json");

        @Override
        public Integer call() throws IOException {
            Path folder = Files.createTempDirectory("miadi-bench");
            try {
                var settings = Settings.fromEnvironment().builtInAt(folder.resolve("data"));
                var time = new ClinicTime(settings.zone());
                var today = time.date(Clock.systemUTC().instant());
                System.out.println("appointments  among            p50 ms   p99 ms   max ms");
                var figures = AtCommandLine.withDatabase(
                        settings, database -> new SlotBench(database, time, today, runs).run(sizes, Slots::tell));
                write(figures);
                return 0;
            } finally {
                remove(folder);
            }
        }

        private static void tell(Figure figure) {
            System.out.printf(
                    Locale.ROOT,
                    "%,12d  %-14s %8.1f %8.1f %8.1f%n",
                    figure.appointments(),
                    figure.among().name().toLowerCase(Locale.ROOT),
                    figure.median(),
                    figure.p99(),
                    figure.longest());
        }

        private void write(List<Figure> figures) throws IOException {
            Path absolute = out.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(absolute.toFile(), figures);
            System.out.println("Written to " + absolute);
        }

        private static void remove(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
