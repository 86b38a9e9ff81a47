package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class RevocationFeedTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final TestDatabase.Named named = TestDatabase.named();
    private final TestIdentity here = new TestIdentity(named.database(), Clock.systemUTC());
    private final TestIdentity there = new TestIdentity(named.database(), Clock.systemUTC());

    @Test
    void a_token_revoked_on_one_node_is_refused_on_the_other_within_a_second() throws Exception {
        try (var feed = new RevocationFeed(named.source(), named.database(), there.revocations)) {
            feed.start();
            var session = here.session(here.user(Role.ADMIN, null));
            assertThat(there.bearer.check(session.accessToken())).isPresent();

            here.signIn.signOut(
                    TestIdentity.from("x"),
                    here.bearer.check(session.accessToken()).orElseThrow());

            assertThat(within(
                            A_SECOND,
                            () -> there.bearer.check(session.accessToken()).isEmpty()))
                    .isTrue();
        }
    }

    @Test
    void a_lost_connection_is_made_up_for() throws Exception {
        try (var feed = new RevocationFeed(named.source(), named.database(), there.revocations)) {
            feed.start();
            var session = here.session(here.user(Role.ADMIN, null));
            named.database().write(tx -> tx.query("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                             where datname = current_database() and query like 'listen%'
                            """).mapTo(Integer.class).one());

            here.signIn.signOut(
                    TestIdentity.from("x"),
                    here.bearer.check(session.accessToken()).orElseThrow());

            assertThat(within(
                            Duration.ofSeconds(3),
                            () -> there.bearer.check(session.accessToken()).isEmpty()))
                    .isTrue();
        }
    }

    private static boolean within(Duration time, BooleanSupplier holds) throws InterruptedException {
        Instant end = Clock.systemUTC().instant().plus(time);
        while (!holds.getAsBoolean()) {
            if (Clock.systemUTC().instant().isAfter(end)) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }
}
