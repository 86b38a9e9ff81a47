package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a patient does on a small phone, once as a person would do it, and how each page looks meanwhile.
@QuarkusTest
@TestProfile(SampleClinic.class)
class PatientPagesTest {
    private static final Map<String, String> PAGES = Map.of(
            "patient-me", "/app/me",
            "patient-visits", "/app/me/appointments",
            "patient-covers", "/app/me/covers",
            "patient-cover", "/app/me/covers/new",
            "patient-records", "/app/me/records",
            "patient-profile", "/app/me/profile",
            "patient-accesses", "/app/me/accesses?all=yes",
            "patient-waiting", "/app/me/waiting");

    @ParameterizedTest
    @EnumSource
    void the_pages_of_a_patient_look_good_in_both_languages(Language language) {
        try (var screen =
                Visitor.onPhone().speaking(language).signedInAs("patient").open("/app/me")) {
            PAGES.forEach((name, path) -> screen.open(path).look(name));
            screen.open("/app/me/covers/new");
            screen.page().locator("main button.main").click();
            screen.look("patient-cover-wrong");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_open_pages_look_good_in_both_languages(Language language) {
        try (var screen = Visitor.onPhone().speaking(language).open("/app/find")) {
            screen.look("find");
            screen.page().locator(".choices a").first().click();
            screen.look("hours");
            screen.open("/app/find?q=nobody-of-that-name").look("find-nobody");
            screen.open("/app/booking").look("look-up");
            screen.page().locator("main button.main").click();
            screen.look("look-up-wrong");
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_step_of_booking_looks_good_in_both_languages(Language language) {
        try (var screen =
                Visitor.onPhone().speaking(language).signedInAs("patient").open("/app/me")) {
            Page page = screen.page();
            bookLater(screen);
            screen.look("booked");
            String visit = screen.path().replace("/booked", "");
            screen.open(visit).look("visit");
            screen.open(visit + "/move").look("move");
            page.locator(".hours a").last().click();
            screen.look("move-check");
            page.locator("main button.main").click();
            assertThat(screen.path()).isEqualTo(visit);
            screen.look("visit-moved");
            screen.open(visit + "/cancel").look("cancel");
            page.locator("button.danger").click();
            screen.look("visit-cancelled");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_patient_books_within_five_taps_with_and_without_scripts(boolean scripts) {
        var visitor = Visitor.onPhone().signedInAs("patient");
        try (var screen = (scripts ? visitor : visitor.withoutScript()).open("/app/me")) {
            bookLater(screen);
            assertThat(screen.page().locator(".panel .reference").textContent()).matches("[A-Z2-9]{4} [A-Z2-9]{4}");
            screen.open(screen.path().replace("/booked", "/cancel"));
            screen.page().locator("button.danger").click();
        }
    }

    // Find, provider, later days, hour, book: a day for which nobody else has booked the patient.
    private static void bookLater(Screen screen) {
        Page page = screen.page();
        page.locator("main a[href='/app/find']").first().click();
        page.locator(".choices a").first().click();
        Locator later = page.locator("a[href*='from=']");
        later.last().click();
        page.locator(".hours a").last().click();
        screen.look("check");
        page.locator("main button.main").click();
        assertThat(screen.path()).matches("/app/me/appointments/\\d+/booked");
    }

    @Test
    void an_hour_that_is_gone_looks_good() {
        try (var screen = Visitor.onPhone().signedInAs("patient").open("/app/find")) {
            screen.page().locator(".choices a").first().click();
            String hours = screen.path().replaceAll("\\?.*", "");
            screen.open(hours + "/check?type=1&start=2030-02-12T00:07:00Z").look("gone");
        }
    }

    @Test
    @Measured
    void the_pages_cost_little() {
        Budget.PATIENT.holdsFor(Visitor.onPhone().signedInAs("patient"), "/app/me");
        Budget.PATIENT.holdsFor(Visitor.onPhone(), "/app/find");
        Budget.PATIENT.holdsFor(Visitor.onPhone(), "/app/book/1?type=1");
    }
}
