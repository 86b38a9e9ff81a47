package org.emiadi.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

class MedicalRecordsTest {
    private static final Findings MALARIA = new Findings("Malaria", "Artemether-lumefantrine", null);

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final ClinicTime time = new ClinicTime(ZoneId.of("Africa/Nairobi"));
    private final AuditLog audit = new AuditLog(clock);
    private final Appointments appointments = new Appointments(new BookingRules(time), audit, clock);
    private final MedicalRecords records = new MedicalRecords(appointments, audit, time, clock);
    private final PatientId patient = TestPeople.patient(database);
    private final ProviderId provider = TestPeople.provider(database);
    private final Actor author = TestPeople.as(provider);
    private final Appointment visit = booked(provider, clock.instant());

    @Test
    void the_provider_of_the_visit_writes_its_record() {
        var record = written();

        assertThat(record.patient()).isEqualTo(patient);
        assertThat(record.provider()).isEqualTo(provider);
        assertThat(find(author, record)).contains(record);
    }

    @Test
    void nobody_else_writes_it() {
        var other = TestPeople.as(TestPeople.provider(database));

        assertThat(write(other, visit, MALARIA)).isEqualTo(new RecordOutcome.Absent());
        assertThat(write(TestPeople.as(patient), visit, MALARIA)).isEqualTo(new RecordOutcome.Absent());
        assertThat(write(TestPeople.DESK, visit, MALARIA)).isEqualTo(new RecordOutcome.Absent());
    }

    @Test
    void there_is_no_record_of_a_visit_that_was_cancelled_or_is_still_to_come() {
        var tomorrow = booked(provider, clock.instant().plus(Duration.ofDays(1)));
        assertThat(write(author, tomorrow, MALARIA)).isEqualTo(new RecordOutcome.NotYet());

        cancel(visit);
        assertThat(write(author, visit, MALARIA)).isEqualTo(new RecordOutcome.NoVisit());
    }

    @Test
    void there_is_no_record_of_a_visit_to_which_nobody_came() {
        var missed = StatusRequest.of(AppointmentStatus.NO_SHOW);
        database.write(tx -> appointments.change(tx, TestPeople.DESK, visit.id(), missed));

        assertThat(write(author, visit, MALARIA)).isEqualTo(new RecordOutcome.NoVisit());
    }

    @Test
    void a_visit_with_a_record_cannot_be_cancelled_any_more() {
        written();

        assertThat(cancel(visit)).isEqualTo(new StatusChange.HasRecord());
    }

    @Test
    void a_provider_sees_which_of_their_visits_have_a_record() {
        var other = booked(provider, clock.instant().plus(Duration.ofHours(2)));
        written();

        var both = List.of(visit.id(), other.id());
        var colleague = TestPeople.as(TestPeople.provider(database));
        assertThat(writtenOf(author, both)).containsExactly(visit.id());
        assertThat(writtenOf(colleague, both)).isEmpty();
    }

    @Test
    void a_record_says_something() {
        assertThat(write(author, visit, new Findings(" ", null, ""))).isEqualTo(new RecordOutcome.SaysNothing());
    }

    @Test
    void the_patient_reads_their_records_and_nobody_elses() {
        var record = written();

        assertThat(find(TestPeople.as(patient), record)).contains(record);
        assertThat(find(TestPeople.as(TestPeople.patient(database)), record)).isEmpty();
    }

    @Test
    void the_desk_never_reads_records() {
        var record = written();

        assertThat(find(TestPeople.DESK, record)).isEmpty();
        assertThat(find(TestPeople.admin(), record)).isEmpty();
        assertThat(list(TestPeople.DESK)).isEmpty();
    }

    @Test
    void a_provider_reads_the_records_of_patients_in_care() {
        var record = written();
        var colleague = TestPeople.provider(database);
        assertThat(find(TestPeople.as(colleague), record)).isEmpty();
        assertThat(list(TestPeople.as(colleague))).isEmpty();

        var coming = booked(colleague, clock.instant().plus(Duration.ofDays(9)));
        assertThat(find(TestPeople.as(colleague), record)).contains(record);
        assertThat(list(TestPeople.as(colleague))).containsExactly(record);

        cancel(coming);
        assertThat(find(TestPeople.as(colleague), record)).isEmpty();
    }

