package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import java.util.regex.Pattern;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The flows of the front desk as a receptionist does them, with the keyboard alone and with the mouse alone.
@QuarkusTest
@TestProfile(SampleClinic.class)
class DeskFlowTest {
    private static final int LETTERS = 26;
    private static final int LENGTH = 12;

    @Test
    void a_known_patient_is_booked_with_a_few_letters_and_three_times_enter() {
        String name = newPatient();
        try (var screen = Visitor.atDesk().signedInAs("reception").open("/app/patients?then=book")) {
            var page = screen.page();
            page.keyboard().type(name);
            page.keyboard().press("Enter");
            page.waitForURL("**/book");
            page.keyboard().press("Enter");
            page.waitForURL("**/app/appointments/*");

            assertThat(page.locator(".notice").innerText()).contains("Booked:", "Undo");
            page.keyboard().press("u");
            page.waitForURL("**/book");
            assertThat(page.locator(".notice").innerText()).contains("The booking is undone.");
        }
    }

    @Test
    void those_who_match_are_listed_while_one_types() {
        String name = newPatient();
        try (var screen = Visitor.atDesk().signedInAs("reception").open("/app/patients")) {
            screen.look("desk-search");
            screen.page().locator("#search").pressSequentially(name.substring(0, name.length() - 1));
            PlaywrightAssertions.assertThat(screen.page().locator("#hits")).containsText(name);
            screen.look("desk-search-typing");
        }
    }

    @Test
    void a_patient_is_booked_moved_and_cancelled_without_scripts() {
        String name = newPatient();
        try (var screen =
                Visitor.atDesk().withoutScript().signedInAs("reception").open("/app/patients")) {
            var page = screen.page();
            page.locator("#search").fill(name);
            button(page, "Search").click();
            link(page, "Book an appointment").click();
            button(page, "Book this time").click();
            assertThat(page.locator(".notice").innerText()).contains("Booked:");

            link(page, "Change time").click();
            button(page, "Move to this time").click();
            assertThat(page.locator(".notice").innerText()).contains("Was:", "Now:");

            link(page, "Cancel appointment").click();
            button(page, "Cancel appointment").click();
            assertThat(page.locator(".notice").innerText()).contains("Appointment cancelled");
            screen.look("desk-cancelled-without-script");
        }
    }

    @ParameterizedTest
    @EnumSource
    void somebody_new_is_registered_after_those_who_are_alike_were_shown(Language language) {
        String name = newPatient();
        try (var screen =
                Visitor.atDesk().speaking(language).signedInAs("reception").open("/app/patients/new")) {
            var page = screen.page();
            screen.look("desk-register");
            page.locator("main form .main").last().click();
            page.waitForSelector(".summary");
            screen.look("desk-register-errors");
            page.locator("#first_name").fill("Wanjiku");
            page.locator("#last_name").fill(name);
            page.locator("input[name=gender][value=female]").check();
            page.locator("#age").fill("36");
            page.locator("input[name=no_phone]").check();
            page.locator("main form .main").last().click();
            page.waitForSelector(".warned");
            screen.look("desk-register-alike");
            page.locator("button[name=sure]").click();
            page.waitForURL(Pattern.compile("/app/patients/[0-9]+$"));
            screen.look("desk-registered");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_page_looks_good_in_both_languages(Language language) {
        int patient = patient(newName());
        try (var screen = Visitor.atDesk()
                .speaking(language)
                .signedInAs("reception")
                .open("/app/patients/" + patient + "/book")) {
            var page = screen.page();
            screen.look("desk-book");
            page.locator(".pickform .main").click();
            page.waitForURL("**/app/appointments/*");
            screen.look("desk-booked");
            String visit = screen.path();
            for (String part : new String[] {"/move", "/cancel", "/slip"}) {
                screen.open(visit + part).look("desk" + part.replace('/', '-'));
            }
            for (String part : new String[] {"", "/edit", "/covers/new", "/waiting"}) {
                screen.open("/app/patients/" + patient + part).look("desk-patient" + part.replace('/', '-'));
            }
            screen.open("/app/needs-moving").look("desk-needs-moving");
            screen.open("/app/patients/" + patient);
            page.locator("form[action$='/code'] button").click();
            page.waitForURL("**/code");
            screen.look("desk-code");
        }
    }

    @Test
    @Measured
    void the_pages_that_are_opened_all_day_cost_little() {
        int patient = patient(newName());
        Budget.STAFF.holdsFor(Visitor.atDesk().signedInAs("reception"), "/app/patients");
        Budget.STAFF.holdsFor(Visitor.atDesk().signedInAs("reception"), "/app/patients/" + patient + "/book");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    /// The last name of a patient whom no other test knows.
    private static String newPatient() {
        String name = newName();
        patient(name);
        return name;
    }

    private static int patient(String lastName) {
        SampleClinic.open();
        return TestPeople.patient(Arc.container().instance(Database.class).get(), "Wanjiku", lastName)
                .value();
    }

    // So unlike each other that a search does not take one for another, misspelt.
    private static String newName() {
        var name = new StringBuilder("X");
        UUID.randomUUID()
                .toString()
                .chars()
                .filter(Character::isLetterOrDigit)
                .limit(LENGTH)
                .forEach(letter -> name.append((char) ('a' + letter % LETTERS)));
        return name.toString();
    }
}
