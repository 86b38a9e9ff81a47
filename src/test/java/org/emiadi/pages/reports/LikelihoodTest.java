package org.emiadi.pages.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelihoodTest {

    @ParameterizedTest
    @CsvSource({
        // Three of four is no pattern, thirty of forty is.
        "3, 4, 0.3, false",
        "9, 9, 0.3, false",
        "30, 40, 0.3, true",
        "14, 66, 0.12, true",
        "13, 66, 0.12, false",
        "8, 66, 0.12, false",
        "10, 10, 0.3, true",
        "0, 40, 0, false",
        "40, 40, 1, false"
    })
    void a_share_is_clearly_more_where_chance_does_not_explain_it(int part, int whole, double share, boolean clear) {
        assertThat(Likelihood.isClearlyMore(part, whole, share)).isEqualTo(clear);
    }

    @ParameterizedTest
    @CsvSource({
        "31, 258, 22, 240, 0",
        "62, 258, 22, 240, 1",
        "22, 240, 62, 258, -1",
        "5, 9, 0, 500, 0",
        "0, 0, 0, 0, 0",
        "0, 100, 0, 100, 0",
        "100, 100, 100, 100, 0"
    })
    void two_shares_differ_where_chance_does_not_explain_it(
            int part, int whole, int otherPart, int otherWhole, int direction) {
        assertThat(Likelihood.compare(part, whole, otherPart, otherWhole)).isEqualTo(direction);
    }
}
