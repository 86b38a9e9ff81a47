package org.emiadi.pages.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Leave and hours, without script.
@QuarkusTest
class DutyPagesTest {
    private PracticeClinic clinic;
    private Tablet tablet;

    @BeforeEach
    void a_clinic() {
        clinic = new PracticeClinic();
        tablet = clinic.tablet;
    }

    @Test
    void leave_that_affects_patients_is_saved_only_after_they_were_shown() {
        LocalDate day = booked(Duration.ofDays(30));
        tablet.open("/app/leave");

        String shown = leave(day, Map.of()).asString();
        assertThat(shown).contains("1 patient is booked then", "Wanjiku Kamau", "Nothing is saved yet.");
        assertThat(absences()).isEqualTo("0");

        String saved = leave(day, Map.of("do", "save")).asString();
        assertThat(saved).contains("Leave saved. 1 visit is on the list of the front desk to be moved.", ">Undo<");
        assertThat(absences()).isEqualTo("1");
    }

    @Test
    void leave_that_affects_nobody_is_saved_at_once_and_can_be_undone() {
        tablet.open("/app/leave");

        String saved = leave(LocalDate.of(2038, 3, 5), Map.of()).asString();

        assertThat(saved).contains("Leave saved. Nobody is booked then.", "5 Mar", ">Undo<");
        String id = clinic.texts("select id::text from time_off where provider_id = " + clinic.provider.value())
                .getFirst();
        assertThat(tablet.send("/app/leave", Map.of("remove", id)).asString()).contains("Leave removed.", ">Undo<");
        assertThat(absences()).isEqualTo("0");
    }

    @Test
    void some_hours_of_a_day_are_leave_as_well() {
        tablet.open("/app/leave");

        String saved = leave(LocalDate.of(2038, 3, 5), Map.of("start", "14:00", "end", "16:30", "kind", "meeting"))
                .asString();

        assertThat(saved).contains("Meeting", "14:00–16:30");
    }

    @Test
    void a_wrong_form_of_leave_comes_back_filled_in() {
        tablet.open("/app/leave");

        Response wrong = tablet.send(
                "/app/leave", Map.of("kind", "sick", "first", "9/3/2038", "last", "5/3/2038", "note", "Malaria"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("The last day is before the first", "9/3/2038", "Malaria");
        assertThat(tablet.send("/app/leave", Map.of("first", "soon")).asString())
                .contains("Choose why you are away", "Enter the first day");
    }

    @Test
    void hours_of_several_days_are_entered_in_one_go_or_not_at_all() {
        var nobody = TestPeople.provider(clinic.database).value();
        var other = Tablet.of(Role.PROVIDER, nobody);
        assertThat(other.open("/app/hours").asString()).contains("You have no hours yet");
        other.open("/app/hours/new");

        String saved = other.send("/app/hours", hours(List.of("1", "3"), "08:00", "13:00"))
                .asString();
        assertThat(saved).contains("Hours saved.", "Monday", "Wednesday", "08:00–13:00");

        Response overlap = other.send("/app/hours", hours(List.of("2", "3"), "12:00", "17:00"));
        assertThat(overlap.statusCode()).isEqualTo(422);
        assertThat(overlap.asString()).contains("You have hours at that time already: Wednesday 08:00–13:00");
        assertThat(clinic.texts(
                        "select weekday::text from working_hours where provider_id = " + nobody + " order by 1"))
                .containsExactly("1", "3");
    }

    @Test
    void hours_are_changed_removed_and_brought_back() {
        var id = TestPeople.provider(clinic.database).value();
        var other = Tablet.of(Role.PROVIDER, id);
        other.open("/app/hours/new");
        other.send("/app/hours", hours(List.of("1"), "08:00", "13:00"));
        String hours = clinic.texts("select id::text from working_hours where provider_id = " + id)
                .getFirst();
        assertThat(other.open("/app/hours/" + hours).asString()).contains("value=\"08:00\"", "checked");

        var later = new HashMap<String, Object>(hours(List.of("2"), "09:00", "13:00"));
        later.put("version", "1");
        assertThat(other.send("/app/hours/" + hours, later).asString()).contains("Tuesday", "09:00–13:00");
        assertThat(other.send("/app/hours/" + hours, later).asString()).contains("These hours were changed meanwhile.");

        assertThat(other.send("/app/hours/" + hours, Map.of("do", "remove")).asString())
                .contains("Hours removed.", ">Undo<", "name=\"start\" value=\"09:00\"");
    }

    @Test
    void the_hours_of_others_are_not_there() {
        String foreign = clinic.texts(
                        "select id::text from working_hours where provider_id = " + clinic.provider.value())
                .getFirst();
        var other =
                Tablet.of(Role.PROVIDER, TestPeople.provider(clinic.database).value());

        assertThat(other.open("/app/hours/" + foreign).statusCode()).isEqualTo(404);
        other.open("/app/hours");
        other.send("/app/hours/" + foreign, Map.of("do", "remove"));
        assertThat(clinic.texts("select id::text from working_hours where id = " + foreign))
                .hasSize(1);
    }

    private static Map<String, Object> hours(List<String> days, String start, String end) {
        return Map.of(
                "days",
                days,
                "start",
                start,
                "end",
                end,
                "facility",
                "1",
                "from",
                "5/3/2027",
                "every",
                "1",
                "capacity",
                "1");
    }

    private Response leave(LocalDate day, Map<String, String> more) {
        var fields = new HashMap<String, String>();
        fields.put("kind", "leave");
        fields.put("first", day.toString());
        fields.putAll(more);
        return tablet.send("/app/leave", fields);
    }

    private String absences() {
        return clinic.texts("select count(*)::text from time_off where provider_id = " + clinic.provider.value())
                .getFirst();
    }

    private LocalDate booked(Duration fromNow) {
        var zone = ZoneId.of(clinic.texts("select time_zone_of_provider(" + clinic.provider.value() + ")")
                .getFirst());
        Instant start = Clock.systemUTC().instant().plus(fromNow).truncatedTo(ChronoUnit.HOURS);
        clinic.booked("Wanjiku", "Kamau", start);
        return start.atZone(zone).toLocalDate();
    }
}
