package org.emiadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The day of a receptionist: the board, the queue, walk-ins, and the screen on the wall.
@QuarkusTest
@TestProfile(SampleClinic.class)
class BoardTest {
    /// A Sunday on which nobody works but whom a test makes.
    private static final LocalDate QUIET = LocalDate.of(2030, 3, 10);

    private static final Instant NINE = Instant.parse("2030-03-10T06:00:00Z");
    private static final Instant SOON = SampleClinic.START.plus(Duration.ofHours(10));
    private static final double LIVE_MS = 25_000;

    @ParameterizedTest
    @EnumSource
    void the_board_looks_good_in_both_languages(Language language) {
        try (var screen = atDesk().speaking(language).open("/app/desk")) {
            assertThat(screen.page().locator(".strip").nth(5)).isVisible();
            screen.look("desk-day");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_day_and_a_week_look_good(Language language) {
        try (var screen = atDesk().speaking(language).open("/app/desk?day=2030-03-17")) {
            screen.look("desk-day-empty");
            screen.open("/app/desk");
            screen.page().locator(".strip h2 a").first().click();
            screen.look("desk-week");
        }
    }

    @Test
    void a_strip_stands_where_it_will_while_those_after_it_have_not_come_in_yet() {
        LocalDate day = QUIET.plusDays(28);
        Instant nine = NINE.plus(Duration.ofDays(28));
        visit(provider("Early"), patient("Wanjiku", "Early"), nine);
        var wide = provider("Late");
        visit(wide, patient("Achieng", "Late"), nine);
        visit(wide, patient("Atieno", "Late"), nine, 2);
        try (var screen = atDesk().open("/app/desk?day=" + day)) {
            var strips = screen.page().locator(".strip");
            assertThat(strips).hasCount(2);
            assertThat(strips.last()).hasClass(Pattern.compile("\\bw2\\b"));
            var board = screen.page().locator("#board").boundingBox();
            var last = strips.last().boundingBox();
            Assertions.assertThat(last.x + last.width).isCloseTo(board.x + board.width, offset(2.0));
            var whole = strips.first().boundingBox();

            strips.last().evaluate("strip => strip.remove()");
            var alone = strips.first().boundingBox();
            Assertions.assertThat(List.of(alone.x, alone.width)).isEqualTo(List.of(whole.x, whole.width));
        }
    }

    @Test
    void a_visit_is_dragged_to_another_hour_and_provider_and_the_dialog_says_from_where_to_where() {
        var provider = provider("Dragged");
        var other = provider("Other");
        int visit = visit(provider, patient("Wanjiku", "Dragged"), NINE);
        visit(other, patient("Achieng", "There"), NINE.plus(Duration.ofHours(4)));
        try (var screen = atDesk().open("/app/desk?day=" + QUIET)) {
            var page = screen.page();
            var target = page.locator(".strip[data-provider='" + other.value() + "'] .rows");
            drag(page, card(page, visit), target, hour(page, target, 10));

            assertThat(page.locator("#move")).containsText("Wanjiku Dragged");
            assertThat(page.locator("[data-fill=was]")).hasText("09:00, Otieno Dragged");
            assertThat(page.locator("[data-fill=now]")).hasText("10:00, Otieno Other");
            screen.look("desk-move-dialog");
            page.keyboard().press("Escape");
            assertThat(page.locator(".strip[data-provider='" + provider.value() + "'] #visit-" + visit))
                    .isVisible();

            drag(page, card(page, visit), target, hour(page, target, 10));
            page.locator("#move button.main").click();
            assertThat(page.locator(".notice")).containsText("Wanjiku Dragged is moved to");
            assertThat(page.locator(".strip[data-provider='" + other.value() + "'] #visit-" + visit))
                    .containsText("10:00–10:30");
            // Keys are heard once the scripts are there.
            page.waitForLoadState();
            page.keyboard().press("u");
            assertThat(page.locator(".strip[data-provider='" + provider.value() + "'] #visit-" + visit))
                    .containsText("09:00–09:30");
        }
    }

    @Test
    void the_keys_do_what_dragging_does() {
        var provider = provider("Keyed");
        int visit = visit(provider, patient("Wanjiku", "Keyed"), NINE.plus(Duration.ofDays(7)));
        try (var screen = atDesk().open("/app/desk?day=" + QUIET.plusDays(7))) {
            var page = screen.page();
            card(page, visit).locator("a").focus();
            page.keyboard().press("Alt+ArrowDown");
            page.keyboard().press("Alt+ArrowDown");
            assertThat(page.locator("#said")).hasText("09:30, Otieno Keyed");
            page.keyboard().press("Escape");
            assertThat(page.locator(".lifted")).hasCount(0);

            page.keyboard().press("Alt+ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-fill=now]")).hasText("09:15, Otieno Keyed");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice")).containsText("Wanjiku Keyed is moved to");
            assertThat(card(page, visit)).containsText("09:15–09:45");
        }
    }

    @Test
    void the_form_does_what_dragging_does_without_a_script() {
        var provider = provider("Formed");
        int visit = visit(provider, patient("Wanjiku", "Formed"), NINE.plus(Duration.ofDays(14)));
        try (var screen = atDesk().withoutScript().open("/app/desk?day=" + QUIET.plusDays(14))) {
            var page = screen.page();
            card(page, visit).locator("a").click();
            page.fill("#time", "soon");
            page.locator("#move-form button.main").click();
            assertThat(page.locator(".summary")).containsText("Enter a time, like 09:30");
            page.fill("#time", "11:15");
            page.locator("#move-form button.main").click();
            assertThat(page.locator(".notice")).containsText("Wanjiku Formed is moved to");
            assertThat(card(page, visit)).containsText("11:15–11:45");
        }
    }

    @Test
    void one_key_checks_in_and_another_undoes_it() {
        int visit = visit(provider("Pressed"), patient("Wanjiku", "Pressed"), SOON);
        try (var screen = atDesk().open("/app/desk")) {
            var page = screen.page();
            card(page, visit).locator("a").focus();
            page.keyboard().press("c");
            assertThat(page.locator(".notice")).containsText("Wanjiku Pressed has arrived.");
            assertThat(card(page, visit)).containsText("Arrived");
            screen.look("desk-arrived");
            page.keyboard().press("u");
            assertThat(page.locator(".notice")).containsText("Undone");
            assertThat(card(page, visit)).containsText("Confirmed");
        }
    }

    @Test
    void a_board_that_is_looked_at_keeps_up_by_itself() {
        var provider = provider("Live");
        var day = QUIET.plusDays(21);
        visit(provider, patient("Wanjiku", "First"), NINE.plus(Duration.ofDays(21)));
        try (var screen = atDesk().open("/app/desk?day=" + day)) {
            visit(
                    provider,
                    patient("Achieng", "Second"),
                    NINE.plus(Duration.ofDays(21)).plus(Duration.ofHours(1)));
            assertThat(screen.page().locator(".visit", new Page.LocatorOptions().setHasText("Achieng Second")))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(LIVE_MS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_queue_a_walk_in_and_the_screen_on_the_wall_look_good(Language language) {
        patient("Wanjiku", "Walking" + language.code());
        visit(provider("Queue"), patient("Achieng", "Waits"), SOON.plus(Duration.ofHours(1)));
        try (var screen = atDesk().speaking(language).withoutScript().open("/app/desk/walk-in")) {
            screen.look("walk-in");
            screen.page().fill("#q", "Walking" + language.code());
            screen.page().locator("button[name=look]").click();
            screen.look("walk-in-found");
            screen.page().locator("button[name=patient]").first().click();
            assertThat(screen.page().locator(".notice")).containsText("Walking" + language.code());
        }
        try (var screen = atDesk().speaking(language).open("/app/queue")) {
            screen.look("queue");
            screen.open("/app/queue/screen");
            assertThat(screen.page().locator("#wall .ticket").first()).isVisible();
            screen.look("queue-screen");
        }
    }

    @Test
    @Measured
    void the_board_costs_little() {
        Budget.STAFF.holdsFor(atDesk(), "/app/desk");
    }

    private static Visitor atDesk() {
        return Visitor.atDesk().signedInAs("reception");
    }

    private static Locator card(Page page, int visit) {
        return page.locator("#visit-" + visit);
    }

    private static double hour(Page page, Locator rows, int hour) {
        Object first = page.evaluate(
                "Number([...document.getElementById('board').classList].find(n => /^f\\d/.test(n)).slice(1))");
        var box = rows.boundingBox();
        Object hours = page.evaluate(
                "Number([...document.getElementById('board').classList].find(n => /^n\\d/.test(n)).slice(1))");
        return box.y + box.height * (hour - ((Number) first).intValue()) / ((Number) hours).intValue();
    }

    private static void drag(Page page, Locator card, Locator rows, double top) {
        var from = card.boundingBox();
        var to = rows.boundingBox();
        page.mouse().move(from.x + 40, from.y + 5);
        page.mouse().down();
        page.mouse().move(to.x + to.width / 2, top + 6, new Mouse.MoveOptions().setSteps(12));
        page.mouse().up();
    }

    private static ProviderId provider(String name) {
        return TestPeople.provider(database(), "Otieno", name);
    }

    private static PatientId patient(String first, String last) {
        return TestPeople.patient(database(), first, last);
    }

    private static Database database() {
        SampleClinic.open();
        return Arc.container().instance(Database.class).get();
    }

    private static int visit(ProviderId provider, PatientId who, Instant start) {
        return visit(provider, who, start, 1);
    }

    private static int visit(ProviderId provider, PatientId who, Instant start, int lane) {
        return database()
                .write(tx -> tx.query("""
                        insert into appointments (patient_id, provider_id, facility_id, start_time, end_time, lane)
                        values (:patient, :provider, 1, :start, :end, :lane)
                        returning id
                        """)
                        .bind("lane", lane)
                        .bind("patient", who.value())
                        .bind("provider", provider.value())
                        .bind("start", start)
                        .bind("end", start.plus(Duration.ofMinutes(30)))
                        .mapTo(Integer.class)
                        .one());
    }
}
