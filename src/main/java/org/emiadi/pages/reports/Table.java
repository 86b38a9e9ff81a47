package org.emiadi.pages.reports;

import java.util.List;
import java.util.stream.Stream;
import org.emiadi.platform.Csv;

/// The figures of a report as a table, on the page and as a file.
///
/// @param by what the lines are about
public record Table(String by, List<String> columns, List<Line> lines, Line total) {

    public record Line(String label, List<Cell> cells) {}

    /// A figure of a line.
    ///
    /// @param text  for people
    /// @param plain the same for programs
    public record Cell(String text, String plain) {}

    String csv() {
        var csv = new Csv(Stream.concat(Stream.of(by), columns.stream()).toList());
        Stream.concat(lines.stream(), Stream.of(total))
                .forEach(line -> csv.row(Stream.concat(
                                Stream.of(line.label()), line.cells().stream().map(Cell::plain))
                        .toArray()));
        return csv.text();
    }
}
