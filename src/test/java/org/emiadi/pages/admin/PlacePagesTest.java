package org.emiadi.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.emiadi.platform.Role;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Providers, facilities with their rooms, and types of appointment.
@QuarkusTest
class PlacePagesTest {
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)(?:/rooms)?$");

    private Visitor admin = Visitor.stranger();
    private final String name = "N" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void sign_in() {
        admin = Visitor.signedIn(Role.ADMIN, null);
    }

    @Test
    void a_provider_is_added_and_then_asked_for_their_hours() {
        var added = admin.submit("/app/admin/providers/new", "/app/admin/providers/new", provider());
        assertThat(added.header("Location")).startsWith("/app/admin/hours/");
        int id = numberIn(added.header("Location"));

        String page = admin.page("/app/admin/providers/" + id);
        assertThat(page).contains("value=\"" + name + "\"", "value=\"5/3/1980\"");
        assertThat(admin.page("/app/admin/providers?q=" + name)).contains(name + " Otieno", "Paediatrics");

        var changes = new HashMap<String, Object>(provider());
        changes.put("cadre", "Nurse");
        changes.put("version", 1);
        assertThat(admin.submit("/app/admin/providers/" + id, "/app/admin/providers/" + id, changes)
                        .statusCode())
                .isEqualTo(303);
        var late = admin.submit("/app/admin/providers/" + id, "/app/admin/providers/" + id, changes);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.asString()).contains("Somebody changed this meanwhile", "value=\"Nurse\"");
    }

    private Map<String, Object> provider() {
        return Map.of(
                "first_name", name,
                "last_name", "Otieno",
                "cadre", "Doctor",
                "specialization", "Paediatrics",
                "gender", "female",
                "date_of_birth", "05 03 1980");
    }

    @Test
    void what_is_wrong_with_a_provider_is_said_at_each_field() {
        var answer = admin.submit(
                "/app/admin/providers/new",
                "/app/admin/providers/new",
                Map.of(
                        "first_name",
                        " ",
                        "phone",
                        "12",
                        "email",
                        "x",
                        "date_of_birth",
                        "31/2/1980",
                        "national_id",
                        "1"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("<title>Error: ")
                .contains("first_name-error", "last_name-error", "cadre-error", "phone-error", "email-error")
                .contains("date_of_birth-error", "national_id-error", "value=\"31/2/1980\"");
    }

    @Test
    void a_facility_is_added_with_rooms_that_can_be_renamed() {
        var added = admin.submit(
                "/app/admin/facilities/new",
                "/app/admin/facilities/new",
                Map.of("name", name, "country", "ke", "time_zone", "Africa/Nairobi", "open_on_holidays", "yes"));
        String rooms = added.header("Location");
        int id = numberIn(rooms);

        admin.submit(rooms, rooms, Map.of("name", "Room 1"));
        assertThat(admin.submit(rooms, rooms, Map.of("name", "room 1")).statusCode())
                .isEqualTo(422);
        assertThat(admin.submit(rooms, rooms, Map.of("name", "")).statusCode()).isEqualTo(422);
        var link = Pattern.compile("/app/admin/rooms/\\d+").matcher(admin.page(rooms));
        assertThat(link.find()).isTrue();
        String room = link.group();
        assertThat(admin.submit(room, room, Map.of("name", "Dressing room", "version", 1))
                        .header("Location"))
                .isEqualTo(rooms);
        assertThat(admin.page("/app/admin/facilities")).contains(name, "Dressing room");
        assertThat(admin.page("/app/admin/facilities/" + id)).contains("value=\"yes\" checked");
    }

    @Test
    void a_facility_needs_a_name_of_its_own_a_country_and_a_zone() {
        var answer = admin.submit(
                "/app/admin/facilities/new",
                "/app/admin/facilities/new",
                Map.of("name", "", "country", "Kenya", "time_zone", "EAT", "phone", "x", "mfl_code", "?"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("name-error", "country-error", "time_zone-error", "phone-error", "mfl_code-error");
        admin.submit("/app/admin/facilities/new", "/app/admin/facilities/new", facility());
        assertThat(admin.submit("/app/admin/facilities/new", "/app/admin/facilities/new", facility())
                        .statusCode())
                .isEqualTo(422);
    }

    private Map<String, Object> facility() {
        return Map.of("name", name, "country", "KE", "time_zone", "Africa/Nairobi");
    }

    @Test
    void a_type_is_added_and_changed() {
        var usual = new HashMap<String, Object>(Map.of(
                "name", name,
                "duration_minutes", "20",
                "buffer_before_minutes", "0",
                "buffer_after_minutes", "5",
                "minimum_notice_minutes", "60",
                "horizon_days", "90",
                "bookable_by", "staff",
                "colour", "#4a3fb5",
                "cadres", "Nurse, Doctor ,"));
        assertThat(admin.submit("/app/admin/types/new", "/app/admin/types/new", usual)
                        .header("Location"))
                .isEqualTo("/app/admin/types");
        var link = Pattern.compile("(/app/admin/types/\\d+)\"[^>]*>" + name).matcher(admin.page("/app/admin/types"));
        assertThat(link.find()).isTrue();
        assertThat(admin.page(link.group(1))).contains("value=\"Nurse, Doctor\"");
        usual.put("duration_minutes", "4");
        usual.put("colour", "blue");
        usual.put("bookable_by", "");
        var wrong = admin.submit(link.group(1), link.group(1), usual);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("duration_minutes-error", "colour-error", "bookable_by-error");
    }

    private static int numberIn(String path) {
        var number = LAST_NUMBER.matcher(path);
        assertThat(number.find()).as(path).isTrue();
        return Integer.parseInt(number.group(1));
    }
}
