package org.emiadi.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Race;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

class RecordDraftsTest {
    private static final Findings COUGH = new Findings(null, null, "Coughs since Sunday");
    private static final Findings MALARIA = new Findings("Malaria", "Artemether-lumefantrine", "Fever since Sunday");
    private static final OptionalInt ANY = OptionalInt.empty();
    private static final OptionalInt NONE_YET = OptionalInt.of(RecordDrafts.NONE_YET);

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final ClinicTime time = new ClinicTime(ZoneId.of("Africa/Nairobi"));
    private final AuditLog audit = new AuditLog(clock);
    private final Appointments appointments = new Appointments(new BookingRules(time), audit, clock);
    private final MedicalRecords records = new MedicalRecords(appointments, audit, time, clock);
    private final RecordDrafts drafts = new RecordDrafts(records, appointments, audit, time, clock);
    private final PatientId patient = TestPeople.patient(database);
    private final ProviderId provider = TestPeople.provider(database);
    private final Actor author = TestPeople.as(provider);
    private final Appointment visit = booked(provider, clock.instant());

    @Test
    void what_was_saved_last_is_found_again() {
        saved(COUGH, NONE_YET);
        clock.advance(Duration.ofSeconds(20));
        var second = saved(MALARIA, OptionalInt.of(1));

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.startedAt()).isEqualTo(second.savedAt().minusSeconds(20));
        assertThat(find(author)).contains(second);
        assertThat(second.findings()).isEqualTo(MALARIA);
    }

    @Test
    void a_draft_may_still_say_nothing() {
        assertThat(saved(new Findings("", " ", null), ANY).findings().sayNothing())
                .isTrue();
    }

    @Test
    void nobody_but_the_provider_of_the_visit_sees_writes_or_discards_it() {
        saved(COUGH, ANY);
        var colleague = TestPeople.provider(database);
        booked(colleague, clock.instant().plus(Duration.ofDays(9)));

        for (Actor other :
                List.of(TestPeople.as(colleague), TestPeople.as(patient), TestPeople.DESK, TestPeople.admin())) {
            assertThat(find(other)).isEmpty();
            assertThat(list(other)).isEmpty();
            assertThat(save(other, visit, MALARIA, ANY)).isEqualTo(new DraftOutcome.Absent());
            assertThat(discard(other)).isEqualTo(new DraftOutcome.Absent());
            assertThat(sign(other, MALARIA, ANY)).isEqualTo(new Signing.Refused(new RecordOutcome.Absent()));
        }
        assertThat(find(author).orElseThrow().findings()).isEqualTo(COUGH);
    }

    @Test
    void what_was_written_somewhere_else_meanwhile_is_not_overwritten() {
        saved(COUGH, NONE_YET);
        var elsewhere = saved(MALARIA, OptionalInt.of(1));

        assertThat(save(author, visit, COUGH, OptionalInt.of(1)))
                .isEqualTo(new DraftOutcome.Stale(Optional.of(elsewhere)));
        assertThat(save(author, visit, COUGH, NONE_YET)).isEqualTo(new DraftOutcome.Stale(Optional.of(elsewhere)));
        assertThat(find(author)).contains(elsewhere);
    }

    @Test
    void a_discarded_draft_does_not_come_back_from_a_page_that_was_left_open() {
        saved(COUGH, NONE_YET);
        assertThat(discard(author)).isEqualTo(new DraftOutcome.Discarded());

        assertThat(save(author, visit, COUGH, OptionalInt.of(1))).isEqualTo(new DraftOutcome.Stale(Optional.empty()));
        assertThat(find(author)).isEmpty();
        assertThat(discard(author)).isEqualTo(new DraftOutcome.Absent());
    }

    @Test
    void there_is_no_draft_of_a_visit_that_is_to_come_or_never_took_place() {
        var tomorrow = booked(provider, clock.instant().plus(Duration.ofDays(1)));
        assertThat(save(author, tomorrow, COUGH, ANY)).isEqualTo(new DraftOutcome.NotYet());

        var missed = StatusRequest.of(AppointmentStatus.NO_SHOW);
        database.write(tx -> appointments.change(tx, TestPeople.DESK, visit.id(), missed));
        assertThat(save(author, visit, COUGH, ANY)).isEqualTo(new DraftOutcome.NoVisit());
        assertThat(sign(author, COUGH, ANY)).isEqualTo(new Signing.Refused(new RecordOutcome.NoVisit()));
    }

    @Test
    void a_draft_that_is_signed_is_the_record_of_the_visit_and_gone() {
        saved(COUGH, NONE_YET);

        var signed = (Signing.Signed) sign(author, MALARIA, OptionalInt.of(1));

        assertThat(signed.record().findings()).isEqualTo(MALARIA);
        assertThat(find(author)).isEmpty();
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void a_record_that_is_written_without_signing_takes_the_draft_with_it() {
        saved(COUGH, NONE_YET);

        database.write(tx -> records.write(tx, author, visit.id(), MALARIA));

        assertThat(find(author)).isEmpty();
    }

    @Test
    void a_visit_is_signed_once_however_often_the_button_is_pressed() {
        var first = (Signing.Signed) sign(author, MALARIA, NONE_YET);

        assertThat(sign(author, MALARIA, NONE_YET)).isEqualTo(new Signing.AlreadySigned(first.record()));
        assertThat(sign(author, COUGH, OptionalInt.of(4))).isEqualTo(new Signing.AlreadySigned(first.record()));
        assertThat(find(author)).isEmpty();
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void whoever_signs_at_the_same_time_signs_once() {
        saved(COUGH, NONE_YET);

        var outcomes = Race.race(8, i -> () -> sign(author, MALARIA, i % 2 == 0 ? OptionalInt.of(1) : ANY));

        assertThat(outcomes.stream().filter(Signing.Signed.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Signing.AlreadySigned.class::isInstance))
                .hasSize(7);
        assertThat(records()).isEqualTo(1);
        assertThat(find(author)).isEmpty();
    }

    @Test
    void what_is_to_be_signed_is_not_lost_where_it_says_nothing_or_was_changed_elsewhere() {
        assertThat(sign(author, new Findings(null, null, null), NONE_YET))
                .isEqualTo(new Signing.Refused(new RecordOutcome.SaysNothing()));
        var elsewhere = saved(MALARIA, ANY);
        assertThat(sign(author, new Findings(null, null, null), OptionalInt.of(1)))
                .isEqualTo(new Signing.Refused(new RecordOutcome.SaysNothing()));
        assertThat(find(author)).contains(elsewhere);

        assertThat(sign(author, COUGH, NONE_YET)).isEqualTo(new Signing.Stale(Optional.of(elsewhere)));
        assertThat(records()).isZero();
    }

    @Test
    void the_list_names_the_visits_of_which_the_record_is_unfinished() {
        var earlier = booked(provider, clock.instant().minus(Duration.ofDays(2)));
        save(author, earlier, COUGH, ANY);
        clock.advance(Duration.ofMinutes(1));
        saved(COUGH, ANY);

        assertThat(list(author))
                .containsExactly(
                        new RecordDraft.Unfinished(
                                visit.id(), patient, "Wanjiku Kamau", visit.during(), clock.instant()),
                        new RecordDraft.Unfinished(
                                earlier.id(),
                                patient,
                                "Wanjiku Kamau",
                                earlier.during(),
                                clock.instant().minus(Duration.ofMinutes(1))));
        var first = database.write(tx -> drafts.list(tx, author, Slice.first(1)));
        var rest = database.write(tx -> drafts.list(tx, author, new Slice(1, first.next())));
        assertThat(rest.rows()).extracting(RecordDraft.Unfinished::appointment).containsExactly(earlier.id());
    }

    @Test
    void the_trail_tells_once_that_somebody_began_to_write() {
        saved(COUGH, NONE_YET);
        saved(MALARIA, OptionalInt.of(1));
        save(author, visit, COUGH, OptionalInt.of(1));
        find(author);
        find(TestPeople.DESK);
        discard(author);
        sign(author, MALARIA, NONE_YET);

        assertThat(trail())
                .containsExactly(
                        "medical-record.drafted success",
                        "medical-record.drafted refused",
                        "medical-record.draft-read success",
                        "medical-record.draft-read refused",
                        "medical-record.draft-discarded success",
                        "medical-record.drafted success",
                        "medical-record.written success");
    }

    private RecordDraft saved(Findings findings, OptionalInt expected) {
        return ((DraftOutcome.Saved) save(author, visit, findings, expected)).draft();
    }

    private DraftOutcome save(Actor actor, Appointment of, Findings findings, OptionalInt expected) {
        return database.write(tx -> drafts.save(tx, actor, of.id(), findings, expected));
    }

    private DraftOutcome discard(Actor actor) {
        return database.write(tx -> drafts.discard(tx, actor, visit.id()));
    }

    private Signing sign(Actor actor, Findings findings, OptionalInt expected) {
        return database.write(tx -> drafts.sign(tx, actor, visit.id(), findings, expected));
    }

    private Optional<RecordDraft> find(Actor actor) {
        return database.write(tx -> drafts.find(tx, actor, visit.id()));
    }

    private List<RecordDraft.Unfinished> list(Actor actor) {
        return database.write(tx -> drafts.list(tx, actor, Slice.first(Slice.MOST)))
                .rows();
    }

    private int records() {
        return database.read(tx -> tx.query("select count(*) from medical_records")
                .mapTo(Integer.class)
                .one());
    }

    private List<String> trail() {
        return database.read(tx -> tx.query(
                        "select action || ' ' || outcome from audit_entries where action like 'medical%' order by id")
                .mapTo(String.class)
                .list());
    }

    private Appointment booked(ProviderId with, Instant start) {
        var request = BookingRequest.of(patient, with, null, new TimeRange(start, start.plus(Duration.ofMinutes(20))));
        Booking outcome = database.write(tx -> appointments.book(tx, TestPeople.DESK, request));
        return ((Booking.Booked) outcome).appointment();
    }
}
