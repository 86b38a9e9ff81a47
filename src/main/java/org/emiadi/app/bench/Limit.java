package org.emiadi.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emiadi.platform.postgres.CannotStart;
import org.emiadi.platform.postgres.DatabaseAddress;

/// What PostgreSQL does by itself: pgbench, which sends the statements that a server sent for a workload, with as many
/// clients, at the same durability.
record Limit(Tool pgbench, DatabaseAddress address, int port, Path folder) {
    private static final String LOG = "pgbench_log";
    private static final int THREADS = 2;
    private static final double MICROSECONDS = 1000.0;
    /// Where pgbench's log has the time that a transaction took.
    private static final int TOOK = 2;

    Figures run(Workload workload, Phase phase) {
        var arguments = new ArrayList<>(List.of(
                "-n",
                "-M",
                "prepared",
                "-h",
                "127.0.0.1",
                "-p",
                "" + port,
                "-U",
                address.user(),
                "-c",
                "" + phase.clients(),
                "-j",
                "" + Math.min(THREADS, phase.clients()),
                "-T",
                "" + phase.seconds(),
                "--log",
                "--log-prefix=" + LOG,
                "-D",
                "n=0",
                "-D",
                "clients=" + phase.clients(),
                "-D",
                "first=" + phase.first()));
        workload.numbers().forEach((name, value) -> arguments.addAll(List.of("-D", name + "=" + value)));
        try {
            int number = 0;
            for (PgbenchScript script : workload.scripts()) {
                Path file = folder.resolve("limit-" + ++number + ".sql");
                Files.writeString(file, script.text());
                arguments.addAll(List.of("-f", file.toString()));
                script.variables().forEach((name, value) -> arguments.addAll(List.of("-D", name + "=" + value)));
            }
            arguments.add("miadi");
            removeLogs();
            String printed = pgbench.run(folder, Map.of("PGPASSWORD", address.password()), arguments);
            return figures(phase.seconds(), printed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Figures figures(int seconds, String printed) throws IOException {
        var times = Stream.<Double>builder();
        for (Path log : logs()) {
            try (var lines = Files.lines(log)) {
                lines.forEach(line -> times.add(Double.parseDouble(line.split(" ", -1)[TOOK]) / MICROSECONDS));
            }
        }
        double[] took = times.build().mapToDouble(Double::doubleValue).toArray();
        removeLogs();
        if (took.length == 0) {
            throw new CannotStart("pgbench has done nothing:\n" + printed);
        }
        return Figures.of(took, took.length, seconds, 0);
    }

    private void removeLogs() throws IOException {
        for (Path log : logs()) {
            Files.delete(log);
        }
    }

    private List<Path> logs() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(LOG))
                    .toList();
        }
    }
}
