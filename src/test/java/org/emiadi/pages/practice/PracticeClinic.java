package org.emiadi.pages.practice;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestDatabase;

/// A provider at a facility where it is day, whenever the test runs.
final class PracticeClinic {
    final Database database = TestDatabase.ofTheHttpTests();
    final FacilityId facility = TestFacilities.whereItIsDay(database);
    final ProviderId provider = TestPeople.provider(database);
    final Tablet tablet;

    private final String desk = TestUsers.receptionist();

    PracticeClinic() {
        var allDay = SessionTime.between(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        for (DayOfWeek day : DayOfWeek.values()) {
            TestHours.add(database, provider, TestHours.plan(facility, TestHours.weekly(day), allDay, 1));
        }
        tablet = Tablet.of(Role.PROVIDER, provider.value());
    }

    /// A visit of somebody who has just come by, and waits.
    int waiting(String firstName, String lastName) {
        PatientId patient = TestPeople.patient(database, firstName, lastName);
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + desk)
                .body("""
                    {"patient_id": %d, "provider_id": %d, "facility_id": %d}\
                    """.formatted(patient.value(), provider.value(), facility.value()))
                .post("/queue/walk-ins")
                .then()
                .statusCode(201)
                .extract()
                .path("appointment_id");
    }

    /// A visit that is to come.
    int booked(String firstName, String lastName, Instant start) {
        PatientId patient = TestPeople.patient(database, firstName, lastName);
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + desk)
                .body("""
                    {"patient_id": %d, "provider_id": %d, "facility_id": %d, "start_time": "%s", "end_time": "%s",
                     "outside_hours": true, "reason": "Whatever the day, a holiday perhaps"}\
                    """.formatted(
                        patient.value(), provider.value(), facility.value(), start, start.plus(Duration.ofMinutes(20))))
                .post("/appointments")
                .then()
                .statusCode(201)
                .extract()
                .path("appointment_id");
    }

    String statusOf(int visit) {
        return text("select status from appointments where id = " + visit);
    }

    String countOf(String table, int visit) {
        return text("select count(*)::text from " + table + " where appointment_id = " + visit);
    }

    List<String> texts(String sql) {
        return database.read(tx -> tx.query(sql).mapTo(String.class).list());
    }

    private String text(String sql) {
        return texts(sql).getFirst();
    }
}
