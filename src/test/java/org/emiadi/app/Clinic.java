package org.emiadi.app;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.identity.Session;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;

/// A clinic in which a patient is seen by a provider, and another patient by another provider.
final class Clinic {
    private static final Duration VISIT = Duration.ofMinutes(20);
    private static final int DAYS = 20;
    private static final AtomicInteger VISITS = new AtomicInteger();
    private static final AtomicInteger HOLIDAYS = new AtomicInteger();
    /// In a year in which no test books.
    static final String CLOSURE = """
            {"facility_id": 1, "from_date": "2035-01-01", "to_date": "2035-01-01", "reason": "No water"}""";
    private static final AtomicInteger WAITING = new AtomicInteger();
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    final Session admin = TestUsers.signedIn(Role.ADMIN, null);
    final Session receptionist = TestUsers.signedIn(Role.RECEPTIONIST, null);
    final Party own = new Party(admin.accessToken());
    final Party foreign = new Party(admin.accessToken());
    final int facilityWithRoom = 1;
    final int room = id(
            post(
                    admin.accessToken(),
                    "/facilities/" + facilityWithRoom + "/rooms",
                    "{\"name\": \"" + UUID.randomUUID() + "\"}"),
            "room_id");

    private final int day =
            TestFacilities.whereItIsDay(TestDatabase.ofTheHttpTests()).value();
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);

    /// A patient, their provider, and the visit that the one paid the other.
    static final class Party {
        final int patientId;
        final int providerId;
        final Session patient;
        final Session provider;

        Party(String admin) {
            patientId = id(Clinic.post(admin, "/patients", """
                    {"first_name": "Wanjiku", "last_name": "Kamau"}"""), "patient_id");
            providerId = id(Clinic.post(admin, "/providers", """
                    {"first_name": "Otieno", "last_name": "Odhiambo", "cadre": "Nurse"}"""), "provider_id");
            // Round the clock, so that patients find a slot at any time that a test asks for.
            TestHours.everyDay(
                    TestDatabase.ofTheHttpTests(), new ProviderId(providerId), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
            patient = TestUsers.signedIn(Role.PATIENT, patientId);
            provider = TestUsers.signedIn(Role.PROVIDER, providerId);
        }
    }

    /// A provider of nobody, who works every day.
    int providerWithHours() {
        var database = TestDatabase.ofTheHttpTests();
        var provider = TestPeople.provider(database);
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0));
        return provider.value();
    }

    YearMonth nextMonth() {
        return YearMonth.from(now.atZone(ZoneOffset.UTC)).plusMonths(1);
    }

    int pastVisit(Party party) {
        return visit(booking(party.patientId, party.providerId, now.minus(Duration.ofDays(DAYS))));
    }

    int comingVisit(Party party) {
        return visit(comingBooking(party.patientId, party.providerId));
    }

    private int visit(String booking) {
        return id(post(admin.accessToken(), "/appointments", booking), "appointment_id");
    }

    String comingBooking(int patient, int provider) {
        return booking(patient, provider, now.plus(Duration.ofDays(DAYS)));
    }

    // Each at a time of its own, so that no visit is in the way of another.
    private static String booking(int patient, int provider, Instant from) {
        Instant start = from.plus(VISIT.multipliedBy(VISITS.getAndIncrement()));
        return """
                {"patient_id": %d, "provider_id": %d, "appointment_type_id": 2, "start_time": "%s", "end_time": "%s"}""".formatted(patient, provider, start, start.plus(VISIT));
    }

    /// A visit of today whose patient has arrived; each in a minute of its own.
    int waiting(Party party) {
        Instant midnight = Clock.systemUTC()
                .instant()
                .atZone(NAIROBI)
                .toLocalDate()
                .atStartOfDay(NAIROBI)
                .toInstant();
        Instant start = midnight.plus(Duration.ofMinutes(WAITING.getAndIncrement()));
        int visit = visit("""
                {"patient_id": %d, "provider_id": %d, "start_time": "%s", "end_time": "%s"}""".formatted(party.patientId, party.providerId, start, start.plus(Duration.ofMinutes(1))));
        as(receptionist.accessToken())
                .body("{\"status\": \"checked_in\"}")
                .patch("/appointments/" + visit + "/status")
                .then()
                .statusCode(200);
        return visit;
    }

    int newPatient() {
        return id(post(admin.accessToken(), "/patients", """
                {"first_name": "Achieng", "last_name": "Otieno"}"""), "patient_id");
    }

    String walkIn(int patient, int provider) {
        return """
                {"patient_id": %d, "provider_id": %d, "facility_id": %d, "outside_hours": true, "reason": "Came by"}""".formatted(patient, provider, day);
    }

    String slot(int patient, int provider) {
        Instant start = now.plus(Duration.ofDays(2 * DAYS)).plus(VISIT.multipliedBy(VISITS.getAndIncrement()));
        return """
                {"patient_id": %d, "provider_id": %d, "appointment_type_id": 2, "start_time": "%s"}""".formatted(patient, provider, start);
    }

    int series(Party party) {
        return id(
                post(admin.accessToken(), "/appointments/series", seriesBooking(party.patientId, party.providerId)),
                "series_id");
    }

    // Farther apart than all that the tests book.
    String seriesBooking(int patient, int provider) {
        Instant start = now.plus(Duration.ofDays(3 * DAYS)).plus(VISIT.multipliedBy(VISITS.getAndIncrement()));
        return """
                {"patient_id": %d, "provider_id": %d, "appointment_type_id": 2, "start_time": "%s", "count": 2, "every_weeks": 4}""".formatted(patient, provider, start);
    }

    /// Holds are for whoever has placed them.
    int holdOf(Session user, Party party) {
        return id(post(user.accessToken(), "/holds", slot(party.patientId, party.providerId)), "hold_id");
    }

    static String leave(int provider) {
        return """
                {"provider_id": %d, "kind": "leave", "from_date": "2035-01-01", "to_date": "2035-01-02"}""".formatted(provider);
    }

    int timeOff(Party party) {
        return id(post(admin.accessToken(), "/time-off", leave(party.providerId)), "time_off_id");
    }

    /// A coming visit of a provider who will be away just then.
    int displacedVisit(Party party) {
        String booking = comingBooking(party.patientId, party.providerId);
        int visit = visit(booking);
        post(admin.accessToken(), "/time-off", """
                {"provider_id": %d, "kind": "sick", "start_time": "%s", "end_time": "%s"}""".formatted(
                        party.providerId,
                        JsonPath.from(booking).getString("start_time"),
                        JsonPath.from(booking).getString("end_time")));
        return visit;
    }

    int closure() {
        return id(post(admin.accessToken(), "/closures", CLOSURE), "closure_id");
    }

    /// On a day of its own, as a country has one a day.
    String holiday() {
        return """
                {"country": "TZ", "day": "%s", "name": "Siku ya mapumziko"}""".formatted(LocalDate.of(2040, 1, 1).plusDays(HOLIDAYS.getAndIncrement()));
    }

    int newHoliday() {
        return id(post(admin.accessToken(), "/holidays", holiday()), "holiday_id");
    }

    /// In place of the entries that the patient had: they may have a few only, and one offer at a time.
    int entryWithOffer(Party party) {
        var desk = as(admin.accessToken());
        List<Integer> before = desk.get("/waiting-list?status=waiting&patient_id=" + party.patientId)
                .path("id");
        before.forEach(id -> desk.delete("/waiting-list/" + id).then().statusCode(200));
        return id(post(admin.accessToken(), "/waiting-list", wishes(party.patientId, party.providerId)), "id");
    }

    static String wishes(int patient, int provider) {
        return """
                {"patient_id": %d, "provider_id": %d, "appointment_type_id": 2}""".formatted(patient, provider);
    }

    int cover(Party party) {
        return id(post(admin.accessToken(), "/insurance", card(party.patientId)), "insurance_id");
    }

    static String card(int patient) {
        return """
                {"patient_id": %d, "provider_name": "SHA", "policy_number": "%s", "expiry_date": "2030-01-31"}""".formatted(patient, UUID.randomUUID());
    }

    int recordOf(Party party, int visit) {
        return id(post(party.provider.accessToken(), "/medical-records", findings(visit)), "record_id");
    }

    int draftOf(Party party, int visit) {
        as(party.provider.accessToken())
                .body("{\"notes\": \"Coughs\"}")
                .put("/medical-records/drafts/" + visit)
                .then()
                .statusCode(200);
        return visit;
    }

    static String findings(int visit) {
        return """
                {"appointment_id": %d, "diagnosis": "Malaria"}""".formatted(visit);
    }

    int hours(Party party) {
        return id(post(admin.accessToken(), "/working-hours", session(party.providerId)), "working_hours_id");
    }

    // Each on a day of its own, as working hours may not overlap.
    String session(int provider) {
        var day = LocalDate.EPOCH.plusYears(DAYS).plusDays(VISITS.getAndIncrement());
        return """
                {"provider_id": %d, "date": "%s", "start_time": "08:00", "end_time": "17:00"}""".formatted(provider, day);
    }

    String resetCode(String username) {
        return post(admin.accessToken(), "/auth/reset-code", "{\"username\": \"" + username + "\"}")
                .path("code");
    }

    private static Response post(String token, String path, String body) {
        Response response = as(token).body(body).post(path);
        response.then().statusCode(201);
        return response;
    }

    private static int id(Response made, String member) {
        return made.path(member);
    }

    static RequestSpecification as(@Nullable String token) {
        var request = given().contentType(ContentType.JSON);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
