package org.emiadi.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.clinic.ClinicDetails;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.PatientId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The first page, the audit trail and the settings.
@QuarkusTest
class OfficePagesTest {
    @Inject
    Database database;

    @Inject
    AuditLog audit;

    @Inject
    ClinicSettings settings;

    private Visitor admin = Visitor.stranger();

    @BeforeEach
    void sign_in() {
        admin = Visitor.signedIn(Role.ADMIN, null);
    }

    @Test
    void the_trail_says_who_did_what_and_the_address_keeps_what_was_looked_for() {
        PatientId patient = TestPeople.patient(database, "Halima", "Yusuf");
        database.write(tx -> {
            audit.record(
                    tx,
                    Actor.system("test"),
                    AuditEvent.refused("appointment.booked")
                            .ofPatient(patient.value())
                            .detail("=1+1"));
            return patient;
        });
        String query = "?action=appointment.booked&patient=" + patient.value();

        assertThat(admin.page("/app/admin/audit" + query))
                .contains("Halima Yusuf", "appointment.booked", "refused", "The server")
                .contains("/app/admin/audit.csv?patient=" + patient.value() + "&amp;action=appointment.booked");
        var csv = admin.get("/app/admin/audit.csv" + query);
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString()).contains("appointment.booked,refused").contains("'=1+1");
        assertThat(admin.page("/app/admin/audit" + query + "&from=1/1/2000&to=2/1/2000"))
                .contains("Nothing of the kind");
        assertThat(admin.page("/app/admin/audit?action=audit.exported")).contains("audit.exported");
    }

    @Test
    void the_trail_is_narrowed_by_who_it_was() {
        String name = TestUsers.registered(Role.ADMIN, null);
        Visitor.signedIn(name, TestUsers.PASSWORD).page("/app/admin/audit");
        assertThat(admin.page("/app/admin/audit?user=" + name)).contains("audit.listed", "auth.signed-in", name);
    }

    @Test
    void what_cannot_be_read_is_said_and_finds_nothing() {
        var answer = admin.get("/app/admin/audit?user=nobody-has-this&patient=x&from=yesterday");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("user-error", "patient-error", "from-error", "Nothing of the kind");
        assertThat(admin.get("/app/admin/audit.csv?from=yesterday").statusCode())
                .as("a table of everything, whatever the day")
                .isEqualTo(422);
        assertThat(admin.get("/app/admin/audit?action=%7Bx%7D&user=%22%3E").statusCode())
                .isEqualTo(422);
    }

    @Test
    void settings_are_changed_and_stand_on_the_next_page() {
        var before = database.read(settings::get);
        String name = "Karibu " + UUID.randomUUID();
        try {
            var saved = admin.submit(
                    "/app/admin/settings",
                    "/app/admin/settings",
                    Map.of(
                            "name", name,
                            "phone", "020 272 3456",
                            "bring_en", "Your card",
                            "idle_minutes", "20",
                            "language", "en",
                            "version", before.version()));
            assertThat(saved.statusCode()).isEqualTo(303);
            assertThat(admin.page("/app/admin/settings")).contains(name, "020 2723456", "Your card");
            var late = admin.submit(
                    "/app/admin/settings",
                    "/app/admin/settings",
                    Map.of("name", "x", "idle_minutes", "20", "language", "en", "version", before.version()));
            assertThat(late.asString()).contains("Somebody changed this meanwhile");
        } finally {
            ClinicDetails as = before.details();
            settings.change(TestPeople.admin(), OptionalInt.empty(), now -> as);
        }
    }

    @Test
    void what_is_wrong_with_the_settings_is_said() {
        var answer = admin.submit(
                "/app/admin/settings",
                "/app/admin/settings",
                Map.of("name", "", "phone", "x", "idle_minutes", "4", "language", "fr", "bring_sw", "x".repeat(501)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("name-error", "phone-error", "idle_minutes-error", "language-error", "bring_sw-error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/users",
                "/users/new",
                "/users/new?role=provider",
                "/users/new?role=patient",
                "/providers",
                "/providers/new",
                "/facilities",
                "/facilities/1",
                "/facilities/1/rooms",
                "/types",
                "/types/1",
                "/types/new",
                "/hours",
                "/leave",
                "/closures",
                "/holidays",
                "/audit",
                "/settings",
                "/setup"
            })
    void each_page_is_there_in_both_languages_and_for_administrators_only(String path) {
        TestPeople.provider(database);
        for (String language : new String[] {"en", "sw"}) {
            String page = Visitor.signedIn(Role.ADMIN, null).speaking(language).page("/app/admin" + path);
            assertThat(page).contains("<html lang=\"" + language + "\"").containsOnlyOnce("<h1");
        }
        assertThat(Visitor.signedIn(Role.RECEPTIONIST, null)
                        .get("/app/admin" + path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.stranger().get("/app/admin" + path).header("Location"))
                .startsWith("/app/login");
    }
}
