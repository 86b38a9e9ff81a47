package org.emiadi.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts load on a server with wrk: each client asks again as soon as it is answered.
///
/// @param script what is asked for, bench/load.lua
/// @param folder where it works
record Load(Tool wrk, Path script, Path folder) {
    private static final int THREADS = 2;

    /// A phase that is going on.
    record Going(Process process) {
        Figures end() {
            return figures(Tool.printed(process));
        }
    }

    Figures run(ServerUnderTest server, Workload workload, Phase phase) {
        return start(server, workload, phase).end();
    }

    Going start(ServerUnderTest server, Workload workload, Phase phase) {
        int threads = Math.min(THREADS, phase.clients());
        var arguments = new ArrayList<>(List.of(
                "-t" + threads,
                "-c" + phase.clients(),
                "-d" + phase.seconds() + "s",
                "--timeout",
                "60s",
                "-s",
                script.toString(),
                server.address().toString(),
                "--",
                workload.asked(),
                server.token(),
                "threads=" + threads,
                "run=" + phase.run(),
                "first=" + phase.first()));
        workload.numbers().forEach((name, value) -> arguments.add(name + "=" + value));
        Optional.ofNullable(workload.paths()).ifPresent(file -> arguments.add("file=" + file));
        return new Going(wrk.start(folder, Map.of(), arguments));
    }

    private static Figures figures(String printed) {
        String line = printed.lines()
                .filter(each -> each.startsWith("{"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk said nothing of its figures: " + printed));
        try {
            return new ObjectMapper().readValue(line, Figures.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("wrk's figures cannot be read: " + line, unreadable);
        }
    }
}
