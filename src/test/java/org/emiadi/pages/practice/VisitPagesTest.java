package org.emiadi.pages.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The day and the visit, without script.
@QuarkusTest
class VisitPagesTest {
    private PracticeClinic clinic;
    private Tablet tablet;

    @BeforeEach
    void a_clinic() {
        clinic = new PracticeClinic();
        tablet = clinic.tablet;
    }

    @Test
    void the_day_tells_who_waits_and_what_is_free() {
        int visit = clinic.waiting("Wanjiku", "Kamau");

        assertThat(tablet.open("/app/today").asString())
                .contains("Today, ", "1 visit, 1 waiting", "Wanjiku Kamau", "Has arrived", "waiting 0 min", "Free, ")
                .contains("/app/visits/" + visit, "Call in the next patient (1 waiting)");
    }

    @Test
    void a_day_without_visits_says_what_to_do() {
        String page = tablet.open("/app/today?day=2019-06-03").asString();

        assertThat(page).contains("Monday 3 June 2019", "No visits and no hours on this day.", "/app/hours");
        assertThat(tablet.open("/app/today?day=yesterday").statusCode()).isEqualTo(200);
    }

    @Test
    void the_next_patient_is_called_in_with_one_press_and_it_can_be_undone() {
        int visit = clinic.waiting("Wanjiku", "Kamau");
        tablet.open("/app/today");

        String page = tablet.send("/app/today", Map.of()).asString();

        assertThat(page).contains("Called in.", "Wanjiku Kamau", "With you", ">Undo<");
        assertThat(clinic.statusOf(visit)).isEqualTo("in_progress");

        tablet.send("/app/visits/" + visit, Map.of("to", "checked_in"));
        assertThat(clinic.statusOf(visit)).isEqualTo("checked_in");
    }

    @Test
    void where_nobody_waits_it_is_said() {
        tablet.open("/app/today");

        assertThat(tablet.send("/app/today", Map.of()).asString()).contains("Nobody is waiting.");
    }

    @Test
    void a_visit_is_completed_and_the_next_one_opened() {
        int first = clinic.waiting("Wanjiku", "Kamau");
        int second = clinic.waiting("Achieng", "Otieno");
        tablet.open("/app/visits/" + first);
        tablet.send("/app/visits/" + first, Map.of("to", "in_progress"));

        String next = tablet.send("/app/visits/" + first, Map.of("to", "completed-next"))
                .asString();

        assertThat(next)
                .contains("Visit completed. Its record is not signed yet. This is the next patient.", "Achieng Otieno");
        assertThat(clinic.statusOf(first)).isEqualTo("completed");
        assertThat(clinic.statusOf(second)).isEqualTo("in_progress");
    }

    @Test
    void pressing_twice_is_as_good_as_once_and_coming_second_is_told() {
        int visit = clinic.waiting("Wanjiku", "Kamau");
        tablet.open("/app/visits/" + visit);
        var press = Map.of("to", "in_progress", "version", versionOf(visit));

        assertThat(tablet.send("/app/visits/" + visit, press).statusCode()).isEqualTo(200);
        assertThat(tablet.send("/app/visits/" + visit, press).statusCode()).isEqualTo(200);

        var late = Map.of("to", "completed", "version", press.get("version"));
        var refused = tablet.send("/app/visits/" + visit, late);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("This visit has been changed meanwhile.", "Wanjiku Kamau");
    }

    @Test
    void nobody_else_gets_at_it() {
        int visit = clinic.waiting("Wanjiku", "Kamau");
        var colleague =
                Tablet.of(Role.PROVIDER, TestPeople.provider(clinic.database).value());
        var desk = Tablet.of(Role.RECEPTIONIST, null);

        for (String path : List.of("", "/record")) {
            assertThat(colleague.open("/app/visits/" + visit + path).statusCode())
                    .isEqualTo(404);
            assertThat(desk.open("/app/visits/" + visit + path).statusCode()).isEqualTo(403);
        }
        desk.open("/app/account");
        assertThat(desk.post("/app/visits/" + visit, Map.of("to", "completed")).statusCode())
                .isEqualTo(403);
        colleague.open("/app/today");
        assertThat(colleague
                        .post("/app/visits/" + visit, Map.of("to", "in_progress"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(clinic.statusOf(visit)).isEqualTo("checked_in");
    }

    @Test
    void the_mark_of_the_day_changes_with_the_day() {
        String path = "/app/today/mark?day=" + LocalDate.of(2019, 6, 3);
        assertThat(tablet.open(path).asString())
                .isNotEmpty()
                .isEqualTo(tablet.open(path).asString());
        assertThat(tablet.open("/app/today/mark").asString()).isEmpty();
    }

    @Test
    void all_of_it_is_there_in_kiswahili() {
        clinic.waiting("Wanjiku", "Kamau");

        assertThat(tablet.speaking("sw").open("/app/today").asString())
                .contains("Leo, ", "Ziara 1, wanaosubiri 1", "Amefika", "Mwite");
    }

    private String versionOf(int visit) {
        return clinic.texts("select version::text from appointments where id = " + visit)
                .getFirst();
    }
}
