package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private static final Actor ADMIN = TestPeople.admin();

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final TestIdentity node = new TestIdentity(database, clock);
    private final Invitations invitations =
            new Invitations(database, TestIdentity.hashing(), node.codes, new AuditLog(Clock.systemUTC()), clock);

    @Test
    void whoever_is_invited_sets_a_password_with_the_code_and_is_in() {
        int provider = TestPeople.provider(database, "Achieng", "Otieno").value();
        var invited = invited(null, Role.PROVIDER, provider);

        assertThat(invited.user().username()).isEqualTo("achieng.otieno");
        assertThat(invited.code().expiresAt()).isEqualTo(clock.instant().plus(ResetCodes.LIFE));
        var outcome = node.signIn.reset(
                TestIdentity.from("10.0.0.1"),
                "achieng.otieno",
                invited.code().code(),
                new Password("kesho tutaonana"));
        assertThat(((SignInOutcome.Done) outcome).session().user()).isEqualTo(invited.user());
        assertThat(node.signIn("achieng.otieno", "kesho tutaonana")).isInstanceOf(SignInOutcome.Done.class);
    }

    @Test
    void without_the_code_or_after_its_day_there_is_no_way_in() {
        var invited = invited("mapokezi", Role.RECEPTIONIST, null);

        clock.advance(ResetCodes.LIFE.plus(Duration.ofSeconds(1)));
        assertThat(node.signIn.reset(
                        TestIdentity.from("10.0.0.1"),
                        "mapokezi",
                        invited.code().code(),
                        new Password("kesho tutaonana")))
                .isEqualTo(new SignInOutcome.Wrong());
        assertThat(node.codes.issue(ADMIN, "mapokezi")).isPresent();
    }

    @Test
    void names_are_made_of_the_person_and_are_nobody_elses() {
        assertThat(List.of(
                        suggested("Achieng", "Otieno"),
                        suggested("Wanjirũ Grace", "Ng'ang'a"),
                        suggested("Ngũgĩ", "wa Thiong'o")))
                .containsExactly("achieng.otieno", "wanjiru.nganga", "ngugi.wathiongo");
        int patient = TestPeople.patient(database, "Achieng", "Otieno").value();
        int other = TestPeople.patient(database, "Achieng", "Otieno").value();
        assertThat(invited(null, Role.PATIENT, patient).user().username()).isEqualTo("achieng.otieno");
        assertThat(invited(null, Role.PATIENT, other).user().username()).isEqualTo("achieng.otieno2");
        assertThat(suggested("王", "伟")).isEqualTo("none");
    }

    @Test
    void what_speaks_against_it_is_told_and_nobody_is_made() {
        int patient = TestPeople.patient(database).value();
        assertThat(invite(ADMIN, null, Role.ADMIN, null)).isEqualTo(new Invitation.Nameless());
        assertThat(invite(ADMIN, "x", Role.PATIENT, null)).isEqualTo(refused(new UserOutcome.PersonMissing()));
        assertThat(invite(ADMIN, "x", Role.PROVIDER, patient))
                .isEqualTo(refused(new UserOutcome.PersonIsNot("provider")));
        invited("wanjiku", Role.PATIENT, patient);
        assertThat(invite(ADMIN, "another", Role.PATIENT, patient)).isEqualTo(refused(new UserOutcome.PersonTaken()));
        assertThat(invite(ADMIN, "WANJIKU", Role.ADMIN, null)).isEqualTo(refused(new UserOutcome.NameTaken()));
        assertThat(list("").size()).isEqualTo(1);
    }

    @Test
    void receptionists_invite_patients_and_nobody_else() {
        int patient = TestPeople.patient(database).value();
        assertThat(invite(TestPeople.DESK, "boss", Role.ADMIN, null)).isEqualTo(new Invitation.NotAllowed());
        assertThat(invite(TestPeople.DESK, null, Role.PATIENT, patient)).isInstanceOf(Invitation.Invited.class);
        assertThat(invite(TestPeople.as(new PatientId(patient)), "x", Role.PATIENT, patient))
                .isEqualTo(new Invitation.NotAllowed());
    }

    @Test
    void users_are_found_by_their_own_name_and_by_that_of_the_person() {
        int provider = TestPeople.provider(database, "Wanjirũ", "Kamau").value();
        var user = invited("daktari", Role.PROVIDER, provider).user();
        invited("mapokezi", Role.RECEPTIONIST, null);

        assertThat(list("wanjiru k")).containsExactly(user);
        assertThat(list("DAKT")).containsExactly(user);
        assertThat(list("%")).isEmpty();
        assertThat(database.<Object>read(tx -> node.users.names(tx, List.of(user))))
                .isEqualTo(Map.of(provider, "Wanjirũ Kamau"));
        assertThat(database.<Object>read(tx -> node.users.ofPeople(tx, List.of(provider, 99_999))))
                .isEqualTo(Map.of(provider, user));
        assertThat(database.<Object>read(tx -> node.users.findAll(tx, List.of(user.id(), 99_999))))
                .isEqualTo(Map.of(user.id(), user));
    }

    private List<User> list(String search) {
        var wanted = Optional.of(search).filter(text -> !text.isEmpty());
        return database.write(tx -> node.users
                .list(tx, ADMIN, Optional.empty(), wanted, Slice.first(10))
                .rows());
    }

    private String suggested(String firstName, String lastName) {
        int person = TestPeople.provider(database, firstName, lastName).value();
        return database.read(tx -> invitations.suggestedName(tx, person)).orElse("none");
    }

    private static Invitation refused(UserOutcome why) {
        return new Invitation.Refused(why);
    }

    private Invitation.Invited invited(@Nullable String name, Role role, @Nullable Integer person) {
        return (Invitation.Invited) invite(ADMIN, name, role, person);
    }

    private Invitation invite(Actor actor, @Nullable String name, Role role, @Nullable Integer person) {
        return invitations.invite(actor, new Invitee(name, role, person));
    }
}
