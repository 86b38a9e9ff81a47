package org.emiadi.queue;

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
import org.emiadi.appointments.Priority;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueTest {
    private static final Actor DESK = TestPeople.DESK;

    private final Database database = TestDatabase.fresh();
    /// Ten in the morning in Nairobi.
    private final TestClock clock = TestClock.mondayMorning();

    private final AuditLog audit = new AuditLog(clock);
    private final Appointments appointments =
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), audit, clock);
    private final Queue queue = new Queue(new Facilities(audit), appointments, audit, clock);
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void who_waits_comes_by_priority_and_arrival_and_who_has_been_called_in_comes_after() {
        var called = arrived(Priority.EMERGENCY);
        var routine = arrived(Priority.ROUTINE);
        var child = arrived(Priority.CHILD);
        var later = arrived(Priority.ROUTINE);
        var elderly = arrived(Priority.ELDERLY);
        var emergency = arrived(Priority.EMERGENCY);
        change(called, AppointmentStatus.IN_PROGRESS);

        assertThat(listed(DESK))
                .extracting(QueueEntry::appointment, QueueEntry::position)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(emergency.id(), 1),
                        org.assertj.core.groups.Tuple.tuple(elderly.id(), 2),
                        org.assertj.core.groups.Tuple.tuple(child.id(), 3),
                        org.assertj.core.groups.Tuple.tuple(routine.id(), 4),
                        org.assertj.core.groups.Tuple.tuple(later.id(), 5),
                        org.assertj.core.groups.Tuple.tuple(called.id(), null));
    }

    @Test
    void an_entry_tells_who_waits_for_whom_where_and_how_long() {
        var room = TestFacilities.room(database, TestFacilities.FIRST, "Room 3").value();
        var patient = TestPeople.patient(database, "Élise", "kamau");
        var booked = booked(patient, provider, TestFacilities.FIRST, clock.instant());
        sql("update appointments set room_id = " + room + " where id = "
                + booked.id().value());
        change(booked, AppointmentStatus.CHECKED_IN);
        Instant arrival = clock.instant();
        clock.advance(Duration.ofSeconds(12 * 60 + 59));

        assertThat(listed(DESK))
                .containsExactly(new QueueEntry(
                        booked.id(),
                        booked.version() + 1,
                        1,
                        new QueueEntry.Waiting(patient, "Élise kamau"),
                        "ÉK",
                        new QueueEntry.Seeing(provider, "Otieno Odhiambo"),
                        new QueueEntry.Place(room, "Room 3"),
                        Priority.ROUTINE,
                        AppointmentStatus.CHECKED_IN,
                        booked.during().start(),
                        arrival,
                        12,
                        1));

        change(booked, AppointmentStatus.IN_PROGRESS);
        clock.advance(Duration.ofHours(1));
        assertThat(listed(DESK))
                .as("the wait ends when the patient is called in")
                .extracting(QueueEntry::waited)
                .containsExactly(12);
    }

    @Test
    void only_who_is_there_is_in_the_queue() {
        booked(TestPeople.patient(database), provider, TestFacilities.FIRST, clock.instant());
        var gone = arrived(Priority.ROUTINE);
        change(gone, AppointmentStatus.IN_PROGRESS);
        change(gone, AppointmentStatus.COMPLETED);
        change(arrived(Priority.ROUTINE), AppointmentStatus.CANCELLED);
        change(arrived(Priority.ROUTINE), AppointmentStatus.CONFIRMED);

        assertThat(listed(DESK)).isEmpty();
    }

    @Test
    void each_facility_has_a_queue_of_its_own() {
        var kisumu = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        var here = arrived(Priority.ROUTINE);
        var there = arrived(provider, kisumu, Priority.ROUTINE);

        assertThat(listed(DESK)).extracting(QueueEntry::appointment).containsExactly(here.id());
        assertThat(listed(DESK, kisumu)).extracting(QueueEntry::appointment).containsExactly(there.id());
        assertThat(list(DESK, new FacilityId(999), Slice.first(10))).isEmpty();
        assertThat(screen(new FacilityId(999))).isEmpty();
    }

    @Test
    void who_was_forgotten_yesterday_is_not_in_the_queue_of_today() {
        arrived(Priority.ROUTINE);
        clock.advance(Duration.ofHours(13).plusMinutes(59));
        assertThat(listed(DESK)).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(listed(DESK)).as("at midnight").isEmpty();
    }

    @Test
    void who_arrived_shortly_before_midnight_still_waits_after_it() {
        clock.advance(Duration.ofHours(13).plusMinutes(30));
        var atNight = arrived(Priority.EMERGENCY);
        clock.advance(Duration.ofHours(1));

        assertThat(listed(DESK)).extracting(QueueEntry::appointment).containsExactly(atNight.id());
        assertThat(call(TestPeople.as(provider), provider, null)).isInstanceOf(CallOutcome.Called.class);
        clock.advance(Queue.THROUGH_MIDNIGHT);
        assertThat(listed(DESK)).isEmpty();
    }

    @Test
    void the_day_is_that_of_the_clock_on_the_facilitys_wall() {
        // Eight in the evening there.
        var auckland = TestFacilities.facility(database, "Auckland", "Pacific/Auckland");
        clock.advance(Duration.ofHours(-8));
        arrived(provider, auckland, Priority.ROUTINE);
        clock.advance(Duration.ofHours(8));

        assertThat(listed(DESK, auckland)).hasSize(1);
        clock.advance(Duration.ofHours(4));
        assertThat(listed(DESK, auckland)).isEmpty();
    }

    @Test
    void a_provider_sees_the_whole_queue_but_the_names_of_their_own_patients_only() {
        var own = arrived(Priority.ROUTINE);
        var foreign = arrived(TestPeople.provider(database), TestFacilities.FIRST, Priority.EMERGENCY);

        var seen = listed(TestPeople.as(provider));

        assertThat(seen).extracting(QueueEntry::appointment).containsExactly(foreign.id(), own.id());
        assertThat(seen.getFirst().patient()).isNull();
        assertThat(seen.getFirst().initials()).isEqualTo("WK");
        assertThat(seen.getLast().patient()).isEqualTo(new QueueEntry.Waiting(own.patient(), "Wanjiku Kamau"));
        assertThat(listed(DESK)).extracting(QueueEntry::patient).doesNotContainNull();
    }

    @Test
    void pages_follow_one_another_and_positions_count_through() {
        for (var priority : List.of(Priority.ROUTINE, Priority.CHILD, Priority.ROUTINE, Priority.EMERGENCY)) {
            arrived(priority);
        }
        change(arrived(Priority.ROUTINE), AppointmentStatus.IN_PROGRESS);
        var all = listed(DESK);

        Optional<Cursor> next = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            var page = list(DESK, null, new Slice(1, next)).orElseThrow();
            assertThat(page.rows()).containsExactly(all.get(i));
            next = page.next();
        }
        assertThat(next).isEmpty();
    }

    @Test
    void the_screen_has_tickets_rooms_and_providers_in_the_same_order() {
        var first = arrived(Priority.ROUTINE);
        arrived(Priority.EMERGENCY);
        change(first, AppointmentStatus.IN_PROGRESS);
        sql("update appointments set room_id = "
                + TestFacilities.room(database, TestFacilities.FIRST, "Room 1").value() + " where id = "
                + first.id().value());

        assertThat(screen(null))
                .contains(List.of(
                        new ScreenLine(2, "WK", null, null, "Otieno Odhiambo"),
                        new ScreenLine(1, "WK", clock.instant(), "Room 1", "Otieno Odhiambo")));
    }

    @Test
    void reading_the_queue_leaves_a_trace_and_the_screen_which_everybody_reads_leaves_none() {
        arrived(Priority.ROUTINE);
        listed(DESK);
        screen(null);

        assertThat(database.<String>read(tx -> tx.query("""
                                select string_agg(action || ' ' || subject_type || ' ' || subject_id || ' ' || detail, ', ')
                                  from audit_entries where action like 'queue.%'
                                """).mapTo(String.class).one()))
                .isEqualTo("queue.read facility 1 1 rows");
    }

    @Test
    void a_provider_calls_in_their_patients_one_after_the_other() {
        var routine = arrived(Priority.ROUTINE);
        var emergency = arrived(Priority.EMERGENCY);
        arrived(TestPeople.provider(database), TestFacilities.FIRST, Priority.EMERGENCY);
        var me = TestPeople.as(provider);

        assertThat(called(me).id()).isEqualTo(emergency.id());
        var second = called(me);
        assertThat(second.id()).isEqualTo(routine.id());
        assertThat(second.status()).isEqualTo(AppointmentStatus.IN_PROGRESS);
        assertThat(second.visit().started()).isEqualTo(clock.instant());
        assertThat(call(me, provider, null)).isEqualTo(new CallOutcome.NobodyWaiting());
        assertThat(traces("action = 'queue.called' and outcome = 'refused' and detail = 'NobodyWaiting'"))
                .isOne();
        assertThat(traces("action = 'appointment.in-progress' and outcome = 'success'"))
                .isEqualTo(2);
    }

    @Test
    void a_call_may_be_for_one_facility() {
        var kisumu = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        arrived(Priority.EMERGENCY);
        var there = arrived(provider, kisumu, Priority.ROUTINE);

        assertThat(call(DESK, provider, kisumu))
                .isInstanceOfSatisfying(
                        CallOutcome.Called.class,
                        called -> assertThat(called.appointment().id()).isEqualTo(there.id()));
        assertThat(call(DESK, provider, kisumu)).isEqualTo(new CallOutcome.NobodyWaiting());
        assertThat(call(DESK, provider, new FacilityId(999))).isEqualTo(new CallOutcome.NoSuchFacility());
    }

    @Test
    void nobody_calls_in_the_patients_of_another_provider() {
        arrived(Priority.ROUTINE);
        var other = TestPeople.provider(database);
        var patient = TestPeople.patient(database);

        assertThat(call(TestPeople.as(other), provider, null)).isEqualTo(new CallOutcome.NotOwn());
        assertThat(call(TestPeople.as(patient), provider, null)).isEqualTo(new CallOutcome.NotOwn());
        assertThat(listed(DESK)).extracting(QueueEntry::position).containsExactly(1);
    }

    private Appointment arrived(Priority priority) {
        return arrived(provider, TestFacilities.FIRST, priority);
    }

    private Appointment arrived(ProviderId with, FacilityId where, Priority priority) {
        // Each in a second of its own, so that nobody is in another's way.
        clock.advance(Duration.ofSeconds(1));
        var request = new StatusRequest(AppointmentStatus.CHECKED_IN, null, null, null, priority, OptionalInt.empty());
        var booked = booked(TestPeople.patient(database), with, where, clock.instant());
        return change(booked, request);
    }

    private Appointment booked(PatientId patient, ProviderId with, FacilityId where, Instant start) {
        var terms = new BookingRequest.Terms(where.value(), null, null, null, false, null);
        var request = new BookingRequest(patient, with, null, start, start.plus(Duration.ofSeconds(1)), terms);
        return ((Booking.Booked) database.<Booking>write(tx -> appointments.book(tx, DESK, request))).appointment();
    }

    private void change(Appointment appointment, AppointmentStatus to) {
        change(appointment, StatusRequest.of(to));
    }

    private Appointment change(Appointment appointment, StatusRequest request) {
        var outcome = database.<StatusChange>write(tx -> appointments.change(tx, DESK, appointment.id(), request));
        return ((StatusChange.Changed) outcome).appointment();
    }

    private Appointment called(Actor actor) {
        return ((CallOutcome.Called) call(actor, provider, null)).appointment();
    }

    private CallOutcome call(Actor actor, ProviderId with, @Nullable FacilityId where) {
        return database.write(tx -> queue.call(tx, actor, with, where));
    }

    private List<QueueEntry> listed(Actor actor) {
        return list(actor, null, Slice.first(10)).orElseThrow().rows();
    }

    private List<QueueEntry> listed(Actor actor, FacilityId where) {
        return list(actor, where, Slice.first(10)).orElseThrow().rows();
    }

    private Optional<Page<QueueEntry>> list(Actor actor, @Nullable FacilityId where, Slice slice) {
        return database.write(tx -> queue.list(tx, actor, where, slice));
    }

    private Optional<List<ScreenLine>> screen(@Nullable FacilityId where) {
        return database.read(tx -> queue.screen(tx, where));
    }

    private int traces(String condition) {
        return database.read(tx -> tx.query("select count(*) from audit_entries where " + condition)
                .mapTo(Integer.class)
                .one());
    }

    private void sql(String statement) {
        database.write(tx -> tx.update(statement).execute());
    }
}
