package org.emiadi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The table in docs/access.md: what comes of each route for each column.
final class AccessTable {
    private static final Path PAGE = Path.of("docs", "access.md");
    private static final String ROW = "| `";

    private AccessTable() {}

    /// Route, then column, then what is expected, as `200`, `404` or `200 none`.
    static Map<String, Map<String, String>> read(List<String> columns) {
        try (var lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith(ROW))
                    .map(AccessTable::cells)
                    .collect(Collectors.toMap(
                            cells -> cells.getFirst().replace("`", ""),
                            cells -> row(cells.subList(1, cells.size()), columns),
                            (one, other) -> {
                                throw new IllegalStateException("two rows of one route");
                            },
                            LinkedHashMap::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static Map<String, String> row(List<String> cells, List<String> columns) {
        if (cells.size() != columns.size()) {
            throw new IllegalStateException("a row has " + cells.size() + " cells: " + cells);
        }
        return IntStream.range(0, columns.size())
                .boxed()
                .collect(Collectors.toMap(columns::get, cells::get, (one, other) -> one, LinkedHashMap::new));
    }
}
