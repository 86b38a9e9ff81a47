package org.emiadi.app;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.emiadi.identity.http.TestUsers;
import org.junit.jupiter.api.Test;

/// What a change does not name, it leaves alone; what it names with null, it clears.
@QuarkusTest
class ChangesTest {
    private final String admin = TestUsers.admin();

    @Test
    void of_a_patient_only_what_is_sent_is_changed() {
        String patient = "/patients/" + new Clinic.Party(admin).patientId;
        change(patient, "{\"gender\": \"female\", \"date_of_birth\": \"1990-05-31\"}");

        Clinic.as(admin)
                .body("{\"date_of_birth\": null}")
                .patch(patient)
                .then()
                .statusCode(200)
                .body("first_name", equalTo("Wanjiku"))
                .body("gender", equalTo("female"))
                .body("date_of_birth", nullValue());
    }

    @Test
    void of_a_record_only_what_is_sent_is_changed() {
        var clinic = new Clinic();
        int record = clinic.recordOf(clinic.own, clinic.pastVisit(clinic.own));

        Clinic.as(clinic.own.provider.accessToken())
                .body("{\"notes\": \"Recovering\"}")
                .patch("/medical-records/" + record)
                .then()
                .statusCode(200)
                .body("record.notes", equalTo("Recovering"))
                .body("record.diagnosis", equalTo("Malaria"));
    }

    @Test
    void what_must_be_there_cannot_be_cleared() {
        Clinic.as(admin)
                .body("{\"first_name\": null}")
                .patch("/patients/" + new Clinic.Party(admin).patientId)
                .then()
                .statusCode(422)
                .body("errors.field[0]", equalTo("first_name"));
    }

    private void change(String path, String changes) {
        Clinic.as(admin).body(changes).patch(path).then().statusCode(200);
    }
}
