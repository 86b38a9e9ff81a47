package org.emiadi.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final int CLIENTS = 32;

    private final Report report = new Report(
            "1a2b3c4",
            Instant.parse("2026-11-26T03:00:00Z"),
            List.of(
                    new Result("booking", Bench.HERE, 1000, CLIENTS, 2, 210, 0.5, phases(3000, 1)),
                    new Result("booking", Bench.POSTGRES, 1000, CLIENTS, 2, 0, null, phases(6000, 0))));

    private static List<Figures> phases(long requests, long refused) {
        return List.of(
                new Figures(requests - 10, 1, refused, 0, 3, 9, 20, 30),
                new Figures(requests, 1, 0, 0, 4, 10, 21, 31),
                new Figures(requests + 500, 1, 0, 0, 5, 11, 22, 32));
    }

    @Test
    void the_table_has_the_middle_phase_and_all_errors() {
        assertThat(report.table().lines()).hasSize(3);
        assertThat(report.table().lines().skip(1).findFirst().orElseThrow().replaceAll(" +", " "))
                .isEqualTo("booking here 3,000 4.0 10.0 21.0 1 2 210 0.50");
    }

    @Test
    void of_two_phases_neither_the_better_nor_the_worse_is_told() {
        assertThat(Figures.middle(phases(3000, 0).subList(0, 2), Figures::perSecond))
                .isEqualTo(2995);
    }

    @Test
    void json_plot_and_history_are_written(@TempDir Path folder) throws Exception {
        Path history = folder.resolve("history.jsonl");

        report.write(folder.resolve("out"), history);
        report.write(folder.resolve("out"), history);

        JsonNode json = read(folder.resolve("out/results.json"));
        assertThat(json.at("/results/0/per_second").asDouble()).isEqualTo(3000);
        assertThat(json.at("/results/0/phases")).hasSize(3);
        assertThat(Files.readAllLines(history))
                .hasSize(4)
                .allSatisfy(line -> assertThat(
                                new ObjectMapper().readTree(line).path("commit").asText())
                        .isEqualTo("1a2b3c4"));
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("out/results.svg").toFile());
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(3);
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
