package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final Actor ACTOR = Actor.system("test");

    private final Database database = TestDatabase.fresh();
    private final TestIdentity node = new TestIdentity(database, TestClock.mondayMorning());

    @Test
    void a_user_is_at_most_one_person_and_the_person_is_what_the_role_says() {
        int patient = TestPeople.patient(database).value();
        int provider = TestPeople.provider(database).value();

        assertThat(register("a-user", Role.PATIENT, null)).isEqualTo(new UserOutcome.PersonMissing());
        assertThat(register("a-user", Role.PATIENT, provider)).isEqualTo(new UserOutcome.PersonIsNot("patient"));
        assertThat(register("a-user", Role.PROVIDER, patient)).isEqualTo(new UserOutcome.PersonIsNot("provider"));
        assertThat(register("a-user", Role.PROVIDER, 999_999)).isEqualTo(new UserOutcome.PersonIsNot("provider"));
        assertThat(register("a-user", Role.RECEPTIONIST, 999_999)).isEqualTo(new UserOutcome.PersonIsNot("person"));
        assertThat(register("a-user", Role.PATIENT, patient)).isInstanceOf(UserOutcome.Done.class);
        assertThat(register("another", Role.PATIENT, patient)).isEqualTo(new UserOutcome.PersonTaken());
        assertThat(register("A-User", Role.ADMIN, null)).isEqualTo(new UserOutcome.NameTaken());
    }

    @Test
    void of_registrations_of_one_name_at_once_one_succeeds() throws Exception {
        var outcomes = atOnce(16, i -> register("the-same-name", Role.ADMIN, null));

        assertThat(outcomes).filteredOn(UserOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(UserOutcome.NameTaken.class::isInstance).hasSize(15);
    }

    @Test
    void somebody_is_always_left_to_administer_also_when_two_take_the_role_from_each_other() throws Exception {
        var admins = List.of(node.user(Role.ADMIN, null), node.user(Role.ADMIN, null));

        var outcomes = atOnce(
                2, i -> node.users.change(ACTOR, admins.get(i).id(), user -> with(user, Role.RECEPTIONIST, false)));

        assertThat(outcomes).filteredOn(UserOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).contains(new UserOutcome.LastAdmin());
    }

    @Test
    void the_last_admin_is_not_locked() {
        var admin = node.user(Role.ADMIN, null);

        assertThat(node.users.change(ACTOR, admin.id(), user -> with(user, Role.ADMIN, true)))
                .isEqualTo(new UserOutcome.LastAdmin());
    }

    @Test
    void a_lock_and_a_new_role_take_effect_at_once() {
        node.user(Role.ADMIN, null);
        var user = node.user(Role.ADMIN, null);
        var session = node.session(user);

        node.users.change(ACTOR, user.id(), before -> with(before, Role.RECEPTIONIST, false));
        assertThat(node.bearer.check(session.accessToken())).isEmpty();

        var next = node.session(user);
        assertThat(node.bearer.check(next.accessToken()).orElseThrow().role()).isEqualTo(Role.RECEPTIONIST);
        node.users.change(ACTOR, user.id(), before -> with(before, Role.RECEPTIONIST, true));
        assertThat(node.bearer.check(next.accessToken())).isEmpty();
        assertThat(node.signIn(user.username(), TestIdentity.PASSWORD)).isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void a_reset_password_has_to_be_changed() {
        var user = node.user(Role.ADMIN, null);
        var session = node.session(user);

        node.users.resetPassword(ACTOR, user.username(), new Password("kesho ni siku nyingine"));

        assertThat(node.bearer.check(session.accessToken())).isEmpty();
        var outcome = node.signIn(user.username(), "kesho ni siku nyingine");
        assertThat(((SignInOutcome.Done) outcome).session().user().mustChangePassword())
                .isTrue();
    }

    @Test
    void the_first_admin_is_made_once_also_by_nodes_that_start_together() throws Exception {
        var made = atOnce(4, i -> new FirstAdmin(database, node.users).make(Optional.empty(), Optional.empty()));

        var admins = made.stream().flatMap(Optional::stream).toList();
        assertThat(admins).hasSize(1);
        var outcome = node.signIn("admin", admins.getFirst().password().orElseThrow());
        assertThat(((SignInOutcome.Done) outcome).session().user().mustChangePassword())
                .isTrue();
        assertThat(new FirstAdmin(database, node.users).make(Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_weak_password_for_the_first_admin_is_refused_with_a_sentence() {
        for (String weak : List.of("short", "1234567890", "wanjiru-2026")) {
            assertThatThrownBy(
                            () -> new FirstAdmin(database, node.users).make(Optional.of("wanjiru"), Optional.of(weak)))
                    .hasMessageStartingWith("MIADI_ADMIN_PASSWORD is refused");
        }
    }

    @Test
    void what_has_expired_is_cleaned_up_and_what_has_not_stays() {
        var clock = TestClock.mondayMorning();
        var later = new TestIdentity(database, clock);
        var session = later.session(later.user(Role.ADMIN, null));
        new Cleanup(database, clock).run();
        assertThat(later.signIn.refresh(ACTOR, session.refreshToken())).isInstanceOf(SignInOutcome.Done.class);

        clock.advance(Duration.ofDays(1));
        new Cleanup(database, clock).run();
        assertThat(database.<Integer>read(tx -> tx.query("select count(*) from refresh_families")
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
    }

    private UserOutcome register(String name, Role role, @Nullable Integer person) {
        return node.users.register(ACTOR, NewUser.of(name, TestIdentity.PASSWORD, role, person));
    }

    private static User with(User user, Role role, boolean locked) {
        return new User(user.id(), user.username(), role, user.personId(), locked, user.mustChangePassword());
    }

    private interface Rival<T> {
        T number(int i);
    }

    private static <T> List<T> atOnce(int rivals, Rival<T> rival) throws Exception {
        try (var threads = Executors.newFixedThreadPool(rivals)) {
            var commands = IntStream.range(0, rivals)
                    .mapToObj(i -> (Callable<T>) () -> rival.number(i))
                    .toList();
            var outcomes = new ArrayList<T>();
            for (var each : threads.invokeAll(commands)) {
                outcomes.add(each.get());
            }
            return outcomes;
        }
    }
}
