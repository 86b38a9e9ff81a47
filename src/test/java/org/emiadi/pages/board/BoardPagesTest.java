package org.emiadi.pages.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestDatabase;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The board and the queue with links and forms alone. Each test has a facility of its own, where it is day.
@QuarkusTest
class BoardPagesTest {
    private static final Pattern UNDO = Pattern.compile("(?s)<div class=\"notice\".*?</div>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("name=\"([a-z]+)\" value=\"([^\"]*)\"");

    private final Database database = TestDatabase.ofTheHttpTests();
    private final DayClinic clinic = DayClinic.in(database);
    private final FacilityId facility = clinic.facility();
    private final LocalDate today = clinic.today();
    private final ProviderId otieno = TestPeople.provider(database, "Otieno", "Odhiambo");
    private final ProviderId achieng = TestPeople.provider(database, "Achieng", "Akinyi");
    private final PatientId patient = TestPeople.patient(database, "Wanjiku", "Kamau");
    private final String day = "/app/desk?day=" + today + "&place=" + facility.value();

    private Visitor desk = Visitor.stranger();

    @BeforeEach
    void sign_in() {
        desk = Visitor.signedIn(Role.RECEPTIONIST, null);
    }

    @Test
    void the_day_shows_all_providers_with_their_hours_and_visits() {
        hours(otieno);
        int visit = clinic.visit(otieno, patient, today, LocalTime.of(9, 30));

        String page = desk.page(day);

        assertThat(page)
                .contains(
                        "Otieno Odhiambo",
                        "Wanjiku Kamau",
                        "09:30<span class=\"to\">–10:00</span>",
                        "h9 m6 dh0 dm6 l1",
                        "00:00–00:00")
                .contains("/app/desk/visits/" + visit + "/check-in", "/app/desk/week/" + otieno.value())
                .doesNotContain("Achieng Akinyi", "style=\"");
        assertThat(page.substring(0, page.indexOf("</title>"))).doesNotContain("Wanjiku");
    }

