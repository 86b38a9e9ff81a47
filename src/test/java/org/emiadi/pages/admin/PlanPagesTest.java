package org.emiadi.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRequest.Terms;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Working hours, leave, closures and holidays.
@QuarkusTest
class PlanPagesTest {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Inject
    Database database;

    @Inject
    Appointments appointments;

    private Visitor admin = Visitor.stranger();

    @BeforeEach
    void sign_in() {
        admin = Visitor.signedIn(Role.ADMIN, null);
    }

    @Test
    void hours_of_several_days_are_added_at_once_or_not_at_all() {
        String page = "/app/admin/hours/" + provider().value();

        assertThat(admin.page(page)).contains("No hours yet");
        assertThat(admin.submit(page, page, hours("08:00", "13:00", List.of(1, 2, 3)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(admin.page(page)).contains("Monday", "Wednesday", "08:00–13:00");
        // Thursday is free, Wednesday is not.
        var overlap = admin.submit(page, page, hours("12:00", "14:00", List.of(3, 4)));
        assertThat(overlap.statusCode()).isEqualTo(422);
        assertThat(overlap.asString()).contains("There are hours at that time already", "value=\"12:00\"");
        assertThat(rows(page)).isEqualTo(3);
        assertThat(admin.submit(page, page, hours("8", "25:00", List.of())).asString())
                .contains("start-error", "end-error", "weekday-error");
    }

    @Test
    void hours_are_changed_and_a_removal_can_be_undone() {
        String page = "/app/admin/hours/" + provider().value();
        admin.submit(page, page, hours("22:00", "06:00", List.of(7)));
        var link = Pattern.compile(page + "/\\d+").matcher(admin.page(page));
        assertThat(link.find()).isTrue();
        String session = link.group();

        var changes = new HashMap<String, Object>(hours("20:00", "24:00", List.of(7)));
        changes.put("version", 1);
        assertThat(admin.submit(session, session, changes).statusCode()).isEqualTo(303);
        assertThat(admin.page(page)).contains("20:00–00:00");

        admin.submit(page, session + "/removal", Map.of("version", 2));
        String removed = admin.page(page);
        assertThat(removed).contains("The hours are removed", "name=\"start\" value=\"20:00\"");
        assertThat(rows(page)).isZero();
        var undone = new HashMap<String, Object>();
        Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">")
                .matcher(removed.substring(removed.indexOf("role=\"status\""), removed.indexOf("data-key=\"u\"")))
                .results()
                .forEach(field -> undone.put(field.group(1), field.group(2)));
        admin.submit(page, page, undone);
        assertThat(rows(page)).isEqualTo(1);
        // The list shows the first two hundred providers; other tests have made more.
        assertThat(admin.page("/app/admin/hours")).contains("href=\"/app/admin/hours/");
    }

    private static Map<String, Object> hours(String start, String end, List<Integer> weekdays) {
        return Map.of(
                "start", start, "end", end, "weekday", weekdays, "facility", 1, "capacity", "1", "every_weeks", "1");
    }

    private long rows(String page) {
        return Pattern.compile("/removal\"").matcher(admin.page(page)).results().count();
    }

    private ProviderId provider() {
        return TestPeople.provider(database, "P" + UUID.randomUUID(), "Mwangi");
    }

    @Test
    void leave_that_is_in_the_way_of_visits_shows_them_before_anything_is_saved() {
        var provider = provider();
        LocalDate day = visit(provider, "Nafula");
        var leave = Map.of(
                "provider",
                provider.value(),
                "kind",
                "leave",
                "from_date",
                day.format(TYPED),
                "note",
                "Family matters");

        var shown = admin.submit("/app/admin/leave", "/app/admin/leave", leave);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.asString()).contains("Visits in the way: 1", "Nafula", "Nothing is saved yet", "09:00");
        assertThat(timesOff(provider)).isZero();

        var back = step(leave, "back");
        assertThat(back.asString()).contains("value=\"Family matters\"", "value=\"" + day.format(TYPED) + "\"");
        assertThat(timesOff(provider)).isZero();

        var saved = step(leave, "save");
        assertThat(saved.header("Location")).isEqualTo("/app/needs-moving");
        assertThat(timesOff(provider)).isEqualTo(1);
        assertThat(admin.page("/app/admin/leave")).contains("Family matters");
    }

    private Response step(Map<String, ?> fields, String step) {
        var all = new HashMap<String, Object>(fields);
        all.put("step", step);
        return admin.submit("/app/admin/leave", "/app/admin/leave", all);
    }

    @Test
    void leave_in_nobodys_way_is_saved_at_once_and_can_be_removed() {
        var provider = provider();
        var saved = admin.submit(
                "/app/admin/leave",
                "/app/admin/leave",
                Map.of(
                        "provider", provider.value(),
                        "kind", "meeting",
                        "from_date", "5/3/2035",
                        "to_date", "5/3/2035",
                        "from_time", "9:00",
                        "to_time", "11:00"));
        assertThat(saved.header("Location")).isEqualTo("/app/admin/leave");
        assertThat(admin.page("/app/admin/leave")).contains("5 Mar 2035, 09:00 – 5 Mar 2035, 11:00");
        int id = database.read(tx -> tx.query("select id from time_off where provider_id = :id")
                .bind("id", provider.value())
                .mapTo(Integer.class)
                .one());
        admin.submit("/app/admin/leave", "/app/admin/leave/" + id + "/removal", Map.of());
        assertThat(timesOff(provider)).isZero();
    }

    @Test
    void what_is_wrong_with_leave_is_said() {
        var answer = admin.submit(
                "/app/admin/leave",
                "/app/admin/leave",
                Map.of("kind", "king", "from_date", "5/3/2035", "to_date", "4/3/2035"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("provider-error", "kind-error", "to_date-error");
        var half = admin.submit(
                "/app/admin/leave",
                "/app/admin/leave",
                Map.of("provider", provider().value(), "kind", "leave", "from_date", "5/3/2035", "from_time", "9:00"));
        assertThat(half.asString()).contains("to_time-error");
    }

    @Test
    void a_closure_shows_whom_it_affects_as_well() {
        var provider = provider();
        LocalDate day = visit(provider, "Nekesa");
        var closure = new HashMap<String, Object>(
                Map.of("facility", 1, "from_date", day.format(TYPED), "reason", "No water " + UUID.randomUUID()));
        assertThat(admin.submit("/app/admin/closures", "/app/admin/closures", closure)
                        .asString())
                .contains("Visits in the way", "Nekesa");
        closure.put("step", "save");
        assertThat(admin.submit("/app/admin/closures", "/app/admin/closures", closure)
                        .header("Location"))
                .isEqualTo("/app/needs-moving");
        String page = admin.page("/app/admin/closures");
        assertThat(page).contains((String) closure.get("reason"));
        int id = database.read(tx -> tx.query("select id from facility_closures where reason = :reason")
                .bind("reason", closure.get("reason"))
                .mapTo(Integer.class)
                .one());
        assertThat(admin.submit("/app/admin/closures", "/app/admin/closures/" + id + "/removal", Map.of())
                        .header("Location"))
                .isEqualTo("/app/admin/closures");
    }

    @Test
    void holidays_are_added_set_aside_and_removed() {
        String name = "Idd " + UUID.randomUUID();
        String page = "/app/admin/holidays?year=2041";
        var holiday = Map.of("country", "KE", "day", DAYS.incrementAndGet() + "/8/2041", "name", name);
        assertThat(admin.submit(page, "/app/admin/holidays", holiday).header("Location"))
                .isEqualTo(page);
        assertThat(admin.submit(page, "/app/admin/holidays", holiday).statusCode())
                .isEqualTo(422);
        int id = database.read(tx -> tx.query("select id from holidays where name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one());
        admin.submit(page, "/app/admin/holidays/" + id, Map.of("observed", "no"));
        assertThat(admin.page(page)).contains(name, "Open all the same");
        admin.submit(page, "/app/admin/holidays/" + id + "/removal", Map.of());
        // The notice still offers to undo it.
        assertThat(admin.page(page)).contains("The holiday is removed").contains("value=\"" + name + "\"");
        assertThat(admin.page(page)).doesNotContain(name);
    }

    /// Booked by staff at nine in the morning of a day of its own.
    private LocalDate visit(ProviderId provider, String patient) {
        var day = LocalDate.of(2034, 1, 2).plusDays(DAYS.incrementAndGet());
        var start = day.atTime(LocalTime.of(9, 0))
                .atZone(ZoneId.of("Africa/Nairobi"))
                .toInstant();
        var who = TestPeople.patient(database, patient, "Wafula");
        var request = new BookingRequest(who, provider, 1, start, null, Terms.outsideHours("by arrangement"));
        var booked = database.write(tx -> appointments.book(tx, TestPeople.DESK, request));
        assertThat(booked).isInstanceOf(Booking.Booked.class);
        return day;
    }

    private int timesOff(ProviderId provider) {
        return database.read(tx -> tx.query("select count(*) from time_off where provider_id = :id")
                .bind("id", provider.value())
                .mapTo(Integer.class)
                .one());
    }
}