    @Test
    void a_colleague_in_care_reads_and_does_not_write() {
        var record = written();
        var colleague = TestPeople.provider(database);
        booked(colleague, clock.instant().plus(Duration.ofDays(9)));

        assertThat(change(TestPeople.as(colleague), record, "Typhoid")).isEqualTo(new RecordOutcome.NotAuthor());
        assertThat(delete(TestPeople.as(colleague), record)).isEqualTo(new RecordOutcome.NotAuthor());
    }

    @Test
    void what_a_record_said_before_it_was_changed_is_kept() {
        var record = written();

        change(author, record, "Typhoid");

        assertThat(find(author, record).orElseThrow().findings().diagnosis()).isEqualTo("Typhoid");
        assertThat(texts("select diagnosis from medical_record_history")).containsExactly("Malaria");
    }

    @Test
    void a_change_made_on_an_old_version_is_refused() {
        var record = written();
        change(author, record, "Typhoid");

        assertThat(change(author, record, "Dengue")).isEqualTo(new RecordOutcome.Stale());
    }

    @Test
    void a_deleted_record_is_hidden_from_everybody_and_stays_on_disk() {
        var record = written();

        assertThat(delete(author, record)).isInstanceOf(RecordOutcome.Done.class);

        assertThat(find(author, record)).isEmpty();
        assertThat(list(TestPeople.as(patient))).isEmpty();
        assertThat(texts("select diagnosis from medical_records where deleted_at is not null"))
                .containsExactly("Malaria");
        assertThat(delete(author, record)).isEqualTo(new RecordOutcome.Absent());
    }

    @Test
    void every_reading_is_in_the_trail_of_the_patient() {
        var record = written();
        find(author, record);
        list(author);
        find(TestPeople.as(TestPeople.patient(database)), record);

        assertThat(texts("select action || ' ' || outcome from audit_entries where action like 'medical%' order by id"))
                .containsExactly(
                        "medical-record.written success",
                        "medical-record.read success",
                        "medical-record.listed success",
                        "medical-record.read refused");
    }

    @Test
    void a_diagnosis_is_looked_for_by_a_part_of_it_that_is_no_pattern() {
        var record = written();

        assertThat(listWith("mala")).containsExactly(record);
        assertThat(listWith("%")).isEmpty();
    }

    private Set<AppointmentId> writtenOf(Actor actor, List<AppointmentId> visits) {
        return database.read(tx -> records.written(tx, actor, visits));
    }

    private MedicalRecord written() {
        return ((RecordOutcome.Done) write(author, visit, MALARIA)).record();
    }

    private RecordOutcome write(Actor actor, Appointment of, Findings findings) {
        return database.write(tx -> records.write(tx, actor, of.id(), findings));
    }

    private RecordOutcome change(Actor actor, MedicalRecord record, String diagnosis) {
        var expected = OptionalInt.of(record.version());
        return database.write(tx -> records.change(
                tx,
                actor,
                record.id(),
                expected,
                before -> new Findings(diagnosis, before.treatment(), before.notes())));
    }

    private RecordOutcome delete(Actor actor, MedicalRecord record) {
        return database.write(tx -> records.delete(tx, actor, record.id(), OptionalInt.empty()));
    }

    private Optional<MedicalRecord> find(Actor actor, MedicalRecord record) {
        return database.write(tx -> records.find(tx, actor, record.id()));
    }

    private List<MedicalRecord> list(Actor actor) {
        return list(actor, Optional.empty());
    }

    private List<MedicalRecord> listWith(String diagnosis) {
        return list(author, Optional.of(diagnosis));
    }

    private List<MedicalRecord> list(Actor actor, Optional<String> diagnosis) {
        var filter = new RecordFilter(Optional.empty(), Optional.empty(), diagnosis);
        return database.write(tx -> records.list(tx, actor, filter, Slice.first(Slice.MOST)))
                .rows();
    }

    private Appointment booked(ProviderId with, Instant start) {
        var request = BookingRequest.of(patient, with, null, new TimeRange(start, start.plus(Duration.ofMinutes(20))));
        Booking outcome = database.write(tx -> appointments.book(tx, TestPeople.DESK, request));
        return ((Booking.Booked) outcome).appointment();
    }

    private StatusChange cancel(Appointment appointment) {
        var request = StatusRequest.of(AppointmentStatus.CANCELLED);
        return database.write(tx -> appointments.change(tx, TestPeople.DESK, appointment.id(), request));
    }

    private List<String> texts(String sql) {
        return database.read(tx -> tx.query(sql).mapTo(String.class).list());
    }
}