    @Test
    void a_day_without_anything_says_so_and_a_mistyped_one_is_today() {
        assertThat(desk.page("/app/desk?day=2031-01-05&place=" + facility.value()))
                .contains("Nobody has hours or visits on this day.");
        assertThat(desk.get("/app/desk?day=tomorrow").statusCode()).isEqualTo(200);
        assertThat(desk.get("/app/desk?place=999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void one_press_checks_a_patient_in_and_another_undoes_it() {
        int visit = clinic.visit(otieno, patient, today, LocalTime.of(0, 5));

        var pressed = desk.submit(day, "/app/desk/visits/" + visit + "/check-in", Map.of("version", 1, "back", day));

        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(pressed.header("Location")).isEqualTo(day);
        String page = desk.page(day);
        assertThat(page).contains("Wanjiku Kamau has arrived. Ticket 1.", "checked_in");
        assertThat(undo(page)).isEqualTo(303);
        assertThat(desk.page(day)).contains("Undone: Wanjiku Kamau stands as before.");
        assertThat(clinic.status(visit)).isEqualTo("confirmed");
    }

    @Test
    void who_does_not_come_can_come_after_all() {
        int visit = clinic.visit(otieno, patient, today, LocalTime.of(0, 5));

        desk.submit(day, "/app/desk/visits/" + visit + "/no-show", Map.of("version", 1));
        assertThat(clinic.status(visit)).isEqualTo("no_show");
        assertThat(undo(desk.page(day))).isEqualTo(303);
        assertThat(clinic.status(visit)).isEqualTo("confirmed");
    }

    @Test
    void what_somebody_else_has_changed_meanwhile_is_not_overwritten() {
        int visit = clinic.visit(otieno, patient, today, LocalTime.of(0, 5));

        var pressed = desk.submit(day, "/app/desk/visits/" + visit + "/check-in", Map.of("version", 7));

        assertThat(pressed.statusCode()).isEqualTo(422);
        assertThat(pressed.asString()).contains("Somebody has changed this since you read it.");
        assertThat(clinic.status(visit)).isEqualTo("scheduled");
    }

    @Test
    void a_visit_is_moved_to_another_hour_and_provider_and_back() {
        hours(achieng);
        int visit = clinic.visit(otieno, patient, today.plusDays(1), LocalTime.of(9, 30));
        var to = Map.of(
                "version",
                1,
                "provider",
                achieng.value(),
                "day",
                today.plusDays(2).toString(),
                "time",
                "10:15",
                "back",
                day);

        var moved = desk.submit(day, "/app/desk/visits/" + visit + "/move", to);

        assertThat(moved.statusCode()).isEqualTo(303);
        String page = desk.page(day);
        assertThat(page).contains("Wanjiku Kamau is moved to ", "10:15, Achieng Akinyi.");
        assertThat(providerOf(visit)).isEqualTo(achieng.value());
        assertThat(undo(page)).isEqualTo(303);
        assertThat(providerOf(visit)).isEqualTo(otieno.value());
        assertThat(desk.page("/app/desk?day=" + today.plusDays(1) + "&place=" + facility.value()))
                .contains("09:30<span class=\"to\">–10:00</span>");
    }

    @Test
    void whoever_presses_twice_finds_done_what_they_wanted() {
        int visit = clinic.visit(otieno, patient, today, LocalTime.of(0, 5));
        int other = clinic.visit(otieno, TestPeople.patient(database), today.plusDays(1), LocalTime.of(9, 30));
        var to = Map.of("version", 1, "day", today.plusDays(1).toString(), "time", "10:15", "back", day);

        for (int press = 1; press <= 2; press++) {
            var arrived = desk.submit(day, "/app/desk/visits/" + visit + "/check-in", Map.of("version", 1));
            assertThat(arrived.statusCode()).as("press %d", press).isEqualTo(303);
            var moved = desk.submit(day, "/app/desk/visits/" + other + "/move", to);
            assertThat(moved.statusCode()).as("press %d", press).isEqualTo(303);
        }
        assertThat(clinic.text("select cast(ticket as text) from appointments where id = :id", visit))
                .isEqualTo("1");
    }

    @Test
    void a_move_that_cannot_be_keeps_what_was_typed_and_says_why() {
        int visit = clinic.visit(otieno, patient, today.plusDays(1), LocalTime.of(9, 30));
        clinic.visit(achieng, TestPeople.patient(database), today.plusDays(1), LocalTime.of(11, 0));
        String form = "/app/desk/visits/" + visit;

        var blank = desk.submit(form, form + "/move", Map.of("version", 1, "day", "soon", "time", ""));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.asString())
                .contains("Enter a date as day, month and year", "Enter a time, like 09:30", "value=\"soon\"");

        var busy = desk.submit(
                form,
                form + "/move",
                Map.of(
                        "version",
                        1,
                        "provider",
                        achieng.value(),
                        "day",
                        today.plusDays(1).toString(),
                        "time",
                        "11:00"));
        assertThat(busy.statusCode()).isEqualTo(422);
        assertThat(busy.asString()).contains("There is a problem", "value=\"11:00\"");
        assertThat(desk.get(form + "/move").header("Location")).isEqualTo(form);
        assertThat(providerOf(visit)).isEqualTo(otieno.value());
    }

    @Test
    void a_walk_in_waits_is_called_in_and_done() {
        hours(otieno);
        String number = patientNumber();
        String form = "/app/desk/walk-in?place=" + facility.value();
        var found = desk.submit(form, "/app/desk/walk-in", Map.of("q", number, "place", facility.value()));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.asString()).contains("Wanjiku Kamau", "name=\"patient\" value=\"" + patient.value() + "\"");

        var added = desk.submit(
                form, "/app/desk/walk-in", Map.of("q", number, "patient", patient.value(), "place", facility.value()));
        assertThat(added.header("Location")).isEqualTo("/app/queue?place=" + facility.value());
        String queue = desk.page("/app/queue?place=" + facility.value());
        assertThat(queue).contains("Wanjiku Kamau waits. Ticket 1, place 1 in the queue.", "0 min", "1 waiting");

        var button = Pattern.compile("formaction=\"(/app/queue/call[^\"]+)\"").matcher(queue);
        assertThat(button.find()).isTrue();
        var called = desk.submit(
                "/app/queue?place=" + facility.value(),
                button.group(1).replace("&amp;", "&"),
                Map.of("provider", otieno.value(), "place", facility.value()));
        assertThat(called.statusCode()).isEqualTo(303);
        assertThat(desk.page("/app/queue?place=" + facility.value()))
                .contains("Wanjiku Kamau is called in. Ticket 1.", "With a provider (1)", "Nobody waits.");
    }

    @Test
    void a_walk_in_entered_in_error_is_taken_out_and_one_who_waits_is_not_entered_twice() {
        hours(otieno);
        String form = "/app/desk/walk-in?place=" + facility.value();
        var who = Map.of("patient", patient.value(), "place", facility.value());
        desk.submit(form, "/app/desk/walk-in", who);
        assertThat(desk.submit(form, "/app/desk/walk-in", who).statusCode()).isEqualTo(303);
        assertThat(desk.page("/app/queue?place=" + facility.value())).contains("The patient waits already. Ticket 1.");

        var other = Map.of("patient", TestPeople.patient(database).value(), "place", facility.value());
        desk.submit(form, "/app/desk/walk-in", other);
        assertThat(undo(desk.page("/app/queue?place=" + facility.value()))).isEqualTo(303);
        assertThat(desk.page("/app/queue?place=" + facility.value())).contains("Waiting (1)");
    }

