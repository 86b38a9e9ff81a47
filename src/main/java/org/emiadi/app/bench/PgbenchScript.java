package org.emiadi.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emiadi.app.bench.SentStatement.SentValue;
import org.emiadi.app.bench.Wire.Trip;

/// A script for pgbench that sends what a server has sent: the same statements with as many waits. Values that differ
/// from request to request are worked out by the script, all others are as they were.
///
/// @param text      in pgbench's language
/// @param variables to be set on its command line
record PgbenchScript(String text, Map<String, String> variables) {
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Map<Integer, String> TYPES = Map.ofEntries(
            Map.entry(16, "boolean"),
            Map.entry(17, "bytea"),
            Map.entry(20, "bigint"),
            Map.entry(21, "smallint"),
            Map.entry(23, "integer"),
            Map.entry(25, "text"),
            Map.entry(701, "double precision"),
            Map.entry(1007, "integer[]"),
            Map.entry(1009, "text[]"),
            Map.entry(1015, "varchar[]"),
            Map.entry(1043, "varchar"),
            Map.entry(1082, "date"),
            Map.entry(1184, "timestamptz"),
            Map.entry(1700, "numeric"),
            Map.entry(2950, "uuid"));

    /// Follows `trips`.
    ///
    /// @param name     of the script, so that its variables are not taken for those of another one
    /// @param begin    what works out the values that differ, in pgbench's language
    /// @param differs  the expression for a value that differs; empty for one that is always as it was
    static PgbenchScript of(
            String name, List<Trip> trips, String begin, Function<SentValue, Optional<String>> differs) {
        var writer = new Writer(name, differs);
        var text = new StringBuilder(begin);
        for (Trip trip : trips) {
            text.append("\\startpipeline\n");
            for (SentStatement statement : trip.statements()) {
                text.append(writer.write(statement)).append(";\n");
            }
            text.append("\\endpipeline\n");
        }
        return new PgbenchScript(text.toString(), writer.variables);
    }

    private static final class Writer {
        private final String name;
        private final Function<SentValue, Optional<String>> differs;
        private final Map<String, String> variables = new LinkedHashMap<>();

        Writer(String name, Function<SentValue, Optional<String>> differs) {
            this.name = name;
            this.differs = differs;
        }

        String write(SentStatement statement) {
            var expressions = new ArrayList<String>();
            for (SentValue value : statement.values()) {
                expressions.add(expression(value));
            }
            Matcher places = PLACE.matcher(statement.sql());
            return places.replaceAll(
                    place -> Matcher.quoteReplacement(expressions.get(Integer.parseInt(place.group(1)) - 1)));
        }

        private String expression(SentValue value) {
            String text = value.text() == null ? "null" : differs.apply(value).orElseGet(() -> ":" + variable(value));
            return value.type() == 0
                    ? text
                    : "cast(" + text + " as " + Objects.requireNonNull(TYPES.get(value.type()), "type " + value.type())
                            + ")";
        }

        private String variable(SentValue value) {
            String variable = name + "_" + (variables.size() + 1);
            variables.put(variable, Objects.requireNonNull(value.text()));
            return variable;
        }
    }
}
