package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSessionsTest {
    private static final Duration IDLE = Duration.ofMinutes(20);

    private TestClock clock;
    private TestIdentity identity;
    private WebSessions sessions;

    @BeforeEach
    void begin() {
        clock = TestClock.mondayMorning();
        identity = new TestIdentity(TestDatabase.fresh(), clock);
        sessions = new WebSessions(identity.database, () -> IDLE, clock);
    }

    private Session signIn(String name) {
        var outcome =
                identity.signIn.signIn(TestIdentity.from("10.0.0.1"), name, new Password(TestIdentity.PASSWORD), false);
        return ((SignInOutcome.Done) outcome).session();
    }

    private String receptionist(String name) {
        identity.users.register(Actor.system("test"), NewUser.of(name, TestIdentity.PASSWORD, Role.RECEPTIONIST, null));
        return name;
    }

    @Test
    void a_browser_is_known_by_its_secret_and_by_nothing_else() {
        String secret = sessions.open(signIn(receptionist("wanjiku")));

        assertThat(sessions.check(secret, true))
                .hasValueSatisfying(open -> assertThat(open.user().username()).isEqualTo("wanjiku"));
        assertThat(sessions.check(secret + "x", true)).isEmpty();
        assertThat(sessions.check("", true)).isEmpty();
    }

    @Test
    void each_sign_in_has_a_secret_of_its_own_and_none_of_them_is_stored() {
        var session = signIn(receptionist("wanjiku"));
        String one = sessions.open(session);
        String other = sessions.open(session);

        assertThat(one).isNotEqualTo(other).hasSizeGreaterThanOrEqualTo(43);
        var stored = identity.database.read(tx -> tx.query("select encode(secret_hash, 'escape') from web_sessions")
                .mapTo(String.class)
                .list());
        assertThat(stored).hasSize(2).noneMatch(text -> text.contains(one) || text.contains(other));
    }

    @Test
    void staff_who_do_nothing_are_idle_and_pages_that_renew_themselves_do_not_count() {
        String secret = sessions.open(signIn(receptionist("wanjiku")));

        clock.advance(Duration.ofMinutes(15));
        assertThat(sessions.check(secret, true).orElseThrow().idle()).isFalse();
        clock.advance(Duration.ofMinutes(15));
        assertThat(sessions.check(secret, false).orElseThrow().idle()).isFalse();
        clock.advance(Duration.ofMinutes(6));
        assertThat(sessions.check(secret, false).orElseThrow().idle()).isTrue();
        assertThat(sessions.check(secret, true).orElseThrow().idle()).isTrue();
    }

    @Test
    void what_ends_the_sign_in_ends_the_browser() {
        String name = receptionist("wanjiku");
        var session = signIn(name);
        String secret = sessions.open(session);
        String elsewhere = sessions.open(signIn(name));
        var actor = new Actor(
                session.user().id(),
                Role.RECEPTIONIST,
                null,
                TestIdentity.from("10.0.0.1").origin());

        identity.signIn.signOut(actor, session.family());
        assertThat(sessions.check(secret, true)).isEmpty();
        assertThat(sessions.check(elsewhere, true)).isPresent();

        identity.signIn.signOutEverywhere(actor);
        assertThat(sessions.check(elsewhere, true)).isEmpty();
    }

    @Test
    void a_lock_ends_it_at_once() {
        var session = signIn(receptionist("wanjiku"));
        String secret = sessions.open(session);

        identity.users.change(
                Actor.system("test"),
                session.user().id(),
                user -> new User(
                        user.id(), user.username(), user.role(), user.personId(), true, user.mustChangePassword()));

        assertThat(sessions.check(secret, true)).isEmpty();
    }

    @Test
    void it_lasts_no_longer_than_the_sign_in() {
        String secret = sessions.open(signIn(receptionist("wanjiku")));
        for (int minutes = 0; minutes < Sessions.LIFE.toMinutes() - 10; minutes += 10) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(sessions.check(secret, true)).isPresent();
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.check(secret, true)).isEmpty();
    }

    @Test
    void a_chosen_language_stays_with_the_user() {
        var session = signIn(receptionist("wanjiku"));
        String secret = sessions.open(session);
        assertThat(sessions.check(secret, true).orElseThrow().language()).isNull();

        sessions.speak(session.user().id(), "sw");

        assertThat(sessions.check(secret, true).orElseThrow().language()).isEqualTo("sw");
    }
}
