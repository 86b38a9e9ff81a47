package org.emiadi.reports.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emiadi.platform.Csv;

/// Reports as tables, made of what their JSON says, so that the two never differ: the columns are the members of the
/// figures, and the last row is the total.
final class ReportCsv {
    private static final String TOTAL = "total";

    private ReportCsv() {}

    static String of(ObjectMapper mapper, Object report) {
        JsonNode json = mapper.valueToTree(report);
        var csv = new Csv(row(json.path("asked").path("by").asText(), "name", columns(json)));
        json.path("rows")
                .forEach(row -> csv.row(row(
                                cell(row.path("group").path("key")),
                                cell(row.path("group").path("name")),
                                cells(row.path("figures")))
                        .toArray()));
        return csv.row(row(TOTAL, "", cells(json.path(TOTAL))).toArray()).text();
    }

    private static Stream<String> columns(JsonNode json) {
        return json.path(TOTAL).propertyStream().map(Map.Entry::getKey);
    }

    private static Stream<String> cells(JsonNode figures) {
        return figures.propertyStream().map(Map.Entry::getValue).map(ReportCsv::cell);
    }

    private static List<String> row(String key, String name, Stream<String> figures) {
        return Stream.concat(Stream.of(key, name), figures).toList();
    }

    private static String cell(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }
}
