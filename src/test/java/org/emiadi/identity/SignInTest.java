package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Origin;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final TestIdentity node = new TestIdentity(database, clock);
    private final User admin = node.user(Role.ADMIN, null);

    @Test
    void the_right_password_gives_tokens_whatever_the_case_of_the_name() {
        assertThat(node.signIn(admin.username().toUpperCase(Locale.ROOT), TestIdentity.PASSWORD))
                .isInstanceOf(SignInOutcome.Done.class);
    }

    @Test
    void wrong_password_unknown_user_and_locked_user_are_refused_alike_and_with_the_same_work() {
        var locked = node.user(Role.ADMIN, null);
        node.users.change(Actor.system("test"), locked.id(), user -> locked(user, true));

        var work = new ArrayList<Long>();
        for (String name : List.of(admin.username(), "nobody-of-that-name", locked.username())) {
            long before = TestIdentity.hashing().runs();
            String password = name.equals(locked.username()) ? TestIdentity.PASSWORD : "something else";
            assertThat(node.signIn(name, password)).isEqualTo(new SignInOutcome.Wrong());
            work.add(TestIdentity.hashing().runs() - before);
        }
        assertThat(work).containsOnly(1L);
    }

    @Test
    void the_hash_that_stands_in_for_unknown_users_is_as_costly_as_a_real_one() {
        var hashing = TestIdentity.hashing();
        assertThat(hashing.isOutdated(hashing.nobodysHash())).isFalse();
        assertThat(hashing.nobodysHash()).hasSameSizeAs(hashing.hash("anything at all"));
        assertThat(hashing.matchesNobody("anything at all")).isFalse();
    }

    @Test
    void wrong_guesses_cost_growing_delays_for_known_and_unknown_names_alike() {
        for (String name : List.of(admin.username(), "nobody-of-that-name")) {
            var guesser = TestIdentity.from("10.9.9." + name.length());
            for (int i = 0; i < 6; i++) {
                assertThat(guess(guesser, name)).as("guess %d", i).isEqualTo(new SignInOutcome.Wrong());
            }
            assertThat(guess(guesser, name)).isEqualTo(new SignInOutcome.Wait(Duration.ofSeconds(1)));
            clock.advance(Duration.ofSeconds(1));
            assertThat(guess(guesser, name)).isEqualTo(new SignInOutcome.Wrong());
            assertThat(guess(guesser, name)).isEqualTo(new SignInOutcome.Wait(Duration.ofSeconds(2)));
            clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void a_hundred_and_fifty_wrong_guesses_in_a_row_are_not_looked_at() {
        var guesser = TestIdentity.from("10.9.9.9");
        int looked = 0;
        for (int i = 0; i < 150; i++) {
            looked += guess(guesser, admin.username()) instanceof SignInOutcome.Wrong ? 1 : 0;
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(looked).isLessThan(12);
    }

    @Test
    void a_stranger_cannot_keep_somebody_out_who_signed_in_from_there_before() {
        node.session(admin);
        for (int stranger = 0; stranger < 40; stranger++) {
            guess(TestIdentity.from("10.8.0." + stranger), admin.username());
        }
        assertThat(guess(TestIdentity.from("10.8.1.1"), admin.username())).isInstanceOf(SignInOutcome.Wait.class);

        assertThat(node.signIn(admin.username(), TestIdentity.PASSWORD)).isInstanceOf(SignInOutcome.Done.class);
    }

    @Test
    void nobody_is_locked_out_for_good() {
        var guesser = TestIdentity.from("10.9.9.9");
        for (int i = 0; i < 60; i++) {
            guess(guesser, admin.username());
            clock.advance(Duration.ofSeconds(30));
        }
        clock.advance(Duration.ofMinutes(5));

        assertThat(node.signIn.signIn(guesser, admin.username(), new Password(TestIdentity.PASSWORD), false))
                .isInstanceOf(SignInOutcome.Done.class);
    }

    @Test
    void a_refresh_token_works_once_and_ends_its_family_when_it_is_used_twice() {
        var first = node.session(admin);
        var second = refreshed(first);
        assertThat(node.bearer.check(second.accessToken())).isPresent();

        assertThat(refresh(first)).isEqualTo(new SignInOutcome.Wrong());

        assertThat(refresh(second)).isEqualTo(new SignInOutcome.Wrong());
        assertThat(node.bearer.check(second.accessToken())).isEmpty();
    }

    @Test
    void of_twenty_who_use_one_refresh_token_at_once_one_gets_on_and_the_family_ends() throws Exception {
        var session = node.session(admin);
        try (var threads = Executors.newFixedThreadPool(20)) {
            var rivals = IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<SignInOutcome>) () -> refresh(session))
                    .toList();
            var outcomes = new ArrayList<SignInOutcome>();
            for (var rival : threads.invokeAll(rivals)) {
                outcomes.add(rival.get());
            }
            var winners = outcomes.stream()
                    .filter(SignInOutcome.Done.class::isInstance)
                    .toList();
            assertThat(winners).hasSize(1);
            assertThat(refresh(((SignInOutcome.Done) winners.getFirst()).session()))
                    .isEqualTo(new SignInOutcome.Wrong());
        }
    }

    @Test
    void a_sign_in_ends_after_its_absolute_life_however_often_it_is_refreshed() {
        var session = node.session(admin);
        for (int hour = 0; hour < 11; hour++) {
            clock.advance(Duration.ofHours(1));
            session = refreshed(session);
        }
        clock.advance(Duration.ofHours(1));

        assertThat(refresh(session)).isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void only_patients_are_remembered_for_a_month() {
        var patient = node.user(Role.PATIENT, TestPeople.patient(database).value());
        var remembered = remembered(patient);
        var staff = remembered(admin);

        clock.advance(Duration.ofDays(29));
        assertThat(refresh(remembered)).isInstanceOf(SignInOutcome.Done.class);
        assertThat(refresh(staff)).isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void who_signs_out_is_out_at_once_and_for_good() {
        var session = node.session(admin);
        var claims = node.bearer.check(session.accessToken()).orElseThrow();

        node.signIn.signOut(TestIdentity.from("10.0.0.1"), claims);

        assertThat(node.bearer.check(session.accessToken())).isEmpty();
        assertThat(refresh(session)).isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void a_new_password_ends_all_other_sign_ins_and_not_the_new_one() {
        var elsewhere = node.session(admin);
        var actor = new Actor(admin.id(), Role.ADMIN, null, new Origin("10.0.0.1", "test"));

        var outcome = node.signIn.changePassword(
                actor, new Password(TestIdentity.PASSWORD), new Password("kesho ni siku nyingine"));

        assertThat(node.bearer.check(elsewhere.accessToken())).isEmpty();
        assertThat(refresh(elsewhere)).isEqualTo(new SignInOutcome.Wrong());
        assertThat(node.bearer.check(((SignInOutcome.Done) outcome).session().accessToken()))
                .isPresent();
        assertThat(node.signIn(admin.username(), TestIdentity.PASSWORD)).isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void a_one_time_code_sets_a_password_once() {
        var code = node.codes
                .issue(Actor.system("test"), admin.username())
                .orElseThrow()
                .code();
        String typed = code.substring(0, 4).toLowerCase(Locale.ROOT) + " " + code.substring(4);

        assertThat(reset(admin.username(), typed)).isInstanceOf(SignInOutcome.Done.class);
        assertThat(reset(admin.username(), code)).isEqualTo(new SignInOutcome.Wrong());
        assertThat(node.signIn(admin.username(), "kesho ni siku nyingine")).isInstanceOf(SignInOutcome.Done.class);
    }

    @Test
    void a_one_time_code_is_good_for_five_tries_and_a_day() {
        var code = node.codes
                .issue(Actor.system("test"), admin.username())
                .orElseThrow()
                .code();
        for (int i = 0; i < 5; i++) {
            assertThat(reset(admin.username(), "AAAAAAAA")).isEqualTo(new SignInOutcome.Wrong());
        }
        assertThat(reset(admin.username(), code)).isEqualTo(new SignInOutcome.Wrong());

        var late = node.codes
                .issue(Actor.system("test"), admin.username())
                .orElseThrow()
                .code();
        clock.advance(Duration.ofHours(24));
        assertThat(reset(admin.username(), late)).isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void receptionists_give_codes_for_patients_only() {
        var receptionist = node.user(Role.RECEPTIONIST, null);
        var actor = new Actor(receptionist.id(), Role.RECEPTIONIST, null, new Origin("10.0.0.1", "test"));
        var patient = node.user(Role.PATIENT, TestPeople.patient(database).value());

        assertThat(node.codes.issue(actor, patient.username())).isPresent();
        assertThat(node.codes.issue(actor, admin.username())).isEmpty();
        assertThat(node.codes.issue(actor, "nobody-of-that-name")).isEmpty();
    }

    @Test
    void the_trail_tells_of_sign_ins_and_never_what_was_typed() {
        node.signIn("a-password-typed-as-name", "x");
        node.signIn(admin.username(), "x");
        node.session(admin);

        var trail = database.read(tx -> tx.query("""
                        select action || ' ' || outcome || ' ' || coalesce(subject_id::text, '') || coalesce(detail, '')
                          from audit_entries where action like 'auth.%' order by id
                        """).mapTo(String.class).list());
        assertThat(trail)
                .containsExactly(
                        "auth.signed-in refused ",
                        "auth.signed-in refused " + admin.id(),
                        "auth.signed-in success " + admin.id());
    }

    private SignInOutcome guess(Actor guesser, String name) {
        return node.signIn.signIn(guesser, name, new Password("something else"), false);
    }

    private SignInOutcome refresh(Session session) {
        return node.signIn.refresh(TestIdentity.from("10.0.0.1"), session.refreshToken());
    }

    private Session refreshed(Session session) {
        return ((SignInOutcome.Done) refresh(session)).session();
    }

    private Session remembered(User user) {
        var outcome = node.signIn.signIn(
                TestIdentity.from("10.0.0.1"), user.username(), new Password(TestIdentity.PASSWORD), true);
        return ((SignInOutcome.Done) outcome).session();
    }

    private SignInOutcome reset(String name, String code) {
        return node.signIn.reset(TestIdentity.from("10.0.0.7"), name, code, new Password("kesho ni siku nyingine"));
    }

    private static User locked(User user, boolean locked) {
        return new User(user.id(), user.username(), user.role(), user.personId(), locked, user.mustChangePassword());
    }
}
