package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditEvent.Outcome;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Origin;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatientAccessesTest {
    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final TestIdentity identity = new TestIdentity(database, clock);
    private final AuditLog audit = new AuditLog(clock);
    private final PatientAccesses accesses = new PatientAccesses(audit);
    private final PatientId patient = TestPeople.patient(database);
    private final Actor self = as(Role.PATIENT, patient.value());

    @Test
    void a_patient_learns_which_member_of_the_staff_did_what() {
        read(as(Role.PROVIDER, TestPeople.provider(database).value()), "medical-record.read");
        var desk = as(Role.RECEPTIONIST, null);
        read(desk, "patient.read");

        assertThat(list(self, true).rows())
                .extracting(Access::action, Access::role, Access::name, Access::own)
                .startsWith(
                        tuple("patient.read", "receptionist", username(desk), false),
                        tuple("medical-record.read", "provider", "Otieno Odhiambo", false));
    }

    @Test
    void what_the_patient_did_is_marked_and_may_be_left_out() {
        read(self, "appointment.read");

        assertThat(list(self, false).rows().getFirst())
                .satisfies(first -> assertThat(first.own()).isTrue())
                .satisfies(first -> assertThat(first.name()).isNull());
        assertThat(list(self, true).rows()).noneMatch(Access::own);
        // Reading this list is an access as well.
        assertThat(list(self, false).rows().getFirst().action()).isEqualTo("access.listed");
    }

    @Test
    void an_attempt_of_another_patient_is_told_without_a_name() {
        var other = as(Role.PATIENT, TestPeople.patient(database).value());
        database.write(tx -> {
            audit.record(tx, other, AuditEvent.refused("patient.read").ofPatient(patient.value()));
            return 0;
        });

        assertThat(list(self, true).rows().getFirst()).satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(attempt.name()).isNull();
            assertThat(attempt.own()).isFalse();
        });
    }

    @Test
    void a_patient_learns_of_each_code_for_their_sign_in_and_of_its_use() {
        var invitations = new Invitations(database, TestIdentity.hashing(), identity.codes, audit, clock);
        var whose = TestPeople.patient(database);
        var desk = as(Role.RECEPTIONIST, null);
        var invitee = new Invitee("wanjiku", Role.PATIENT, whose.value());
        var invited = (Invitation.Invited) invitations.invite(desk, invitee);
        var code = identity.codes.issue(desk, "wanjiku").orElseThrow().code();
        identity.signIn.reset(TestIdentity.from("10.0.0.1"), "wanjiku", code, new Password("kesho tutaonana"));

        var owner = new Actor(invited.user().id(), Role.PATIENT, whose.value(), Origin.local("test"));
        assertThat(find(owner, whose).orElseThrow().rows())
                .extracting(Access::action, Access::role, Access::own)
                .startsWith(
                        tuple("auth.password-reset", "patient", true),
                        tuple("auth.reset-code-issued", "receptionist", false),
                        tuple("user.registered", "receptionist", false));
    }

    @Test
    void codes_for_the_staff_are_in_no_patients_list() {
        var provider =
                identity.user(Role.PROVIDER, TestPeople.provider(database).value());
        identity.codes.issue(as(Role.ADMIN, null), provider.username());

        int told = database.read(tx -> tx.query("""
                        select count(*) from audit_entries where action like 'auth.%' and patient_id is not null
                        """).mapTo(Integer.class).one());
        assertThat(told).isZero();
    }

    @Test
    void nobody_else_may_know_it_but_administrators() {
        var others = List.of(
                as(Role.PATIENT, TestPeople.patient(database).value()),
                as(Role.PROVIDER, TestPeople.provider(database).value()),
                as(Role.RECEPTIONIST, null));

        assertThat(others).allSatisfy(other -> assertThat(find(other, patient)).isEmpty());
        assertThat(find(as(Role.ADMIN, null), patient)).isPresent();
        assertThat(find(as(Role.ADMIN, null), new PatientId(999_999))).isEmpty();
    }

    @Test
    void the_list_goes_on_page_by_page() {
        var desk = as(Role.RECEPTIONIST, null);
        for (int i = 0; i < 5; i++) {
            read(desk, "patient.read");
        }

        var first = page(Slice.first(3));
        var second = page(new Slice(3, first.next()));

        assertThat(first.rows()).hasSize(3);
        assertThat(second.rows())
                .extracting(Access::id)
                .doesNotContainAnyElementsOf(
                        first.rows().stream().map(Access::id).toList());
        assertThat(second.rows().getFirst().id())
                .isLessThan(first.rows().getLast().id());
    }

    private Page<Access> page(Slice slice) {
        return database.write(tx -> accesses.list(tx, self, patient, true, slice))
                .orElseThrow();
    }

    private Page<Access> list(Actor actor, boolean othersOnly) {
        return database.write(tx -> accesses.list(tx, actor, patient, othersOnly, Slice.first(50)))
                .orElseThrow();
    }

    private Optional<Page<Access>> find(Actor actor, PatientId whose) {
        return database.write(tx -> accesses.list(tx, actor, whose, false, Slice.first(50)));
    }

    private void read(Actor actor, String action) {
        database.write(tx -> {
            audit.record(tx, actor, AuditEvent.done(action).ofPatient(patient.value()));
            return 0;
        });
    }

    private String username(Actor actor) {
        return database.read(tx -> UserSql.find(tx, actor.user())).orElseThrow().username();
    }

    private Actor as(Role role, @Nullable Integer person) {
        return new Actor(identity.user(role, person).id(), role, person, Origin.local("test"));
    }
}
