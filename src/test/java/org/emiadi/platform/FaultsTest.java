package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "53100", "53300", "57P01", "57P02", "57P03", "57014", "55P03", "25006", "40001",
                "40P01"
            })
    void a_database_that_is_away_full_or_busy_will_answer_later(String state) {
        assertThat(Faults.isPassing(wrapped(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23P01", "42601", "42P01", "22003", "22021", "XX000"})
    void a_mistake_of_ours_stays_one(String state) {
        assertThat(Faults.isPassing(wrapped(state))).isFalse();
    }

    @Test
    void a_pool_that_had_no_connection_to_give_will_have_one_later() {
        assertThat(Faults.isPassing(new IllegalStateException(new SQLException("time-out"))))
                .isTrue();
    }

    @Test
    void what_has_nothing_to_do_with_the_database_does_not_pass() {
        assertThat(Faults.isPassing(new IllegalStateException("bug"))).isFalse();
    }

    @Test
    void only_deadlocks_and_lost_serializations_are_tried_again_at_once() {
        assertThat(Faults.isLostToARival(wrapped("40P01"))).isTrue();
        assertThat(Faults.isLostToARival(wrapped("40001"))).isTrue();
        assertThat(Faults.isLostToARival(wrapped("57P01"))).isFalse();
        assertThat(Faults.isLostToARival(new SQLException("no state"))).isFalse();
    }

    @Test
    void the_kind_is_told_without_the_message_which_may_hold_somebodys_data() {
        assertThat(Faults.rootKind(wrapped("23505"))).isEqualTo("SQLException");
    }

    private static Throwable wrapped(String state) {
        return new IllegalStateException("outer", new SQLException("Jane Wanjiku", state));
    }
}
