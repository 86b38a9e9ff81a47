package org.emiadi.insurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class CoversTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final LocalDate EXPIRY = LocalDate.of(2027, 12, 31);

    private final Database database = TestDatabase.fresh();
    private final Covers covers = new Covers(new AuditLog(TestClock.mondayMorning()));
    private final PatientId patient = TestPeople.patient(database);
    private final PatientId other = TestPeople.patient(database);
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void a_patient_may_have_several_covers() {
        added(patient, "SHA-1");
        added(patient, "JUB-2");

        assertThat(list(DESK, patient)).containsExactly("SHA-1", "JUB-2");
    }

    @Test
    void a_policy_number_stands_on_one_cover_only() {
        added(patient, "SHA-1");

        assertThat(add(DESK, other, "SHA-1")).isEqualTo(new CoverOutcome.PolicyInUse());
        var second = added(other, "SHA-2");
        assertThat(change(DESK, second, "SHA-1")).isEqualTo(new CoverOutcome.PolicyInUse());
        assertThat(list(DESK, other)).containsExactly("SHA-2");
    }

    @Test
    void a_cover_is_of_somebody_who_is_there() {
        assertThat(add(DESK, new PatientId(provider.value()), "SHA-1")).isEqualTo(new CoverOutcome.NoSuchPatient());
    }

    @Test
    void patients_look_after_their_own_covers_only() {
        var others = added(other, "SHA-1");
        var actor = TestPeople.as(patient);

        assertThat(add(actor, patient, "SHA-2")).isInstanceOf(CoverOutcome.Done.class);
        assertThat(add(actor, other, "SHA-3")).isEqualTo(new CoverOutcome.NotOwn());
        assertThat(change(actor, others, "SHA-4")).isEqualTo(new CoverOutcome.Absent());
        assertThat(remove(actor, others, OptionalInt.empty())).isEqualTo(new CoverOutcome.Absent());
        assertThat(find(actor, others)).isEmpty();
        assertThat(list(actor, other)).isEmpty();
    }

    @Test
    void a_provider_sees_the_covers_of_patients_in_care_and_changes_none() {
        var cover = added(patient, "SHA-1");
        var actor = TestPeople.as(provider);
        assertThat(find(actor, cover)).isEmpty();

        appointment("scheduled");
        assertThat(find(actor, cover)).contains(cover);
        assertThat(list(actor, patient)).containsExactly("SHA-1");
        assertThat(change(actor, cover, "SHA-2")).isEqualTo(new CoverOutcome.Absent());
    }

    @Test
    void a_cancelled_appointment_opens_nothing_to_a_provider() {
        var cover = added(patient, "SHA-1");
        appointment("cancelled");

        assertThat(find(TestPeople.as(provider), cover)).isEmpty();
    }

    @Test
    void a_change_made_on_an_old_version_is_refused() {
        var cover = added(patient, "SHA-1");
        change(DESK, cover, "SHA-2");

        assertThat(change(DESK, cover, "SHA-3")).isEqualTo(new CoverOutcome.Stale());
        assertThat(remove(DESK, cover, OptionalInt.of(1))).isEqualTo(new CoverOutcome.Stale());
        assertThat(list(DESK, patient)).containsExactly("SHA-2");
    }

    @Test
    void a_removed_cover_is_gone_and_leaves_its_trace() {
        var cover = added(patient, "SHA-1");

        assertThat(remove(DESK, cover, OptionalInt.of(1))).isEqualTo(new CoverOutcome.Done(cover));

        assertThat(find(DESK, cover)).isEmpty();
        assertThat(trail()).contains("cover.added success", "cover.removed success");
    }

    private void appointment(String status) {
        database.write(tx -> tx.update("""
                        insert into appointments (patient_id, provider_id, start_time, end_time, status)
                        values (:patient, :provider, '2026-11-30 09:00+03', '2026-11-30 09:30+03', :status)
                        """)
                .bind("patient", patient.value())
                .bind("provider", provider.value())
                .bind("status", status)
                .execute());
    }

    private Cover added(PatientId whose, String policy) {
        return ((CoverOutcome.Done) add(DESK, whose, policy)).cover();
    }

    private CoverOutcome add(Actor actor, PatientId whose, String policy) {
        return database.write(tx -> covers.add(tx, actor, whose, new CoverDetails("SHA", policy, EXPIRY)));
    }

    private CoverOutcome change(Actor actor, Cover cover, String policy) {
        return database.write(tx -> covers.change(
                tx,
                actor,
                cover.id(),
                OptionalInt.of(cover.version()),
                before -> new CoverDetails(before.providerName(), policy, before.expiryDate())));
    }

    private CoverOutcome remove(Actor actor, Cover cover, OptionalInt expected) {
        return database.write(tx -> covers.remove(tx, actor, cover.id(), expected));
    }

    private Optional<Cover> find(Actor actor, Cover cover) {
        return database.write(tx -> covers.find(tx, actor, cover.id()));
    }

    private List<String> list(Actor actor, PatientId whose) {
        var page = database.write(tx -> covers.list(tx, actor, Optional.of(whose), Slice.first(Slice.MOST)));
        return page.rows().stream().map(cover -> cover.details().policyNumber()).toList();
    }

    private List<String> trail() {
        return database.read(tx -> tx.query(
                        "select action || ' ' || outcome from audit_entries where patient_id = :patient order by id")
                .bind("patient", patient.value())
                .mapTo(String.class)
                .list());
    }
}
