package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.emiadi.appointments.BookingRequest.Terms;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.HoursPlan;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.insurance.CoverOutcome;
import org.emiadi.insurance.Covers;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

/// Bookings by the hours that providers publish, at facilities, in rooms, on covers.
class HoursTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final int CONSULTATION = 1;
    private static final int FOLLOW_UP = 2;
    private static final int REFERRAL = 3;

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final AuditLog audit = new AuditLog(clock);
    private final Appointments appointments =
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), audit, clock);
    private final PatientId patient = TestPeople.patient(database);
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void a_patient_books_a_slot_on_the_grid_and_its_type_says_how_long() {
        publish(1);

        var outcome = book(TestPeople.as(patient), at("2026-11-30T09:00"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Booking.Booked.class,
                        booked -> assertThat(booked.appointment().during().length())
                                .isEqualTo(Duration.ofMinutes(30)));
    }

    @Test
    void a_patient_books_nothing_between_the_slots_nor_beside_the_hours_nor_of_another_length() {
        publish(1);

        assertThat(book(TestPeople.as(patient), at("2026-11-30T09:10"))).isEqualTo(new TimeRefusal.NotOffered());
        assertThat(book(TestPeople.as(patient), at("2026-11-30T12:00"))).isEqualTo(new TimeRefusal.NotOffered());
        assertThat(book(
                        TestPeople.as(patient),
                        new BookingRequest(
                                patient,
                                provider,
                                CONSULTATION,
                                at("2026-11-30T09:00"),
                                at("2026-11-30T10:00"),
                                Terms.NONE)))
                .isEqualTo(new TimeRefusal.NotOffered());
    }

    @Test
    void a_patient_does_not_book_a_provider_without_hours_but_staff_do() {
        assertThat(book(TestPeople.as(patient), at("2026-11-30T09:00"))).isEqualTo(new TimeRefusal.NotOffered());
        assertThat(book(DESK, at("2026-11-30T09:00"))).isInstanceOf(Booking.Booked.class);
    }

    @Test
    void a_patient_does_not_book_a_type_that_staff_book() {
        publish(1);
        var request = new BookingRequest(patient, provider, REFERRAL, at("2026-11-30T08:00"), null, Terms.NONE);

        assertThat(book(TestPeople.as(patient), request)).isEqualTo(new TimeRefusal.StaffOnly());
        assertThat(book(DESK, request)).isInstanceOf(Booking.Booked.class);
    }

    @Test
    void a_patient_gets_neither_a_room_nor_the_bare_time_beside_the_hours() {
        publish(1);
        sql("update appointment_types set buffer_before_minutes = 10 where id = 1");
        var room = TestFacilities.room(database, TestFacilities.FIRST, "Room 1").value();
        var own = ((Booking.Booked) book(TestPeople.as(patient), at("2026-11-30T08:10"))).appointment();

        assertThat(book(TestPeople.as(patient), request(at("2026-11-30T08:40")).with(Terms.outsideHours("Please"))))
                .isEqualTo(new Booking.StaffTerms());
        assertThat(book(TestPeople.as(patient), request(at("2026-11-30T09:30")).with(inRoom(room))))
                .isEqualTo(new Booking.StaffTerms());
        assertThat(change(
                        TestPeople.as(patient),
                        own,
                        new StatusRequest(
                                AppointmentStatus.RESCHEDULED,
                                new StatusRequest.Move(at("2026-11-30T08:40"), null, true),
                                "Please",
                                null,
                                null,
                                java.util.OptionalInt.empty())))
                .isEqualTo(new StatusChange.NotAllowed());
    }

    @Test
    void a_patient_does_not_move_beyond_the_end_of_the_cover_to_be_used() {
        publish(1);
        var request = request(at("2026-11-30T09:00")).with(onCover(cover(patient, "2026-11-30")));
        var booked = ((Booking.Booked) book(TestPeople.as(patient), request)).appointment();

        assertThat(change(TestPeople.as(patient), booked, StatusRequest.moveTo(at("2026-12-01T09:00"), null)))
                .isEqualTo(new StatusChange.CoverExpires());
        assertThat(change(DESK, booked, StatusRequest.moveTo(at("2026-12-01T09:00"), null)))
                .isInstanceOfSatisfying(
                        StatusChange.Changed.class,
                        moved -> assertThat(moved.appointment().coverId()).isEqualTo(booked.coverId()));
    }

    @Test
    void a_moved_appointment_stays_at_its_facility_where_no_hours_say_otherwise() {
        var kisumu = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        var there = new Terms(kisumu.value(), null, null, null, false, null);
        var booked =
                ((Booking.Booked) book(DESK, request(at("2026-11-30T09:00")).with(there))).appointment();

        assertThat(change(DESK, booked, StatusRequest.moveTo(at("2026-12-01T09:00"), null)))
                .isInstanceOfSatisfying(
                        StatusChange.Changed.class,
                        moved -> assertThat(moved.appointment().place().facilityId())
                                .isEqualTo(kisumu.value()));
    }

    @Test
    void staff_book_beside_the_hours_with_a_reason_which_the_audit_trail_shows() {
        publish(1);

        assertThat(book(DESK, at("2026-11-30T19:00"))).isEqualTo(new TimeRefusal.OutsideHours());
        var outcome = book(DESK, request(at("2026-11-30T19:00")).with(Terms.outsideHours("The bus comes late")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Booking.Booked.class,
                        booked -> assertThat(booked.appointment().place().outsideHours())
                                .isTrue());
        assertThat(database.<List<String>>read(
                        tx -> tx.query("select detail from audit_entries where detail like 'outside%'")
                                .mapTo(String.class)
                                .list()))
                .containsExactly("outside hours: The bus comes late");
    }

    @Test
    void time_off_closes_the_hours_and_a_booking_beside_them_still_books_nobody_twice() {
        publish(1);
        sql("insert into time_off (provider_id, kind, during, created_at) values ("
                + provider.value()
                + ", 'meeting', '[2026-11-30 09:00+03,2026-11-30 10:00+03)', now())");

        assertThat(book(TestPeople.as(patient), at("2026-11-30T09:30"))).isEqualTo(new TimeRefusal.NotOffered());
        assertThat(book(DESK, at("2026-11-30T09:30"))).isEqualTo(new TimeRefusal.OutsideHours());
        var anyway = request(at("2026-11-30T09:30")).with(Terms.outsideHours("An emergency"));
        assertThat(book(DESK, anyway)).isInstanceOf(Booking.Booked.class);
        assertThat(book(
                        DESK,
                        new BookingRequest(
                                TestPeople.patient(database),
                                provider,
                                CONSULTATION,
                                anyway.start(),
                                null,
                                Terms.outsideHours("Another"))))
                .isInstanceOf(TimeRefusal.ProviderBusy.class);
    }

    @Test
    void a_session_with_three_places_takes_three_patients_and_no_fourth() {
        publish(3);

        for (int i = 0; i < 3; i++) {
            assertThat(bookFor(TestPeople.patient(database))).isInstanceOf(Booking.Booked.class);
        }
        assertThat(bookFor(TestPeople.patient(database))).isInstanceOf(TimeRefusal.ProviderBusy.class);
        assertThat(book(DESK, at("2026-11-30T09:30"))).isInstanceOf(Booking.Booked.class);
    }

    @Test
    void a_session_beside_another_lends_it_no_places_and_serves_its_own_types_alone() {
        publishFor(3, FOLLOW_UP);
        publishFor(1, CONSULTATION);

        assertThat(book(DESK, at("2026-11-30T09:00"))).isInstanceOf(Booking.Booked.class);
        assertThat(bookFor(TestPeople.patient(database))).isInstanceOf(TimeRefusal.ProviderBusy.class);
        var referral = new BookingRequest(patient, provider, REFERRAL, at("2026-11-30T11:00"), null, Terms.NONE);
        assertThat(book(DESK, referral)).isEqualTo(new TimeRefusal.OutsideHours());
    }

    @Test
    void a_provider_with_places_at_two_facilities_is_at_one_of_them_at_a_time() {
        var kisumu = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        publish(3);
        TestHours.add(
                database,
                provider,
                TestHours.plan(
                        kisumu,
                        TestHours.weekly(DayOfWeek.MONDAY),
                        SessionTime.between(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        3));
        var there = new Terms(kisumu.value(), null, null, null, false, null);

        assertThat(book(DESK, request(at("2026-11-30T09:00")).with(there))).isInstanceOf(Booking.Booked.class);
        assertThat(bookFor(TestPeople.patient(database), new Terms(1, null, null, null, false, null)))
                .isInstanceOf(TimeRefusal.ProviderBusy.class);
        assertThat(bookFor(TestPeople.patient(database), there)).isInstanceOf(Booking.Booked.class);
        assertThatThrownBy(() -> sql("update appointments set facility_id = 1 where lane = 2"))
                .as("the schema itself refuses it")
                .hasMessageContaining("appointments_provider_in_one_place");
    }

    @Test
    void a_patient_who_has_a_place_takes_no_second_one_at_the_same_time() {
        publish(3);
        book(DESK, at("2026-11-30T09:00"));

        assertThat(book(DESK, at("2026-11-30T09:00"))).isInstanceOf(TimeRefusal.PatientBusy.class);
    }

    @Test
    void the_minutes_before_and_after_a_visit_are_the_providers() {
        publish(1);
        sql("update appointment_types set buffer_before_minutes = 5, buffer_after_minutes = 10 where id = 1");
        book(DESK, at("2026-11-30T09:00"));

        assertThat(bookFor(at("2026-11-30T09:30"))).isInstanceOf(TimeRefusal.ProviderBusy.class);
        assertThat(bookFor(at("2026-11-30T09:44"))).isInstanceOf(TimeRefusal.ProviderBusy.class);
        assertThat(bookFor(at("2026-11-30T09:45"))).isInstanceOf(Booking.Booked.class);
    }

    @Test
    void an_appointment_is_at_the_facility_where_the_provider_works_at_that_time() {
        var kisumu = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        publish(1);
        TestHours.oneDay(
                database,
                provider,
                kisumu,
                LocalDate.parse("2026-12-01"),
                SessionTime.between(LocalTime.of(18, 0), LocalTime.of(20, 0)));

        assertThat(facilityOf(book(DESK, at("2026-11-30T09:00")))).isEqualTo(TestFacilities.FIRST);
        assertThat(facilityOf(book(DESK, at("2026-12-01T18:00")))).isEqualTo(kisumu);
    }

    @Test
    void a_room_is_taken_once_and_is_of_the_facility() {
        var room = TestFacilities.room(database, TestFacilities.FIRST, "Consulting room 1")
                .value();
        var elsewhere = TestFacilities.room(
                        database, TestFacilities.facility(database, "Kisumu", "Africa/Nairobi"), "Room 1")
                .value();

        assertThat(book(DESK, request(at("2026-11-30T09:00")).with(inRoom(room))))
                .isInstanceOf(Booking.Booked.class);
        assertThat(book(
                        DESK,
                        new BookingRequest(
                                TestPeople.patient(database),
                                TestPeople.provider(database),
                                CONSULTATION,
                                at("2026-11-30T09:15"),
                                null,
                                inRoom(room))))
                .isInstanceOf(TimeRefusal.RoomBusy.class);
        assertThat(book(DESK, request(at("2026-11-30T11:00")).with(inRoom(elsewhere))))
                .isEqualTo(new Booking.Unknown(Booking.Named.ROOM));
    }

    @Test
    void a_cover_that_has_expired_by_the_day_of_the_visit_is_refused_to_patients_and_told_to_staff() {
        publish(1);
        var request = request(at("2026-11-30T09:00")).with(onCover(cover(patient, "2026-11-29")));

        assertThat(book(TestPeople.as(patient), request)).isEqualTo(new Booking.CoverExpired());
        assertThat(book(DESK, request))
                .isInstanceOfSatisfying(
                        Booking.Booked.class,
                        booked -> assertThat(booked.coverExpires()).isTrue());
    }

    @Test
    void a_cover_counts_on_its_last_day_and_is_the_patients_own() {
        publish(1);
        var own = cover(patient, "2026-11-30");
        var others = cover(TestPeople.patient(database), "2030-01-01");

        assertThat(book(TestPeople.as(patient), request(at("2026-11-30T10:00")).with(onCover(others))))
                .isEqualTo(new Booking.Unknown(Booking.Named.COVER));
        assertThat(book(TestPeople.as(patient), request(at("2026-11-30T10:00")).with(onCover(own))))
                .isInstanceOf(Booking.Booked.class);
    }

    @Test
    void a_patient_moves_to_an_offered_slot_alone_and_staff_beside_the_hours_with_a_reason() {
        publish(1);
        var booked = ((Booking.Booked) book(TestPeople.as(patient), at("2026-11-30T09:00"))).appointment();

        assertThat(change(TestPeople.as(patient), booked, StatusRequest.moveTo(at("2026-11-30T19:00"), null)))
                .isEqualTo(new TimeRefusal.NotOffered());
        assertThat(change(TestPeople.as(patient), booked, StatusRequest.moveTo(at("2026-11-30T09:30"), null)))
                .isInstanceOf(StatusChange.Changed.class);
        assertThat(change(DESK, booked, StatusRequest.moveTo(at("2026-11-30T19:00"), null)))
                .isEqualTo(new TimeRefusal.OutsideHours());
        assertThat(change(
                        DESK,
                        booked,
                        new StatusRequest(
                                AppointmentStatus.RESCHEDULED,
                                new StatusRequest.Move(at("2026-11-30T19:00"), null, true),
                                "Works till six",
                                null,
                                null,
                                java.util.OptionalInt.empty())))
                .isInstanceOf(StatusChange.Changed.class);
    }

    private void publishFor(int capacity, int type) {
        TestHours.add(
                database,
                provider,
                new HoursPlan(
                        TestFacilities.FIRST,
                        TestHours.weekly(DayOfWeek.MONDAY),
                        SessionTime.between(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        capacity,
                        Set.of(type)));
    }

    private Booking bookFor(PatientId other, Terms terms) {
        return book(DESK, new BookingRequest(other, provider, CONSULTATION, at("2026-11-30T09:00"), null, terms));
    }

    private void publish(int capacity) {
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(12, 0), capacity);
    }

    private Booking book(Actor actor, Instant start) {
        return book(actor, request(start));
    }

    private Booking bookFor(PatientId other) {
        return book(DESK, new BookingRequest(other, provider, CONSULTATION, at("2026-11-30T09:00"), null, Terms.NONE));
    }

    private Booking bookFor(Instant start) {
        return book(
                DESK,
                new BookingRequest(TestPeople.patient(database), provider, CONSULTATION, start, null, Terms.NONE));
    }

    private Booking book(Actor actor, BookingRequest request) {
        return database.write(tx -> appointments.book(tx, actor, request));
    }

    private StatusChange change(Actor actor, Appointment appointment, StatusRequest request) {
        return database.write(tx -> appointments.change(tx, actor, appointment.id(), request));
    }

    private BookingRequest request(Instant start) {
        return new BookingRequest(patient, provider, CONSULTATION, start, null, Terms.NONE);
    }

    private static Terms inRoom(int room) {
        return new Terms(null, room, null, null, false, null);
    }

    private static Terms onCover(int cover) {
        return new Terms(null, null, cover, null, false, null);
    }

    private int cover(PatientId whose, String end) {
        var details = new CoverDetails("SHA", "SHA-" + end + "-" + whose.value(), LocalDate.parse(end));
        var outcome = database.write(tx -> new Covers(audit).add(tx, DESK, whose, details));
        return ((CoverOutcome.Done) outcome).cover().id();
    }

    private static FacilityId facilityOf(Booking outcome) {
        return new FacilityId(((Booking.Booked) outcome).appointment().place().facilityId());
    }

    private void sql(String statement) {
        database.write(tx -> tx.update(statement).execute());
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local)
                .atZone(ZoneId.of("Africa/Nairobi"))
                .toInstant();
    }
}
