package org.emiadi.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.Holds;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.waiting.Wishes.When;
import org.emiadi.waiting.Wishes.With;
import org.jspecify.annotations.Nullable;

/// A clinic on a Monday morning at ten. A provider sees patients on Thursday from nine to ten, two consultations, both
/// of which are taken.
final class WaitingClinic {
    static final int CONSULTATION = 1;
    static final int FOR_STAFF = 3;
    static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    static final Instant NINE = Instant.parse("2026-11-26T06:00:00Z");
    static final Instant HALF_PAST_NINE = NINE.plus(Duration.ofMinutes(30));

    final Database database = TestDatabase.fresh();
    final TestClock clock = TestClock.mondayMorning();
    final ProviderId provider = TestPeople.provider(database);
    final AppointmentId atNine;
    final AppointmentId atHalfPastNine;

    private final AuditLog audit = new AuditLog(clock);
    private final ClinicTime time = new ClinicTime(ZoneId.of("Africa/Nairobi"));
    private final BookingRules rules = new BookingRules(time);
    final Appointments appointments = new Appointments(rules, audit, clock);
    final Holds holds = new Holds(database, rules, audit, clock);
    private final AppointmentTypes types = new AppointmentTypes(audit);
    final Offers offers = new Offers(database, appointments, holds, types, audit, time, clock);
    final WaitingList list = new WaitingList(appointments, types, offers, audit, time, clock);

    WaitingClinic() {
        works(provider, THURSDAY, 9, 10);
        atNine = booked(patient(), provider, NINE);
        atHalfPastNine = booked(patient(), provider, HALF_PAST_NINE);
        work();
    }

    PatientId patient() {
        return TestPeople.patient(database);
    }

    void works(ProviderId whoever, LocalDate day, int from, int to) {
        TestHours.oneDay(
                database,
                whoever,
                TestFacilities.FIRST,
                day,
                SessionTime.between(LocalTime.of(from, 0), LocalTime.of(to, 0)));
    }

    AppointmentId booked(PatientId patient, ProviderId with, Instant start) {
        var request = new BookingRequest(patient, with, CONSULTATION, start, null, BookingRequest.Terms.NONE);
        var outcome = database.<Booking>write(tx -> appointments.book(tx, TestPeople.DESK, request));
        return ((Booking.Booked) outcome).appointment().id();
    }

    void cancel(AppointmentId id) {
        change(id, StatusRequest.of(AppointmentStatus.CANCELLED));
    }

    StatusChange change(AppointmentId id, StatusRequest request) {
        return database.write(tx -> appointments.change(tx, TestPeople.DESK, id, request));
    }

    Appointment appointment(AppointmentId id) {
        return database.write(tx -> appointments.find(tx, TestPeople.DESK, id)).orElseThrow();
    }

    static Wishes anybody(PatientId patient) {
        return wishes(patient, With.ANYBODY, When.ANY_TIME);
    }

    static Wishes wishes(PatientId patient, With with, When when) {
        return new Wishes(patient, CONSULTATION, with, when, null);
    }

    static Wishes earlierThan(PatientId patient, AppointmentId appointment) {
        return new Wishes(patient, CONSULTATION, With.ANYBODY, When.ANY_TIME, appointment);
    }

    static When days(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        return new When(earliest, latest, Set.of(), null, null);
    }

    /// An entry of the patient's own making.
    Entry joined(PatientId patient) {
        return joined(TestPeople.as(patient), anybody(patient));
    }

    /// Everybody joins a minute after the one before.
    Entry joined(Actor actor, Wishes wishes) {
        clock.advance(Duration.ofMinutes(1));
        return ((Joining.Joined) join(actor, wishes)).entry();
    }

    Joining join(Actor actor, Wishes wishes) {
        return database.write(tx -> list.join(tx, actor, wishes));
    }

    /// What the house does by itself every few seconds.
    void work() {
        offers.closeLapsed();
        offers.lookAgain();
        offers.workOffFreedTimes();
    }

    Entry entry(Entry entry) {
        return database.write(tx -> list.find(tx, TestPeople.DESK, entry.id())).orElseThrow();
    }

    Optional<Offer> offer(Entry entry) {
        return Optional.ofNullable(entry(entry).offer());
    }

    Optional<Instant> offered(Entry entry) {
        return offer(entry).map(offer -> offer.during().start());
    }

    Answer accept(Entry entry) {
        return accept(TestPeople.as(entry.wishes().patient()), entry);
    }

    Answer accept(Actor actor, Entry entry) {
        return database.write(tx -> offers.accept(tx, actor, entry.id()));
    }

    Answer decline(Entry entry) {
        return database.write(
                tx -> offers.decline(tx, TestPeople.as(entry.wishes().patient()), entry.id()));
    }

    Leaving withdraw(Actor actor, Entry entry) {
        return database.write(tx -> list.withdraw(tx, actor, entry.id()));
    }

    int count(String sql) {
        return database.read(tx -> tx.query(sql).mapTo(Integer.class).one());
    }

    int update(String sql) {
        return database.write(tx -> tx.update(sql).execute());
    }
}
