package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void rows_follow_the_names_of_the_columns() {
        assertThat(new Csv(List.of("name", "visits"))
                        .row("Wanjiku", 3)
                        .row(null, -2)
                        .text())
                .isEqualTo("name,visits\r\nWanjiku,3\r\n,-2\r\n");
    }

    @Test
    void commas_quotes_and_line_breaks_stay_within_their_cell() {
        assertThat(row("a,b")).isEqualTo("\"a,b\"");
        assertThat(row("the \"old\" wing")).isEqualTo("\"the \"\"old\"\" wing\"");
        assertThat(row("one\ntwo")).isEqualTo("\"one\ntwo\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+254712345678", "-1", "@SUM(A1)", "＝1", " =1"})
    void nothing_that_was_typed_is_a_formula(String typed) {
        assertThat(row(typed)).isEqualTo("'" + typed);
    }

    @Test
    void a_formula_does_not_hide_behind_a_break_or_a_quote() {
        assertThat(row("\t=1")).isEqualTo("\"'\t=1\"");
        assertThat(row("\n=1")).isEqualTo("\"'\n=1\"");
        assertThat(row("=\"a\"")).isEqualTo("\"'=\"\"a\"\"\"");
    }

    private static String row(String cell) {
        return new Csv(List.of("x")).row(cell).text().replaceFirst("^x\r\n", "").replaceFirst("\r\n$", "");
    }
}
