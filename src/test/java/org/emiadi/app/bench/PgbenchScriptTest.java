package org.emiadi.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emiadi.app.bench.SentStatement.SentValue;
import org.emiadi.app.bench.Wire.Trip;
import org.junit.jupiter.api.Test;

class PgbenchScriptTest {
    private static final int INTEGER = 23;
    private static final int LEFT_TO_POSTGRESQL = 0;

    @Test
    void a_script_sends_the_statements_with_as_many_waits() {
        var trips = List.of(
                new Trip(1, List.of(sent("BEGIN"), sent("select $2, $1", value(INTEGER, "7"), value(INTEGER, "8")))),
                new Trip(
                        1,
                        List.of(sent("insert into t values ($1)", value(LEFT_TO_POSTGRESQL, null)), sent("commit"))));

        var script = PgbenchScript.of("list", trips, "\\set k 1\n", value -> Optional.empty());

        assertThat(script.text()).isEqualTo("""
                        \\set k 1
                        \\startpipeline
                        BEGIN;
                        select cast(:list_2 as integer), cast(:list_1 as integer);
                        \\endpipeline
                        \\startpipeline
                        insert into t values (null);
                        commit;
                        \\endpipeline
                        """);
        assertThat(script.variables()).isEqualTo(Map.of("list_1", "7", "list_2", "8"));
    }

    @Test
    void what_differs_is_worked_out() {
        var trips = List.of(new Trip(1, List.of(sent("select $1, $2", value(INTEGER, "7"), value(0, "at noon")))));

        var script = PgbenchScript.of(
                "get",
                trips,
                "",
                value -> "7".equals(value.text()) ? Optional.of(":id") : Optional.of("to_timestamp(:at)"));

        assertThat(script.text()).contains("select cast(:id as integer), to_timestamp(:at);");
        assertThat(script.variables()).isEmpty();
    }

    private static SentStatement sent(String sql, SentValue... values) {
        return new SentStatement(sql, List.of(values));
    }

    private static SentValue value(int type, @org.jspecify.annotations.Nullable String text) {
        return new SentValue(type, text);
    }
}
