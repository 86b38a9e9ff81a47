package org.emiadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalTime;
import java.util.UUID;
import org.emiadi.app.TestDemo;
import org.emiadi.availability.TestHours;
import org.emiadi.identity.NewUser;
import org.emiadi.identity.Users;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.queue.WalkIn;
import org.emiadi.queue.WalkInOutcome;
import org.emiadi.queue.WalkIns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A provider's day, with a tablet whose connection drops. Each test has a provider of its own.
@QuarkusTest
@TestProfile(SampleClinic.class)
class PracticePagesTest {
    private static final int LOST = 503;
    private static final int TAKEN = 409;

    @ParameterizedTest
    @EnumSource
    void the_pages_look_good_in_both_languages(Language language) {
        for (String path : new String[] {"/app/today", "/app/hours", "/app/hours/new", "/app/leave"}) {
            try (var screen =
                    Visitor.atDesk().speaking(language).signedInAs("provider").open(path)) {
                screen.look("provider" + path.substring("/app".length()).replace('/', '-'));
            }
        }
    }

    @Test
    void a_day_on_which_the_clinic_is_closed_says_why() {
        try (var screen = Visitor.atDesk().signedInAs("provider").open("/app/today?day=2030-04-19")) {
            assertThat(screen.page().locator(".slot.away")).containsText("Good Friday");
            screen.look("provider-today-holiday");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_visit_goes_from_the_day_to_the_signed_record(Language language) {
        try (var screen =
                Visitor.atDesk().speaking(language).signedInAs(busyProvider()).open("/app/today")) {
            var page = screen.page();
            screen.look("provider-today-waiting");
            page.locator("form[action='/app/today'] button").click();
            screen.look("provider-visit");
            page.locator("a[href$='/record']").first().click();
            page.locator("#diagnosis").fill("Malaria");
            screen.look("provider-record");
            page.locator("button[value=complete]").click();
            assertThat(page.locator(".notice[role=status]")).isVisible();
            page.locator("a[href$='/record']").first().click();
            screen.look("provider-record-signed");
            page.locator("a[href$='/amend']").click();
            screen.look("provider-record-amend");
        }
    }

    @Test
    void nothing_typed_is_lost_when_the_connection_drops_and_the_tablet_restarts() {
        try (var screen = Visitor.atDesk().signedInAs(busyProvider()).open("/app/today")) {
            // What was sent when the page was left may have arrived, and only its answer was lost.
            var page = screen.expecting(LOST, TAKEN).page();
            openRecord(page);
            page.route("**/record/draft", route -> route.fulfill(new Route.FulfillOptions().setStatus(LOST)));
            page.locator("#notes").fill("Fever since Sunday");
            page.locator("#treatment").fill("Paracetamol");
            page.evaluate("dispatchEvent(new Event('online'))");
            assertThat(page.locator("#kept")).containsText("No connection.");
            screen.look("provider-record-offline");

            page.reload();
            assertThat(page.locator("#notes")).hasValue("Fever since Sunday");
            assertThat(page.locator("#kept")).containsText("is back");

            page.unroute("**/record/draft");
            page.evaluate("dispatchEvent(new Event('online'))");
            assertThat(page.locator("#kept")).containsText("Draft saved at");
            assertThat(kept(page)).isEmpty();
        }
    }

    @Test
    void of_two_tablets_neither_overwrites_the_other() {
        try (var screen = Visitor.atDesk().signedInAs(busyProvider()).open("/app/today")) {
            var page = screen.expecting(TAKEN).page();
            openRecord(page);
            var other = screen.context().newPage();
            other.navigate(page.url());
            other.locator("#notes").fill("Written elsewhere");
            other.locator("button[value=save]").click();
            assertThat(other.locator(".notice[role=status]")).containsText("Draft saved.");
            other.close();

            page.locator("#notes").fill("Written here");
            page.evaluate("dispatchEvent(new Event('online'))");
            assertThat(page.locator("#kept-elsewhere")).isVisible();
            screen.look("provider-record-elsewhere");
            page.locator("#take-theirs").click();
            assertThat(page.locator("#notes")).hasValue("Written elsewhere");

            page.locator("#notes").fill("Both read");
            page.locator("button[value=sign]").click();
            assertThat(page.locator(".notice[role=status]")).containsText("Record signed.");
        }
    }

    @Test
    void all_of_it_can_be_done_without_scripts() {
        try (var screen =
                Visitor.onPhone().withoutScript().signedInAs(busyProvider()).open("/app/today")) {
            var page = screen.page();
            openRecord(page);
            page.locator("button[value=sign]").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Write something");
            page.locator("#notes").fill("Fever since Sunday");
            page.locator("button[value=save]").click();
            assertThat(page.locator(".notice[role=status]")).containsText("Draft saved.");
            page.locator("button[value=complete]").click();
            assertThat(page.locator(".notice[role=status]")).containsText("Record signed, visit completed.");
            assertThat(screen.path()).isEqualTo("/app/today");
        }
    }

    @Test
    @Measured
    void the_day_costs_little() {
        Budget.STAFF.holdsFor(Visitor.atDesk().signedInAs("provider"), "/app/today");
    }

    private static void openRecord(Page page) {
        page.locator("form[action='/app/today'] button").click();
        page.locator("a[href$='/record']").first().click();
    }

    private static String kept(Page page) {
        return (String) page.evaluate("Object.keys(localStorage).join()");
    }

    /// The name of a provider for whom somebody waits.
    private static String busyProvider() {
        SampleClinic.open();
        var database = bean(Database.class);
        ProviderId provider = TestPeople.provider(database, "Naliaka", "Wekesa");
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0));
        var patient = TestPeople.patient(database, "Chebet", "Rotich");
        var walkIn = new WalkIn(patient, new WalkIn.Chosen(provider, false), null, null, null, null);
        var entered = database.write(tx -> bean(WalkIns.class).enter(tx, TestPeople.DESK, walkIn));
        assertThat(entered).isInstanceOf(WalkInOutcome.Entered.class);
        String name = "provider-" + UUID.randomUUID();
        bean(Users.class)
                .register(Actor.system("test"), NewUser.of(name, TestDemo.PASSWORD, Role.PROVIDER, provider.value()));
        return name;
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