    @Test
    void where_nobody_is_free_a_walk_in_is_refused_in_words() {
        var refused = desk.submit(
                "/app/desk/walk-in?place=" + facility.value(),
                "/app/desk/walk-in",
                Map.of("q", "Wanjiku", "patient", patient.value(), "place", facility.value()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("There is a problem");
    }

    @Test
    void the_screen_on_the_wall_opens_by_its_key_and_knows_tickets_and_initials_alone() {
        int visit = clinic.visit(otieno, patient, today, LocalTime.of(0, 5));
        desk.submit(day, "/app/desk/visits/" + visit + "/check-in", Map.of("version", 1));
        String address = desk.get("/app/queue/screen?place=" + facility.value()).header("Location");

        String wall = Visitor.stranger().page(address);
        assertThat(wall).contains("<span class=\"ticket\">1</span>", "WK").doesNotContain("Wanjiku", "Kamau");

        desk.submit("/app/queue?place=" + facility.value(), "/app/queue/screen", Map.of("place", facility.value()));
        assertThat(Visitor.stranger().get(address).statusCode()).isEqualTo(404);
        assertThat(Visitor.stranger().get("/app/queue/screen").statusCode()).isEqualTo(303);
    }

    @Test
    void the_mark_changes_with_the_board() {
        String mark = "/app/desk/mark?day=" + today + "&place=" + facility.value();
        String before = desk.page(mark);
        clinic.visit(otieno, patient, today, LocalTime.of(0, 5));

        assertThat(desk.page(mark)).isNotEqualTo(before);
        assertThat(desk.page(day)).contains("data-mark=\"" + desk.page(mark) + "\"");
        assertThat(desk.page("/app/queue/mark?place=" + facility.value())).isNotEmpty();
    }

    @Test
    void a_provider_sees_their_own_week_and_nobody_elses_and_no_patient_any() {
        hours(otieno);
        var own = Visitor.signedIn(Role.PROVIDER, otieno.value());
        String week = "/app/desk/week/" + otieno.value();

        assertThat(own.page(week)).contains("Week of Otieno Odhiambo");
        assertThat(desk.page(week + "?from=" + today)).isNotEmpty();
        assertThat(own.get("/app/desk/week/" + achieng.value()).statusCode()).isEqualTo(404);
        String others = "/app/desk/week/" + achieng.value() + "/mark";
        assertThat(own.get(others).statusCode()).isEqualTo(404);
        assertThat(own.get(others + "?from=" + today).statusCode()).isEqualTo(404);
        assertThat(own.page(week + "/mark")).isNotEmpty();
        assertThat(own.page(week + "/mark?from=" + today)).isNotEmpty();
        assertThat(desk.page(others)).isNotEmpty();
        assertThat(own.get("/app/desk").statusCode()).isEqualTo(403);
        var stranger = Visitor.signedIn(Role.PATIENT, patient.value());
        assertThat(stranger.get(week).statusCode()).isEqualTo(403);
        assertThat(stranger.get("/app/queue").statusCode()).isEqualTo(403);
        assertThat(Visitor.stranger().get("/app/desk").header("Location")).startsWith("/app/login");
    }

    @Test
    void the_board_speaks_kiswahili() {
        hours(otieno);
        clinic.visit(otieno, patient, today, LocalTime.of(0, 5));

        assertThat(Visitor.signedIn(Role.RECEPTIONIST, null).speaking("sw").page(day))
                .contains("Miadi mpya", "Bila miadi", "Imewekwa")
                .doesNotContain("Walk-in", "New appointment");
    }

    private int undo(String page) {
        var notice = UNDO.matcher(page);
        assertThat(notice.find()).isTrue();
        var action = ACTION.matcher(notice.group());
        assertThat(action.find()).as(notice.group()).isTrue();
        var fields = new java.util.HashMap<String, Object>();
        HIDDEN.matcher(notice.group())
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2).replace("&amp;", "&")));
        return desk.post(action.group(1), fields).statusCode();
    }

    private void hours(ProviderId provider) {
        for (var weekday : java.time.DayOfWeek.values()) {
            TestHours.add(
                    database,
                    provider,
                    TestHours.plan(
                            facility,
                            TestHours.weekly(weekday),
                            org.emiadi.availability.SessionTime.between(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                            1));
        }
    }

    private int providerOf(int visit) {
        return Integer.parseInt(
                clinic.text("select cast(provider_id as text) from appointments where id = :id", visit));
    }

    private String patientNumber() {
        return clinic.text("select patient_number from patients where id = :id", patient.value());
    }
}
