package org.emiadi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.emiadi.platform.http.RateLimits.Kind;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    @Test
    void past_the_limit_the_answer_is_no_and_says_how_long() {
        var limits = new RateLimits(true);
        for (int i = 0; i < Kind.SIGN_IN.perMinute(); i++) {
            assertThat(limits.take(Kind.SIGN_IN, "10.0.0.1").allowed()).isTrue();
        }

        var refused = limits.take(Kind.SIGN_IN, "10.0.0.1");

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.waitSeconds()).isBetween(1L, 60L);
    }

    @Test
    void one_address_does_not_use_up_what_another_may() {
        var limits = new RateLimits(true);
        for (int i = 0; i <= Kind.SIGN_IN.perMinute(); i++) {
            limits.take(Kind.SIGN_IN, "10.0.0.1");
        }

        assertThat(limits.take(Kind.SIGN_IN, "10.0.0.2").allowed()).isTrue();
        assertThat(limits.take(Kind.ADDRESS, "10.0.0.1").allowed()).isTrue();
    }

    @Test
    void switched_off_there_is_no_limit() {
        var limits = new RateLimits(false);
        for (int i = 0; i < 10 * Kind.SIGN_IN.perMinute(); i++) {
            assertThat(limits.take(Kind.SIGN_IN, "10.0.0.1").allowed()).isTrue();
        }
    }
}
