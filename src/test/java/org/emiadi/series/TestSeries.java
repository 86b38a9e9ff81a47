package org.emiadi.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRequest.Terms;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.Side;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.slots.FreeSlots;
import org.jspecify.annotations.Nullable;

/// The doors that the tests of series go through, on a database of their own, on Monday, 2026-11-23, at 10:00 in
/// Nairobi.
final class TestSeries {
    static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    /// Takes half an hour; patients book it sixty days ahead.
    static final int CONSULTATION = 1;

    final Database database = TestDatabase.fresh();
    final TestClock clock = TestClock.mondayMorning();
    final AuditLog audit = new AuditLog(clock);
    final Appointments appointments;
    final AppointmentSeries series;

    TestSeries() {
        var time = new ClinicTime(NAIROBI);
        appointments = new Appointments(new BookingRules(time), audit, clock);
        series = new AppointmentSeries(
                appointments, new FreeSlots(new AppointmentTypes(audit), time, clock), audit, clock);
    }

    static Instant at(String nairobi) {
        return LocalDateTime.parse(nairobi).atZone(NAIROBI).toInstant();
    }

    static SeriesRequest request(PatientId patient, ProviderId provider, Instant first, Rhythm rhythm) {
        return request(patient, provider, first, rhythm, Terms.NONE);
    }

    static SeriesRequest request(PatientId patient, ProviderId provider, Instant first, Rhythm rhythm, Terms terms) {
        return new SeriesRequest(new BookingRequest(patient, provider, CONSULTATION, first, null, terms), rhythm);
    }

    SeriesPlan preview(Actor actor, SeriesRequest request) {
        return database.write(tx -> series.preview(tx, actor, request));
    }

    List<PlannedVisit> planned(Actor actor, SeriesRequest request) {
        return ((SeriesPlan.Planned) preview(actor, request)).visits();
    }

    SeriesBooking book(Actor actor, SeriesRequest request) {
        return database.write(tx -> series.book(tx, actor, request));
    }

    SeriesBooking.Booked booked(Actor actor, SeriesRequest request) {
        return (SeriesBooking.Booked) book(actor, request);
    }

    /// A consultation alone.
    Appointment visit(PatientId patient, ProviderId provider, Instant start) {
        var request = new BookingRequest(patient, provider, CONSULTATION, start, null, Terms.NONE);
        return ((Booking.Booked) database.write(tx -> appointments.book(tx, TestPeople.DESK, request))).appointment();
    }

    Optional<AppointmentSeries.Seen> find(Actor actor, SeriesId id) {
        return database.write(tx -> series.find(tx, actor, id));
    }

    SeriesCancellation cancel(Actor actor, SeriesId id, @Nullable Side side) {
        return database.write(tx -> series.cancel(tx, actor, id, "Moves away", side));
    }

    List<Appointment> visits(SeriesId id) {
        return find(TestPeople.DESK, id).orElseThrow().appointments();
    }

    int count(String sql) {
        return database.read(tx -> tx.query(sql).mapTo(Integer.class).one());
    }

    List<String> trail() {
        return database.read(
                tx -> tx.query("select action || ' ' || outcome || coalesce(' ' || detail, '') from audit_entries"
                                + " where action like 'series%' or action like 'appointment.%' order by id")
                        .mapTo(String.class)
                        .list());
    }
}
