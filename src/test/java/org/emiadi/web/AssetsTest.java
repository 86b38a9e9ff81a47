package org.emiadi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssetsTest {
    @Test
    void a_style_sheet_loses_what_only_people_need() {
        String written = """
                /* Why it is
                   like this */
                .field > label, .field .hint { margin: 0 auto; width: calc(1rem + 2px); }
                @media (max-width: 40rem) {
                  .field:not(.wide) :first-child { font: 1rem/1.5 "Segoe UI", Arial; }
                }
                """;

        assertThat(Assets.squeezed(written))
                .isEqualTo(
                        ".field > label,.field .hint{margin: 0 auto;width: calc(1rem + 2px);}"
                                + "@media (max-width: 40rem){.field:not(.wide) :first-child{font: 1rem/1.5 \"Segoe UI\",Arial;}}");
    }
}
