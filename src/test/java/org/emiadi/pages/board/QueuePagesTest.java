package org.emiadi.pages.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestDatabase;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two wait for one provider, and the buttons of the queue are pressed twice, or too late.
@QuarkusTest
class QueuePagesTest {
    private static final Pattern NEXT = Pattern.compile("formaction=\"(/app/queue/call[?]visit=([0-9]+)[^\"]+)\"");
    private static final String MOVED = "The queue has changed meanwhile, so nobody was called.";

    private final Database database = TestDatabase.ofTheHttpTests();
    private final DayClinic clinic = DayClinic.in(database);
    private final FacilityId facility = clinic.facility();
    private final LocalDate today = clinic.today();
    private final ProviderId otieno = TestPeople.provider(database, "Otieno", "Odhiambo");
    private final String queue = "/app/queue?place=" + facility.value();

    private Visitor desk = Visitor.stranger();
    private String button = "";
    private int head;
    private int other;

    @BeforeEach
    void two_wait() {
        desk = Visitor.signedIn(Role.RECEPTIONIST, null);
        int one = waiting(LocalTime.of(0, 5));
        int two = waiting(LocalTime.of(0, 40));
        var next = NEXT.matcher(desk.page(queue));
        assertThat(next.find()).isTrue();
        button = next.group(1).replace("&amp;", "&");
        head = Integer.parseInt(next.group(2));
        other = head == one ? two : one;
    }

    @Test
    void a_double_press_on_call_next_calls_one_patient() {
        for (int press = 1; press <= 2; press++) {
            assertThat(callNext().statusCode()).as("press %d", press).isEqualTo(303);
            assertThat(desk.page(queue)).as("press %d", press).contains("is called in. Ticket ", "Waiting (1)");
        }
        assertThat(clinic.status(head)).isEqualTo("in_progress");
        assertThat(clinic.status(other)).isEqualTo("checked_in");
    }

    @Test
    void where_it_is_somebody_elses_turn_by_now_nobody_is_called() {
        callNext();
        press(head, "done", 3);

        assertThat(callNext().statusCode()).isEqualTo(303);

        assertThat(desk.page(queue)).contains(MOVED, "Waiting (1)");
        assertThat(clinic.status(head)).isEqualTo("completed");
        assertThat(clinic.status(other)).isEqualTo("checked_in");
    }

    @Test
    void a_call_that_was_undone_meanwhile_is_not_repeated_by_an_old_page() {
        callNext();
        desk.submit(queue, "/app/desk/visits/" + head + "/undo", Map.of("version", 3, "to", "checked_in"));

        callNext();

        assertThat(desk.page(queue)).contains(MOVED, "Waiting (2)");
        assertThat(clinic.status(head)).isEqualTo("checked_in");
    }

    @Test
    void a_call_says_whom_it_expects() {
        assertThat(callNext("/app/queue/call").statusCode()).isEqualTo(404);
        assertThat(clinic.status(head)).isEqualTo("checked_in");
    }

    @Test
    void the_buttons_of_a_row_know_the_version_and_may_be_pressed_twice() {
        assertThat(desk.page(queue)).contains("/app/desk/visits/" + other + "/call\" name=\"version\" value=\"2\"");
        assertThat(press(other, "call", 1).statusCode()).isEqualTo(422);
        assertThat(press(other, "call", 2).statusCode()).isEqualTo(303);
        assertThat(press(other, "call", 2).statusCode()).isEqualTo(303);
        assertThat(clinic.status(other)).isEqualTo("in_progress");

        assertThat(desk.page(queue)).contains("/app/desk/visits/" + other + "/done\" name=\"version\" value=\"3\"");
        assertThat(press(other, "done", 3).statusCode()).isEqualTo(303);
        assertThat(press(other, "done", 3).statusCode()).isEqualTo(303);
        assertThat(clinic.status(other)).isEqualTo("completed");
    }

    private Response callNext() {
        return callNext(button);
    }

    private Response callNext(String path) {
        return desk.submit(queue, path, Map.of("provider", otieno.value(), "place", facility.value()));
    }

    private Response press(int visit, String step, int version) {
        return desk.submit(queue, "/app/desk/visits/" + visit + "/" + step, Map.of("version", version, "back", queue));
    }

    private int waiting(LocalTime time) {
        int visit = clinic.visit(otieno, TestPeople.patient(database), today, time);
        assertThat(press(visit, "check-in", 1).statusCode()).isEqualTo(303);
        return visit;
    }
}
